import { type Repair, replace } from './step.ts'

export const URL_REPAIRS: readonly Repair[] = [
  { name: 'removed spaces around the URL', apply: (value) => value.trim() },
  replace(
    'repaired the scheme of the URL',
    /^h?t{1,3}p{1,2}(s?)\s*[:;.]*\s*\/{1,3}\s*(?=[\p{L}\p{N}])/iu,
    'http$1://'
  ),
  replace('removed a repeated scheme', /^https?:\/\/(?=https?:\/\/)/i, ''),
  replace('replaced www, with www.', /^(https?:\/\/)?www[,;: ]\s*/i, '$1www.'),
  // http instead of https, because nothing says that the site has a certificate.
  replace('added the missing http://', /^(?=[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$))/u, 'http://'),
  { name: 'encoded spaces in the URL', apply: (value) => value.replaceAll(' ', '%20') }
]

/** Whether it is an http(s) URL with a host name of the public DNS, and without credentials. */
export function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username } = new URL(value)
  return (
    (protocol === 'http:' || protocol === 'https:') &&
    /\.[\p{L}a-z0-9-]{2,}$/u.test(hostname) &&
    username === ''
  )
}
