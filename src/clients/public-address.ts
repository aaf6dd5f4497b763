import { type LookupAddress, type LookupAllOptions, lookup as resolveName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The address is on the machine or in its network, where services answer without a password. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress'

  constructor(host: string, address: string) {
    super(
      host === address ? `${host} is a private address` : `${host} leads to the private address ${address}`
    )
  }
}

/** Names that no public server has: a word without a dot, and the domains kept for local networks. */
const LOCAL_NAMES = /^[^.]+$|\.(?:localhost|local|internal|lan|intranet|home\.arpa)$/i

/** Whether a person who wrote this host meant a server of their own network. */
export const isPrivateHost = (url: URL): boolean => {
  const host = hostOf(url)
  return isIP(host) === 0 ? LOCAL_NAMES.test(host.replace(/\.$/, '')) : !isPublic(host)
}

/**
 * Throws `PrivateAddress` for a host that is an address itself; node:net does not look it up, so `publicLookup` never sees
 * it. The URL parser has already brought forms such as 0x7f.1 to 127.0.0.1.
 */
export function refusePrivateHost(url: URL): void {
  const host = hostOf(url)
  if (isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddress(host, host)
}

/**
 * Looks a name up for a connection and refuses it if it leads to a private address. The connection is made to the very
 * addresses that were checked: a second look-up might be answered otherwise (DNS rebinding).
 */
export const publicLookup: LookupFunction = (host, options, callback) =>
  checkedLookup(resolveName, host, options, callback)

type Resolve = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
) => void

/** `publicLookup` with a resolver of the caller. */
export function checkedLookup(
  resolve: Resolve,
  ...[host, options, callback]: Parameters<LookupFunction>
): void {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    const hidden = (addresses ?? []).find(({ address }) => !isPublic(address))
    const failure = error ?? (hidden && new PrivateAddress(host, hidden.address))
    const [first] = addresses ?? []
    if (failure || first === undefined) callback(failure ?? null, '', 0)
    else if (options.all === true) callback(null, addresses as LookupAddress[])
    else callback(null, first.address, first.family)
  })
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

/** IPv4 in IPv6 counts as IPv4. Addresses that translate or tunnel to IPv4 are of other ranges, and so are not public. */
const isPublic = (address: string): boolean => ipaddr.process(address).range() === 'unicast'
