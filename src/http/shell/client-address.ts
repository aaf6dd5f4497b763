import { isIPv4, isIPv6 } from 'node:net'

/**
 * The key of the rate limit: an IPv4 address, or an IPv6 /64, because one household has 2^64 IPv6 addresses.
 */
export function addressKey(ip: string | undefined): string {
  const address = plain(ip)
  return isIPv6(address) ? `${hextets(address).slice(0, 4).join(':')}::/64` : address
}

/** The network of an address (/24 or /48), which logs may keep because it does not identify a person. */
export function coarseAddress(ip: string | undefined): string {
  const address = plain(ip)
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  return isIPv6(address) ? `${hextets(address).slice(0, 3).join(':')}::/48` : 'unknown'
}

/**
 * Removes the zone, and turns an IPv4-mapped IPv6 address into IPv4. The address is undefined once the client
 * has hung up, although Fastify's types say otherwise.
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
