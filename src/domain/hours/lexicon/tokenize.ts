import { fold } from './clean-text.ts'
import { matchWords } from './match-words.ts'
import type { Meaning } from './meaning.ts'
import { misspeltDay } from './misspelt-day.ts'
import { scanNumber } from './scan-number.ts'
import type { Token } from './token.ts'

const WORD = /[\p{L}\d_]+/uy
const TWO_LETTERS = 2
const BESIDE = /^ ?(?:\d|(?:lu|ma|me|je|ve|sa|di)(?![a-z]))/
// "sa", "me" and "je" are also common words. They are weekdays if they have a capital letter or a full stop, or
// stand before hours or another such abbreviation ("lu ma me 9h-12h").
const looksAbbreviated = (text: string, start: number, end: number): boolean =>
  end - start > TWO_LETTERS ||
  /\p{Lu}/u.test(text.charAt(start)) ||
  /[.:\-,/]/.test(text.charAt(end)) ||
  BESIDE.test(text.slice(end, end + 4))

const FARM = /(?:^|[^\p{L}])(?:l[ae]|une|cette) $/iu
const NAMED = /^.{5} (?:de |du |des )?(?:la |[dl]['’])?(?!Lun|Mar|Mer|Jeu|Ven|Sam|Dim)\p{Lu}\p{Ll}/u

/** "la Ferme du Bonheur", "(ferme des Tilleuls)": a farm, not "fermé". */
function isFarm(text: string, folded: string, start: number): boolean {
  if (!folded.startsWith('ferme', start) || /^ferme[a-z]/.test(folded.slice(start, start + 6))) return false
  if (/é/iu.test(text.slice(start, start + 'ferme'.length))) return false
  if (FARM.test(text.slice(Math.max(0, start - 6), start))) return true
  return NAMED.test(text.slice(start, start + 40))
}

const WHOLE = ['lundi', 'mardi', 'jeudi', 'mars', 'avril', 'mai', 'juin', 'aout']

/** The full stop in "sept. 9h" belongs to the abbreviation; the one in "août." ends a sentence. */
const isAbbreviation = (meaning: Meaning, word: string): boolean =>
  meaning.is === 'school'
    ? /(?:^|[ .])(?:vacs?|scol?)$/.test(word)
    : word.length <= 5 && !WHOLE.includes(word) && (meaning.is === 'day' || meaning.is === 'month')

const SKIPPED = [' ', "'", '"', '«', '»', '=']

const MARKS: ReadonlyMap<string, string> = new Map([
  ...[...',;/:()'].map((mark) => [mark, mark] as const),
  ['-', '-'],
  ['_', '-'],
  ['|', ';'],
  ['.', '.'],
  ['!', '.'],
  ['•', ';'],
  ['>', ';'],
  ['*', ','],
  ['[', '('],
  [']', ')'],
  ['\n', '\n'],
  ['&', '&'],
  ['+', '&']
])

function wordAt(text: string, folded: string, start: number): Token {
  const match = matchWords(folded, start)
  const partOfWord =
    match !== null && /[a-z]/.test(folded.charAt(match.end)) && /[a-z]/.test(folded.charAt(match.end - 1))
  if (match !== null && !partOfWord) {
    const { meaning, end } = match
    if (meaning.is === 'closed' && isFarm(text, folded, start))
      return { kind: 'unknown', start, end: start + 'ferme'.length }
    if (meaning.is !== 'day' || looksAbbreviated(text, start, end)) {
      const stop = isAbbreviation(meaning, folded.slice(start, end)) && folded.charAt(end) === '.' ? 1 : 0
      return { kind: 'word', meaning, start, end: end + stop }
    }
  }
  WORD.lastIndex = start
  const word = WORD.exec(folded)?.[0] ?? ''
  const end = start + Math.max(word.length, 1)
  const day = match === null ? misspeltDay(word) : null
  if (day === null) return { kind: 'unknown', start, end }
  return { kind: 'word', meaning: { is: 'day', days: [day] }, start, end }
}

function numberOrWords(text: string, folded: string, start: number): Token {
  const number = scanNumber(folded, start)
  const match = matchWords(folded, start)
  return match !== null && match.end > number.end ? wordAt(text, folded, start) : number
}

/**
 * Splits the text into tokens. Each has at least one character, so the time is linear in the length of the
 * text.
 */
export function tokenize(text: string): readonly Token[] {
  const folded = fold(text)
  const tokens: Token[] = []
  let position = 0
  while (position < folded.length) {
    const char = folded.charAt(position)
    const mark = MARKS.get(char)
    if (SKIPPED.includes(char)) position++
    else if (mark !== undefined) tokens.push({ kind: 'mark', mark, start: position, end: ++position })
    else {
      const token = /\d/.test(char) ? numberOrWords(text, folded, position) : wordAt(text, folded, position)
      tokens.push(token)
      position = token.end
    }
  }
  return tokens
}
