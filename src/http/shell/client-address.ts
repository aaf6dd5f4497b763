import { isIPv4, isIPv6 } from 'node:net'

/** Whom a rate limit counts: an IPv4 address, or an IPv6 /64, since one household has 2^64 addresses of its own. */
export function addressKey(ip: string | undefined): string {
  const address = plain(ip)
  return isIPv6(address) ? `${hextets(address).slice(0, 4).join(':')}::/64` : address
}

/** An address as logs may keep it: the network (/24 or /48), not the person. */
export function coarseAddress(ip: string | undefined): string {
  const address = plain(ip)
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  return isIPv6(address) ? `${hextets(address).slice(0, 3).join(':')}::/48` : 'unknown'
}

/**
 * Without its zone; an IPv4 address that came over an IPv6 socket as the IPv4 address it is. Whatever Fastify's
 * types say, there is none to read once the client has hung up.
 */
function plain(ip: string | undefined): string {
  const address = ip?.split('%', 1)[0] ?? ''
  const mapped = address.replace(/^::ffff:/i, '')
  return isIPv4(mapped) ? mapped : address
}

function hextets(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''))
}
