import { normaliseOnce } from '../../domain/vocabularies/read-label.ts'

/** The labels in a cell, and the text that is not a label. `Meaning` is the caller's type for a label. */
type LabelList<Meaning> = { readonly meanings: readonly Meaning[]; readonly rest: readonly string[] }

/** Returns the meaning of a wording if it is a label. */
type Lookup<Meaning> = (wording: string) => Meaning | undefined

/** A label, which ends before the piece with the index `end`. */
type Found<Meaning> = {
  readonly meanings: readonly Meaning[]
  readonly end: number
  /** The text after the colon of the label; it may continue after `end`. */
  readonly explanation: string | null
  /** Text in the brackets of the label that is not a label itself. */
  readonly asides: readonly string[]
}

/** The labels, the text between them, and the text in brackets after them. */
type Pieces<Meaning> = LabelList<Meaning> & { readonly asides: readonly string[] }

/**
 * Maximum number of pieces in a label: a label may contain up to three separators ("Familles/enfants" contains
 * one).
 */
const MOST_PIECES = 4

/** Separates values at slashes and line ends, except at the slash of "et/ou". */
const SLASH_OR_LINE = /\s*(?<!\bet)[/\n]+\s*|\s*(?<=\bet)[/\n]+(?!ou\b)\s*/g
const COLON = /\s:\s/

/** These separators are also common inside sentences, so they split a cell only if every piece is a label. */
const WEAK = /\s*,\s*|\s+(?:[-–+&]|et\/ou|et|ou)\s+/g

/**
 * Splits a cell into labels: at slashes, line ends, numbers and bullets, and at commas and "et" if all pieces
 * are labels. The longest label is looked for first, so a label that contains a separator stays whole.
 */
export function readLabels<Meaning>(cell: string, meaningOf: Lookup<Meaning>): LabelList<Meaning> {
  const whole = meaningOf(cell)
  if (whole !== undefined) return { meanings: [whole], rest: [] }
  const list = labelsBetween(withoutMarkers(cell), SLASH_OR_LINE, meaningOf)
  const weak = list.rest.map((text) => ({ text, ...labelsBetween(text, WEAK, meaningOf) }))
  const isWhole = (each: LabelList<Meaning>): boolean => each.rest.length === 0
  const good = weak.filter(isWhole)
  const meanings = [...list.meanings, ...good.flatMap(({ meanings }) => meanings)]
  if (meanings.length === 0) return { meanings, rest: [cell] }
  const texts = weak.filter((each) => !isWhole(each)).map(({ text }) => text)
  return { meanings, rest: [...list.asides, ...good.flatMap(({ asides }) => asides), ...texts] }
}

/**
 * A middle dot is a bullet only at the start or after a space, and before a space, because "étudiant·e·s" contains
 * it too.
 */
const BULLETS = /\s*[•●▪■◆►➢✓✔‣◦]\s*|(?:^|\s+)·\s+/g
const DASHES = /^\s*[-–—*]\s+/gm
const NUMBERS = /(^|\s)(?:(\d{1,2})|([a-z]))\s?°?[.)/-]\s+(?=\p{L})/gu

/**
 * Puts each item of a numbered or bulleted list on a line of its own. The first number must start the cell, and
 * each further number must be the next one, so "jeunes de 16 - 25 ans" is not a list.
 */
function withoutMarkers(cell: string): string {
  const lines = cell.replace(BULLETS, '\n').replace(DASHES, '').trim()
  let next: number | null = null
  const numbered = lines.replace(NUMBERS, (marker, before: string, number = '', letter = '', at: number) => {
    const place = number === '' ? letter.charCodeAt(0) - BEFORE_A : Number(number)
    if (next === null ? at + before.length !== 0 : place !== next) return marker
    next = place + 1
    return '\n'
  })
  return numbered.trim()
}

const BEFORE_A = 'a'.charCodeAt(0) - 1

function labelsBetween<Meaning>(
  cell: string,
  separator: RegExp,
  meaningOf: Lookup<Meaning>
): Pieces<Meaning> {
  const pieces = piecesOf(cell, separator)
  const meanings: Meaning[] = []
  const rest: string[] = []
  const asides: string[] = []
  let label: string | null = null
  for (let at = 0; at < pieces.length; ) {
    const found: Found<Meaning> | null =
      labelAt(cell, pieces, at, meaningOf) ?? shortenedAt(cell, pieces, at, label, meaningOf)
    if (found === null) {
      const end = endOfText(cell, pieces, at, meaningOf)
      rest.push(textOf(cell, pieces, at, end))
      label = null
      at = end
      continue
    }
    meanings.push(...found.meanings)
    asides.push(...found.asides.filter((aside) => !isExplanation(aside)))
    label = textOf(cell, pieces, at, found.end)
    const end = found.explanation === null ? found.end : endOfText(cell, pieces, found.end - 1, meaningOf)
    const explanation = `${found.explanation ?? ''}${cell.slice(endAt(pieces, found.end), endAt(pieces, end))}`
    if (!isExplanation(explanation)) rest.push(explanation.trim())
    at = end
  }
  return { meanings, rest, asides }
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

/**
 * Finds the longest label that starts at this piece, either alone, or followed by brackets, or by a colon and an
 * explanation.
 */
function labelAt<Meaning>(
  cell: string,
  pieces: readonly Piece[],
  at: number,
  meaningOf: Lookup<Meaning>
): Found<Meaning> | null {
  for (let end = Math.min(at + MOST_PIECES, pieces.length); end > at; end--) {
    const text = textOf(cell, pieces, at, end)
    const alone = meaningOf(text)
    if (alone !== undefined) return { meanings: [alone], end, explanation: null, asides: [] }
    const bracketed = inBrackets(text, meaningOf)
    if (bracketed !== null) return { ...bracketed, end, explanation: null }
    const colon = COLON.exec(text)
    // The colon must be in the last piece. If its explanation contains a separator, the caller continues the
    // explanation.
    if (colon === null || (end - 1 > at && COLON.test(textOf(cell, pieces, at, end - 1)))) continue
    const meaning = meaningOf(text.slice(0, colon.index))
    const explanation = text.slice(colon.index + colon[0].length)
    if (meaning === undefined || takesBack(explanation)) continue
    return { meanings: [meaning], end, explanation, asides: [] }
  }
  return null
}

const BRACKETS = /^([^()]*[^()\s])\s*\(([^()]+)\)$/
const IN_BRACKETS = /\s*[,/;]\s*|\s+(?:et|ou)\s+/

/**
 * Words in brackets that restrict what the label says, so that the label does not count: "Gratuit (sauf
 * impressions)".
 */
const LIMITS =
  /^(?:et|ou|mais)\b|\b(?:sauf|hors|sans|pas|non|ni|aucune?|uniquement|seulement|exclusivement|selon|sous|si|adherente?s?|bientot|prochainement|venir|suspendue?s?|fermee?s?)\b/

/**
 * Reads a label with brackets. The brackets may explain the label ("À distance (visioconférence)") or complete it;
 * if they hold a list, each part of the list completes it ("Handicaps (moteurs, visuels)").
 */
function inBrackets<Meaning>(
  text: string,
  meaningOf: Lookup<Meaning>
): Pick<Found<Meaning>, 'meanings' | 'asides'> | null {
  const [, label = '', inside = ''] = BRACKETS.exec(text) ?? []
  if (label === '') return null
  const completed = inside
    .split(IN_BRACKETS)
    .map((part) => ({ part, meaning: meaningOf(`${label} (${part})`) }))
  const meanings = completed.flatMap(({ meaning }) => meaning ?? [])
  if (meanings.length > 0) {
    return {
      meanings,
      asides: completed.flatMap(({ part, meaning }) => (meaning === undefined ? [part] : []))
    }
  }
  const meaning = LIMITS.test(normaliseOnce(inside)) ? undefined : meaningOf(label)
  if (meaning === undefined) return null
  // The brackets may contain an acronym or another label: "Point information médiation multi services (PIMMS)".
  const besides = meaningOf(inside)
  return besides === undefined
    ? { meanings: [meaning], asides: [inside] }
    : { meanings: [meaning, besides], asides: [] }
}

/** "Gratuit : 1h puis payant" is not free. */
const takesBack = (explanation: string): boolean =>
  !isExplanation(explanation) && /\b(?:puis|ensuite|sauf|payante?s?)\b/.test(normaliseOnce(explanation))

/**
 * Finds a label that leaves out the words which it shares with the label before it: "Handicaps moteurs / visuels".
 */
function shortenedAt<Meaning>(
  cell: string,
  pieces: readonly Piece[],
  at: number,
  label: string | null,
  meaningOf: Lookup<Meaning>
): Found<Meaning> | null {
  const words = label?.split(' ') ?? []
  const text = textOf(cell, pieces, at, at + 1)
  for (let shared = words.length - 1; shared > 0; shared--) {
    const meaning = meaningOf(`${words.slice(0, shared).join(' ')} ${text}`)
    if (meaning !== undefined) return { meanings: [meaning], end: at + 1, explanation: null, asides: [] }
  }
  return null
}

/**
 * Where the text that starts at this piece ends: it continues until a new value or a label starts. "L'accès au lieu
 * et/ou à ses services" is one explanation.
 */
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

/**
 * Whether this piece starts a new value, even an unknown one: a capital letter after a line end or a slash with
 * spaces.
 */
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
