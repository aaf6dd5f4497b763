/** A character set as which UTF-8 is misread. */
type Misreading = {
  readonly bytes: ReadonlyMap<string, number>
  /** Sequences that cannot be French and that may be misread UTF-8. */
  readonly pattern: RegExp
}

/** The differences between Windows-1252 and Latin-1: the byte of each of its 27 characters beyond U+00FF. */
const WINDOWS_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** The first characters beyond ASCII of Mac Roman and of DOS 850, as far as the first bytes that are matched. */
const MAC =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰Â'
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕ'

const bytesFrom = (characters: string): ReadonlyMap<string, number> =>
  new Map([...characters].map((character, index) => [character, 0x80 + index] as const))

const WINDOWS = bytesFrom(WINDOWS_HIGH)

/**
 * No text has these, so the bytes were not those of a text; except half-way through Latin-1 that was misread twice, where
 * they are half a character.
 */
const CONTROL = /[\u0080-\u009f]/

/** What a set shows for the bytes 0x80 to 0xbf, which follow the first one of a UTF-8 character. */
const continuationOf = (characters: string): string => `[${[...characters].slice(0, 0x40).join('')}]`

const WINDOWS_CONTINUATION = `[\u0080-\u00bf${WINDOWS_HIGH}]`
const MAC_CONTINUATION = continuationOf(MAC)
const DOS_CONTINUATION = continuationOf(DOS)

/**
 * UTF-8 decoded as Windows-1252 (`Ã©` for é, `â€™` for ’), as Mac Roman (`√©`, `‚Äô`) or as DOS 850 (`├®`, `ÔÇÖ`). Only
 * first bytes that occur in French are matched: `É»`, the end of « CAFÉ», is a letter and a quotation mark, and must stay.
 * Of the characters with three bytes, French has those that begin with E2 80 (’, –, …) and the euro sign.
 */
const MISREADINGS: readonly Misreading[] = [
  {
    bytes: bytesFrom(MAC),
    pattern: new RegExp(`[¬√≈]${MAC_CONTINUATION}|‚[ÄÇ]${MAC_CONTINUATION}`, 'g')
  },
  {
    bytes: bytesFrom(DOS),
    pattern: new RegExp(`[┬├┼]${DOS_CONTINUATION}|Ô[Çé]${DOS_CONTINUATION}`, 'g')
  },
  // Last, because the accented letters of the two others would look like its first bytes.
  {
    bytes: WINDOWS,
    pattern: new RegExp(`[ÂÃÅ]${WINDOWS_CONTINUATION}|â[€\u0080‚\u0082]${WINDOWS_CONTINUATION}`, 'g')
  }
]

const decoder = new TextDecoder('utf-8', { fatal: true })

const FIRST_BYTES = /[ÂÃÅâ¬√≈‚┬├┼Ô]/

/** Text that was encoded twice, or three times, is decoded until nothing changes. */
const MOST_TIMES = 3

export function mendMojibake(value: string): string {
  if (!FIRST_BYTES.test(value)) return value
  let mended = value
  for (let time = 0; time < MOST_TIMES; time++) {
    const before = mended
    for (const misreading of MISREADINGS) mended = decoded(mended, misreading)
    // The second byte of à is a no-break space, which other programs turned into a space, or dropped before one.
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
