import { decodeHTML } from 'entities'

/** A text in lower case without accents, and where each of its characters stands in the original. */
export type Folded = {
  readonly text: string
  /** Start in the original of each character of `text`, and the length of the original at the end. */
  readonly starts: readonly number[] | null
  /** End in the original of each character. Both are null if the positions are the same. */
  readonly ends: readonly number[] | null
}

/** Letters that decompose to nothing by Unicode. */
const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i'
}

/** A letter that was lost, however many signs stand for it. */
export const LOST_LETTER = '\ufffd'

/** ASCII without anything that may stand for another character. */
const PLAIN = /^[\t\n\r -%'-;=?-[\]-~]*$/
const ESCAPED = /%[0-9a-f]{2}/i

/**
 * A tag, an entity, bytes in hexadecimal, a JSON escape, two letters that were one before UTF-8 was read as
 * Windows-1252, or one character.
 */
const PIECE =
  /<\/?[a-z][^<>]{0,300}>|&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8}\d?);|(?:%[\da-f]{2})+|\\+u[\da-f]{4}|[ÂÃÅ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]|\ufffd+|[\s\S]/giu

/**
 * Folds a text so that all spellings of a word are equal: capitals, accents, ligatures, HTML entities, escapes of URLs
 * and of JSON, and accents that were read in the wrong encoding. Tags become spaces; invisible characters go.
 */
export function fold(original: string): Folded {
  if (PLAIN.test(original) && !ESCAPED.test(original))
    return { text: original.toLowerCase(), starts: null, ends: null }
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: piece, index } of original.matchAll(PIECE)) {
    for (const character of foldedPiece(piece)) {
      text += character
      starts.push(index)
      ends.push(index + piece.length)
    }
  }
  starts.push(original.length)
  ends.push(original.length)
  return { text, starts, ends }
}

/** The folded word of an entered name. */
export function foldWord(word: string): string {
  const before = knownWords.get(word)
  if (before !== undefined) return before
  const folded = [...word].map(foldCharacter).join('')
  if (knownWords.size >= MOST_WORDS) knownWords.clear()
  knownWords.set(word, folded)
  return folded
}

/** Cache: texts consist of the same few thousand words. */
const knownWords = new Map<string, string>()
const MOST_WORDS = 50_000

function foldedPiece(piece: string): string {
  if (piece.length === 1) return foldCharacter(piece)
  if (piece.startsWith(LOST_LETTER)) return LOST_LETTER
  const decoded = decode(piece)
  return decoded === piece ? [...piece].map(foldCharacter).join('') : [...decoded].map(foldCharacter).join('')
}

function decode(piece: string): string {
  const first = piece[0]
  if (first === '<') return ' '
  if (first === '&') return decodeHTML(piece)
  if (first === '%') return unescaped(piece)
  if (first === '\\') return String.fromCharCode(Number.parseInt(piece.slice(-4), 16))
  return piece.length === 2 ? misread(piece) : piece
}

function unescaped(piece: string): string {
  try {
    return decodeURIComponent(piece)
  } catch {
    // Not UTF-8: Windows-1252, as old sites write it.
    return piece.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
}

/** The byte of each character of Windows-1252. */
const BYTES = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (character, byte) => [character, byte] as const
  )
)

function misread(piece: string): string {
  const [lead = 0, trail = 0] = [...piece].map((character) => BYTES.get(character) ?? 0)
  return trail >= 0x80 && trail < 0xc0 ? String.fromCodePoint(((lead & 0x1f) << 6) | (trail & 0x3f)) : piece
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{M}]/gu

/** Most characters of a text are among a few dozens. */
const known = new Map<string, string>()
const MOST_KNOWN = 5_000

function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const lower = character.toLowerCase()
  const folded = (LIGATURES[lower] ?? lower.normalize('NFKD')).replace(INVISIBLE, '').toLowerCase()
  if (known.size < MOST_KNOWN) known.set(character, folded)
  return folded
}
