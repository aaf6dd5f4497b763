/** A character set that is wrongly used to decode UTF-8. */
type Misreading = {
  readonly bytes: ReadonlyMap<string, number>
  /** Sequences that occur in misread UTF-8, but not in French. */
  readonly pattern: RegExp
}

/**
 * The characters for the bytes 0x80 to 0x9f, in which Windows-1252 differs from Latin-1. It has characters beyond
 * U+00FF for 27 of these bytes.
 */
const WINDOWS_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** The characters from 0x80 in Mac Roman and in DOS 850, up to the last character that is matched as a first byte. */
const MAC =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰Â'
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕ'

const bytesFrom = (characters: string): ReadonlyMap<string, number> =>
  new Map([...characters].map((character, index) => [character, 0x80 + index] as const))

const WINDOWS = bytesFrom(WINDOWS_HIGH)

/**
 * Control characters do not occur in text, so a decoding that produces them is wrong. The exception is text that was
 * misread twice as Latin-1: after the first decoding, a control character is a half of a character.
 */
const CONTROL = /[\u0080-\u009f]/

/** The characters of a set for the bytes 0x80 to 0xbf, which follow the first byte of a UTF-8 character. */
const continuationOf = (characters: string): string => `[${[...characters].slice(0, 0x40).join('')}]`

const WINDOWS_CONTINUATION = `[\u0080-\u00bf${WINDOWS_HIGH}]`
const MAC_CONTINUATION = continuationOf(MAC)
const DOS_CONTINUATION = continuationOf(DOS)

/**
 * UTF-8 decoded as Windows-1252 (`Ã©` for é, `â€™` for ’), as Mac Roman (`√©`, `‚Äô`) or as DOS 850 (`├®`,
 * `ÔÇÖ`). Only first bytes that occur in French are matched: `É»`, the end of « CAFÉ», is a letter and a
 * quotation mark and must stay. In French, characters of three bytes are those that begin with E2 80 (’, –, …),
 * € and ™.
 */
const MISREADINGS: readonly Misreading[] = [
  {
    bytes: bytesFrom(MAC),
    pattern: new RegExp(`[¬√≈]${MAC_CONTINUATION}|‚[ÄÇÑ]${MAC_CONTINUATION}`, 'g')
  },
  {
    bytes: bytesFrom(DOS),
    pattern: new RegExp(`[┬├┼]${DOS_CONTINUATION}|Ô[Çéä]${DOS_CONTINUATION}`, 'g')
  },
  // Last, because its first bytes are accented letters, which the other two sets produce. `â„¢`, `Ë†`, `Ëœ` and
  // `Æ’` are ™, ˆ, ˜ and ƒ, which occur only as the halves of ’, È, Ø and Ã in text misread twice.
  {
    bytes: WINDOWS,
    pattern: new RegExp(
      `[ÂÃÅ]${WINDOWS_CONTINUATION}|â[€\u0080‚\u0082„\u0084]${WINDOWS_CONTINUATION}|Ë[†œ]|Æ’`,
      'g'
    )
  }
]

const WINDOWS_CHARACTERS = [...WINDOWS_HIGH]

/**
 * Windows-1252 decoded as Latin-1 has control characters for ’, – and œ. Five of them have no meaning in
 * Windows-1252 either and stay.
 */
export const readAsWindows = (value: string): string =>
  CONTROL.test(value)
    ? value.replace(
        /[\u0080-\u009f]/g,
        (control) => WINDOWS_CHARACTERS[control.charCodeAt(0) - 0x80] ?? control
      )
    : value

const decoder = new TextDecoder('utf-8', { fatal: true })

const FIRST_BYTES = /[ÂÃÅâËÆ¬√≈‚┬├┼Ô]/

/** Text may have been encoded two or three times: it is decoded until nothing changes. */
const MOST_TIMES = 3

export function mendMojibake(value: string): string {
  if (!FIRST_BYTES.test(value)) return value
  let mended = value
  for (let time = 0; time < MOST_TIMES; time++) {
    const before = mended
    for (const misreading of MISREADINGS) mended = decoded(mended, misreading)
    // The second byte of à is a no-break space. Some programs turn it into a space, or drop it before a space.
    mended = mended.replace(/Ã (?=\p{Ll}|\s|$)/gu, 'à ')
    if (mended === before) return mended
  }
  return mended
}

const decoded = (value: string, { bytes, pattern }: Misreading): string =>
  value.replace(pattern, (misread) => {
    try {
      const read = decoder.decode(
        Uint8Array.from([...misread], (character) => bytes.get(character) ?? character.charCodeAt(0))
      )
      return bytes !== WINDOWS && CONTROL.test(read) ? misread : read
    } catch {
      return misread
    }
  })
