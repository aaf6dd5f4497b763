/** The position of a piece in a text: its start and its end. */
export type Span = readonly [start: number, end: number]

const FAX_NUMBER = 'a fax number, which is not kept'
const OUT_OF_USE = 'said to be out of use, or not to be used'

/** Why a number or an address is left out, in the words of the report. */
export type NotToUse = typeof FAX_NUMBER | typeof OUT_OF_USE

const FAX = /(?<!\p{L})(?:(?:t[ée]l[ée])?fax|t[ée]l[ée]cop\p{L}*)(?!\p{L})/iu
/**
 * F for fax. The letter is also the initial of a first name, as in "F. Dupont", so it must stand directly before
 * the number.
 */
const LETTER_FAX = /(?<![\p{L}\p{N}])F\s*[.:]?\s*$/iu
const PHONE =
  /(?<!\p{L})(?:t[ée]l(?!\p{L})|t[ée]l[ée]ph\p{L}*|phone|portable|mobile|fixe|standard|appel\p{L}*|T\s*[.:/])/iu

/** What "ancien" must refer to: in "ancienne mairie" it refers to the building, and the number is still in use. */
const CONTACT =
  '(?:num[ée]ros?|n[°o]|t[ée]l(?:[ée]phone)?|phone|portable|fixe|ligne|adresse|e-?mail|mail|courriel|m[ée]l|site|lien|contact|coordonn[ée]es)'
const FORMER = new RegExp(
  `(?<!\\p{L})ancien(?:ne)?s?(?:\\s+${CONTACT}\\.?(?:\\s+(?:e-?mail|mail|internet|web|de\\s+t[ée]l[ée]phone))?)?\\s*[.:]?\\s*$`,
  'iu'
)

const USE = '(?:appel|utilis|compos|contact|[ée]crire|t[ée]l[ée]phon|joindre|envoy|publi|diffus|communiqu)'
/**
 * Matches a remark that forbids the use of a number. Only an object may follow the verb: "Ne pas appeler le lundi"
 * means that the number works on other days.
 */
const FORBIDDEN = new RegExp(
  `(?<!\\p{L})(?:ne\\s+)?(?:pas|plus|jamais)\\s+(?:l['’]\\s*)?${USE}\\p{L}*(?:\\s+(?:à|au|le|la|sur|cette?|num[ée]ro|adresse|mail|site))*\\s*[.:!]?\\s*$`,
  'iu'
)
const PRIVATE =
  /(?<!\p{L})(?:ne\s+)?(?:pas|jamais)\s+(?:(?:à|le|la|l['’])\s*)*(?:publi|diffus|communiqu)\p{L}*/iu
const DEAD =
  /(?<!\p{L})(?:hors[ -]service|ne (?:fonctionne|marche|r[ée]pond) plus|n['’]existe plus|n['’]est plus (?:en service|attribu\p{L}*|utilis\p{L}*|valable|valide|actif)|(?:plus|non|pas) (?:attribu[ée]e?|valable|valide|en service)|obsol[èe]te|r[ée]sili[ée]e?|d[ée]sactiv[ée]e?|supprim[ée]e?|erron[ée]e?)\s*[.:!]?\s*$/iu

/**
 * Why a label says not to use the number or address that it belongs to; null if the label says nothing of this
 * kind.
 */
function readLabel(label: string): NotToUse | null {
  const isFax = (FAX.test(label) || LETTER_FAX.test(label)) && !PHONE.test(label)
  if (isFax) return FAX_NUMBER
  return [FORMER, FORBIDDEN, PRIVATE, DEAD].some((said) => said.test(label)) ? OUT_OF_USE : null
}

const says = (label: string): boolean => PHONE.test(label) || readLabel(label) !== null

/**
 * For each span, returns why the words beside it forbid its use, or null. Words belong to the span that follows
 * them ("fax : 02 …"), unless they stand in brackets, before a separator or at the end ("02 … (fax)", "02 … fax /
 * 02 … tél"). A word before several numbers applies to all of them ("fax : 02 … / 02 …"), but in "ancien numéro 02
 * …, 02 …" the second number may be the new one.
 */
export function notToUse(text: string, spans: readonly Span[]): readonly (NotToUse | null)[] {
  const gaps = [...spans, [text.length, text.length] as const].map(([start], index) =>
    text.slice(spans[index - 1]?.[1] ?? 0, start)
  )
  const first = gaps[0] ?? ''
  const last = gaps.at(-1) ?? ''
  // "02 … fax 02 … tél": the words follow their numbers.
  const follow = spans.length > 0 && !says(first) && says(last)
  const parted = gaps.map((gap, index) => partGap(gap, index === spans.length || (follow && index > 0)))
  let said: NotToUse | null = null
  return spans.map((_, index) => {
    const { after: endOfLast = '', before = first } = index === 0 ? {} : (parted[index] ?? {})
    const isList = index > 0 && !HAS_WORDS.test(endOfLast) && joins(before, said)
    if (!isList) said = readLabel(before)
    const after = parted[index + 1]?.after ?? ''
    return says(after) ? readLabel(after) : said
  })
}

const HAS_WORDS = /\p{L}/u

const joins = (between: string, said: NotToUse | null): boolean =>
  /^\W*(?:ou|et)\W*$/iu.test(between) || (said === FAX_NUMBER && !HAS_WORDS.test(between))

/** Finds the spans of some pieces of a text, which are given in their order in the text. */
export function spansIn(text: string, pieces: readonly string[]): readonly Span[] {
  let from = 0
  return pieces.map((piece): Span => {
    const start = text.indexOf(piece, from)
    from = start + piece.length
    return [start, from]
  })
}

const BRACKETS = /^\s*\(([^()]*)\)?/u
const SEPARATOR = /[/|;,(\n–—-]/u

/**
 * Splits the words between two spans: `after` belongs to the span before them, and `before` to the span after them.
 */
function partGap(gap: string, isAfter: boolean): { readonly after: string; readonly before: string } {
  const inBrackets = BRACKETS.exec(gap)
  if (inBrackets?.[0].endsWith(')') || (inBrackets !== null && isAfter))
    return { after: inBrackets[1] ?? '', before: gap.slice(inBrackets[0].length) }
  const at = gap.search(SEPARATOR)
  if (at === -1) return isAfter ? { after: gap, before: '' } : { after: '', before: gap }
  return { after: gap.slice(0, at), before: gap.slice(at + 1) }
}
