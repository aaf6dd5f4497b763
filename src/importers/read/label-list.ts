import { normaliseOnce } from '../../domain/vocabularies/read-label.ts'

/** The labels in a cell, and the text that is not a label. `Meaning` is the caller's type for a label. */
type LabelList<Meaning> = { readonly meanings: readonly Meaning[]; readonly rest: readonly string[] }

/** Returns the meaning of a wording if it is a label. */
type Lookup<Meaning> = (wording: string) => Meaning | undefined

/** A label that ends before the piece `end`, with the text after its colon. */
type Found<Meaning> = { readonly meaning: Meaning; readonly end: number; readonly explanation: string | null }

/** A label may contain up to three separators ("Familles/enfants"). */
const MOST_PIECES = 4

const SLASH_OR_LINE = /\s*[/\n]+\s*/g
const COLON = /\s:\s/

/** These separators are also common inside sentences, so they split a cell only if every piece is a label. */
const WEAK = /\s*,\s*|\s+(?:[-–+&]|et|ou)\s+/g

/**
 * Splits a cell into labels: at slashes and line ends, and at commas and "et" if all pieces are labels. The
 * longest label is looked for first, so a label that contains a separator stays whole.
 */
export function readLabels<Meaning>(cell: string, meaningOf: Lookup<Meaning>): LabelList<Meaning> {
  const whole = meaningOf(cell)
  if (whole !== undefined) return { meanings: [whole], rest: [] }
  const list = labelsBetween(cell, SLASH_OR_LINE, meaningOf)
  const weak = list.rest.map((text) => ({ text, ...labelsBetween(text, WEAK, meaningOf) }))
  const isWhole = (each: LabelList<Meaning>): boolean => each.rest.length === 0
  const meanings = [...list.meanings, ...weak.filter(isWhole).flatMap(({ meanings }) => meanings)]
  const rest = weak.filter((each) => !isWhole(each)).map(({ text }) => text)
  return { meanings, rest: meanings.length === 0 ? [cell] : rest }
}

function labelsBetween<Meaning>(
  cell: string,
  separator: RegExp,
  meaningOf: Lookup<Meaning>
): LabelList<Meaning> {
  const pieces = piecesOf(cell, separator)
  const meanings: Meaning[] = []
  const rest: string[] = []
  for (let at = 0; at < pieces.length; ) {
    const found = labelAt(cell, pieces, at, meaningOf)
    if (found === null) {
      const end = endOfText(cell, pieces, at, meaningOf)
      rest.push(textOf(cell, pieces, at, end))
      at = end
      continue
    }
    meanings.push(found.meaning)
    const end = found.explanation === null ? found.end : endOfText(cell, pieces, found.end - 1, meaningOf)
    const explanation = `${found.explanation ?? ''}${cell.slice(endAt(pieces, found.end), endAt(pieces, end))}`
    if (!isExplanation(explanation)) rest.push(explanation.trim())
    at = end
  }
  return { meanings, rest }
}

type Piece = { readonly start: number; readonly end: number }

function piecesOf(cell: string, separator: RegExp): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const { index, 0: between } of cell.matchAll(separator)) {
    pieces.push({ start, end: index })
    start = index + between.length
  }
  return [...pieces, { start, end: cell.length }].filter(({ start, end }) => end > start)
}

const endAt = (pieces: readonly Piece[], end: number): number => pieces[end - 1]?.end ?? 0

const textOf = (cell: string, pieces: readonly Piece[], from: number, end: number): string =>
  cell.slice(pieces[from]?.start ?? 0, endAt(pieces, end)).trim()

/** The longest label that starts at this piece, alone or followed by a colon and an explanation. */
function labelAt<Meaning>(
  cell: string,
  pieces: readonly Piece[],
  at: number,
  meaningOf: Lookup<Meaning>
): Found<Meaning> | null {
  for (let end = Math.min(at + MOST_PIECES, pieces.length); end > at; end--) {
    const text = textOf(cell, pieces, at, end)
    const alone = meaningOf(text)
    if (alone !== undefined) return { meaning: alone, end, explanation: null }
    const colon = COLON.exec(text)
    // Only if the colon is in the last piece. An explanation that contains a separator is continued by the
    // caller.
    if (colon === null || (end - 1 > at && COLON.test(textOf(cell, pieces, at, end - 1)))) continue
    const meaning = meaningOf(text.slice(0, colon.index))
    if (meaning !== undefined) return { meaning, end, explanation: text.slice(colon.index + colon[0].length) }
  }
  return null
}

/** The text continues until a label starts: "L'accès au lieu et/ou à ses services" is one explanation. */
function endOfText<Meaning>(
  cell: string,
  pieces: readonly Piece[],
  at: number,
  meaningOf: Lookup<Meaning>
): number {
  let end = at + 1
  while (
    end < pieces.length &&
    !startsNew(cell, pieces, end) &&
    labelAt(cell, pieces, end, meaningOf) === null
  ) {
    end++
  }
  return end
}

/** A capital after a line end or a spaced slash starts another value, known or not. */
function startsNew(cell: string, pieces: readonly Piece[], at: number): boolean {
  const between = cell.slice(endAt(pieces, at), pieces[at]?.start ?? 0)
  return /\s/.test(between) && /^[\p{Lu}\d"«•-]/u.test(cell.slice(pieces[at]?.start ?? 0))
}

/**
 * How the explanations in version 0.1 of the standard begin, normalised. They repeat the meaning of the label.
 * Any other text after a label was added by the producer.
 */
const EXPLANATIONS = [
  'je peux acceder gratuitement',
  'la gratuite est conditionnee',
  'l acces au lieu',
  'il est possible d',
  'j ai acces a du materiel',
  'je suis accompagne',
  'j apprends collectivement',
  'une personne habilitee',
  'deficiences limitant',
  'troubles psychiatriques'
]

function isExplanation(text: string): boolean {
  const plain = normaliseOnce(text)
  return plain === '' || EXPLANATIONS.some((opening) => plain.startsWith(opening))
}
