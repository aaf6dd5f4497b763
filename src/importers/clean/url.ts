import { type Repair, replace } from './step.ts'

const SCHEMES = /^h?t{1,3}p{1,2}(s?)\s*[:;.]*\s*[/\\]{1,3}\s*(?=[\p{L}\p{N}])/iu

const SCHEME: readonly Repair[] = [
  {
    name: 'repaired the scheme of the URL',
    apply: (value) => value.replace(SCHEMES, (_, s: string) => `http${s.toLowerCase()}://`)
  },
  replace('removed a repeated scheme', /^https?:\/\/(?=https?:\/\/)/i, ''),
  replace('replaced www, with www.', /^(https?:\/\/)?www[,;: ]\s*/i, '$1www.')
]

/** Replaces a link in HTML or Markdown by its address; the words of the link contain nothing worth keeping. */
export const LINK: readonly Repair[] = [
  replace(
    'took the address of a link',
    /<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)["']?[^<>]*>[^<>]*<\/a>/gi,
    ' $1 '
  ),
  replace('took the address of a link', /\[[^[\]]*\]\(((?:https?:|mailto:)[^()\s]+)\)/gi, ' $1 ')
]

/** Repairs of a part of a cell, made before addresses are looked for. */
export const URL_CELL: readonly Repair[] = [
  // Inside an address, %20 and %C2%A0 are spaces of its path.
  replace(
    'replaced %A0 with a space',
    /(?:%C2%A0|%A0|%20)+(?=[\s;,|/]*$|\s|https?:|www\.|\(?(?:\+33|0)[\s.()%A\d]{8})/gi,
    ' '
  ),
  { name: 'removed spaces around the URL', apply: (value) => value.trim() },
  replace('removed mailto:', /\bmailto:\s*/gi, ''),
  ...SCHEME
]

/** Repairs of one address. */
export const URL_REPAIRS: readonly Repair[] = [
  replace(
    'removed the rest of a prefilled https://www.',
    /(?<=^https?:\/\/\S+\.\S+?)(?:(?:h?t?t?p?s?:)?\/{1,2})?www\.$/i,
    ''
  ),
  replace('removed the rest of a prefilled https://www.', /(?<=^https?:\/\/\S+\.\S+?)ww?\.$/i, ''),
  replace('removed punctuation around the URL', /^[<("'«[]+/, ''),
  // A closing bracket is removed only if it was not opened inside the address.
  replace('removed punctuation around the URL', /(?:[.,;:!>"'»\]]|\)(?<!\([^()]*\)))+$/, ''),
  ...SCHEME,
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
    (isName(hostname) || isAddress(hostname, value)) &&
    // "www.ville" has lost its end.
    !/\.\.|^\.|^www\.[^.]*$/.test(hostname) &&
    username === ''
  )
}

/** Whether the host name ends with a top-level domain: the end of "ville.fr0476984927" is a phone number. */
const isName = (hostname: string): boolean => /\.(?:\p{L}{2,}|xn--[\p{L}\p{N}-]+)$/u.test(hostname)

/**
 * Whether the host is an IP address that was written as such. Some libraries publish the IP address of their
 * catalogue, but `URL` also turns other numbers into an IP address: http://02.
 */
const isAddress = (hostname: string, value: string): boolean =>
  /^\d+(?:\.\d+){3}$/.test(hostname) && value.includes(hostname)
