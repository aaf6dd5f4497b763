import { type Repair, replace } from './step.ts'

const SCHEME: readonly Repair[] = [
  replace(
    'repaired the scheme of the URL',
    /^(?!https?:\/\/[^\s/])h?t{1,3}p{1,2}(s?)\s*[:;.]*\s*\/{1,3}\s*(?=[\p{L}\p{N}])/iu,
    'http$1://'
  ),
  replace('removed a repeated scheme', /^https?:\/\/(?=https?:\/\/)/i, ''),
  replace('replaced www, with www.', /^(https?:\/\/)?www[,;: ]\s*/i, '$1www.')
]

/** The address of a link in HTML or Markdown, whose words say nothing that could be kept. */
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
  replace('removed punctuation around the URL', /^[<("'«[]+/, ''),
  // A bracket only if it was not opened inside the address.
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
    // "04.76.98.49.27" is a phone number, and so is the end of "ville.fr0476984927".
    /\.(?:\p{L}{2,}|xn--[\p{L}\p{N}-]+)$/u.test(hostname) &&
    // "www.ville" has lost its end.
    !/\.\.|^\.|^www\.[^.]*$/.test(hostname) &&
    username === ''
  )
}
