import { FRENCH_DAYS } from '../reading.ts'

const LETTERS = 'LMMJVSD'
// A single capital before hours or before another such letter: "L-V 9h-17h", "L, M, J : 9h-12h".
const LETTER =
  /(?<![\p{L}\d'.])[LMJVSD](?![\p{L}\d'.])(?=[ ,/:&-]{0,3}(?:(?:et|au|à) )?(?:\d|ferm|[LMJVSD](?![\p{L}\d'.])))/gu
// A quick check, because it would be slow to run the exact patterns on every text.
const NEAR = /\b[LMJVSD]\b|\bLM?M?J/
const GLUED = /(?<![\p{L}\d'])LMM?JV?(?:SD?)?(?![\p{L}\d'])/gu

// In a list of L, M, J and V, the M is Tuesday: schools are closed on Wednesday, which would be written "Me".
const SCHOOL_DAYS = /(?<![\p{L}\d'.])L([ ,/-]{1,3}|)M\1J(?:\1|,? et )V(?![\p{L}\d'.])/gu

/** The days of a series of letters, in the order of the week; null if an M could be either of two days. */
function daysOf(letters: readonly string[]): readonly number[] | null {
  const ranks: number[] = []
  for (const [index, letter] of letters.entries()) {
    const after = ranks.at(-1) ?? -1
    const choices = Array.from(LETTERS, (one, rank) => (one === letter && rank > after ? rank : -1)).filter(
      (rank) => rank >= 0
    )
    const [first, second] = choices
    if (first === undefined) return null
    if (second !== undefined && letters[index + 1] !== 'M') return null
    ranks.push(first)
  }
  return ranks
}

const NAMES =
  '(?:[Ll]un(?:di)?|[Mm]ar(?:di)?|[Mm]er(?:c(?:redi)?)?|[Jj]eu(?:di)?|[Vv]en(?:d(?:redi)?)?|[Ss]am(?:edi)?|[Dd]im(?:anche)?|[Ll]u|[Mm][ae]|[Jj]e|[Vv]e|[Ss]a|[Dd]i)s?(?!\\p{L})'
const NAME = new RegExp(`(?<!\\p{L})${NAMES}`, 'iu')
const BEFORE = '(?<=(?:^|[\\n,;/&(:-]|\\d|\\d[hH]|\\b(?:et|du|le|au|à)) ?)'
const HOURS = '\\d{1,2} ?(?:[hH:]|[-–à] ?\\d{1,2} ?[hH])'
const MIXED = new RegExp(
  `${BEFORE}[LJVSD](?![\\p{L}\\d'])\\.?(?=[ ,/:&-]{0,3}(?:(?:et|au|à) )?(?:${HOURS}|[Ff]erm|FERM|${NAMES}|[LJVSD](?![\\p{L}\\d'])))`,
  'gmu'
)

/**
 * "Lundi 9h-12h / J 14h-17h", "L. 9h-12h, Ma. 14h-16h": beside whole or abbreviated names, each capital letter except M
 * is one day. It must stand where a day can stand, and before hours or another day, because "salle D" or "S 12" mean
 * something else.
 */
const spellBesideNames = (text: string): string =>
  NAME.test(text)
    ? text.replace(MIXED, (letter) => FRENCH_DAYS[LETTERS.indexOf(letter.charAt(0))] ?? letter)
    : text

/**
 * Replaces single letters by the names of their days if the series has only one reading. Other text is
 * unchanged.
 */
export function spellDays(text: string): string {
  if (!NEAR.test(text)) return text
  const schoolDays = text.replace(SCHOOL_DAYS, 'lundi, mardi, jeudi, vendredi')
  const glued = schoolDays.replace(GLUED, (row) => {
    const days = daysOf([...row])
    return days ? days.map((rank) => FRENCH_DAYS[rank]).join(', ') : row
  })
  const letters = [...glued.matchAll(LETTER)].map(([letter]) => letter)
  const days = letters.length > 1 || glued !== text ? daysOf(letters) : null
  if (days === null) return spellBesideNames(glued)
  let next = 0
  return glued.replace(LETTER, () => FRENCH_DAYS[days[next++] ?? 0] ?? '')
}
