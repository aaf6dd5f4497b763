/** The content of a cell of web addresses: the addresses as written in it, and the other words. */
type SiteWords = { readonly addresses: readonly string[]; readonly others: readonly string[] }

/**
 * Matches a web address without http:// or www. by its top-level domain, from a list of those that French sites
 * use. Other words with a dot are not addresses: "178.html".
 */
const BARE =
  '(?:[\\p{L}\\p{N}-]+\\.)+(?:fr|com|org|net|eu|info|asso|coop|bzh|corsica|alsace|paris|re|nc|pf|yt|gp|mq|gf|pm|wf|be|ch|lu|io|app|page|link)(?![\\p{L}\\p{N}@.-])'

/**
 * Separators between addresses. Commas and semicolons also occur inside URLs, so they count only before another
 * address.
 */
const BETWEEN = new RegExp(
  `\\s*[;,]\\s*(?=https?:|www\\.|[^\\s@,;/]+@|${BARE})|(?<=[^=/?&:.\\s<("'«\\[])(?=https?://)|(?<=^(?:https?://)?[^/\\s]+)/(?=https?://|www\\.)|(?<=(?:^|\\s)${BARE})/(?=${BARE}(?:\\s|$))`,
  'iu'
)
const STARTS = new RegExp(`^[<("'«\\[]*(?:https?://|www\\.|${BARE}(?!\\S*@))`, 'iu')

/**
 * Finds the web addresses in a text. The words after an address belong to it only if they seem to continue its
 * path: in "https://rdv.example.org/bayeux 02 31 92 11 08" they do not.
 */
export function siteWords(text: string): SiteWords {
  const addresses: string[] = []
  const others: string[] = []
  for (const part of text.split(BETWEEN)) {
    const words = part.split(' ').filter((word) => word !== '')
    // If there is only one word and it has a dot or starts with http, it is meant as an address.
    const starts = (word: string): boolean =>
      STARTS.test(word) || (words.length === 1 && /\.|^h?ttp/i.test(word))
    for (let at = 0; at < words.length; ) {
      const end = starts(words[at] ?? '') ? endOfAddress(words, at, starts) : at
      if (end === at) others.push(words[at] ?? '')
      else addresses.push(words.slice(at, end).join(' '))
      at = Math.max(end, at + 1)
    }
  }
  return { addresses, others }
}

function endOfAddress(words: readonly string[], at: number, starts: (word: string) => boolean): number {
  const next = words.findIndex((word, index) => index > at && (starts(word) || word.includes('@')))
  const end = next === -1 ? words.length : next
  const more = words.slice(at + 1, end)
  return more.length > 0 && isContinued(words[at] ?? '', more) ? end : at + 1
}

/**
 * Whether the words after an address continue its path, as in "?recherche=france services", "/le-bureau-
 * des-jeunes", "/clic pass.htm" or "/tag/espace public/".
 */
function isContinued(word: string, more: readonly string[]): boolean {
  const path = /^(?:https?:\/\/)?[^/?#]+([/?#].*)$/i.exec(word)?.[1] ?? ''
  if (path === '' || path === '/' || NOT_A_PATH.test(more[0] ?? '')) return false
  if (/[_=&%]/.test(more[0] ?? '')) return true
  if (more.some((each) => NOT_A_PATH.test(each))) return false
  if (/\?(?:.*[=+&])?\p{L}[^=]*$/u.test(path) || /[-_%]$/.test(path)) return true
  return !path.endsWith('/') && /[\p{L}\p{N}](?:\.\p{L}{2,5}|\/)$/u.test(more.at(-1) ?? '')
}

const NOT_A_PATH =
  /^(?:[(«"'+[:/|–—-]|(?:ou|et|par|sur|puis|t[ée]l|t[ée]l[ée]phone|rdv|rendez-vous|mail)\b\.?)|\d{2}[. ]?\d{2}|^\d{2}$/i
