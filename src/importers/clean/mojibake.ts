/** The differences between Windows-1252 and Latin-1: the byte of each of its 27 characters beyond U+00FF. */
const HIGH_BYTES = new Map(
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
    .split('')
    .map((character, index) => [character, 0x80 + index] as const)
)
const byteOf = (character: string): number => HIGH_BYTES.get(character) ?? character.charCodeAt(0)

const CONTINUATION = `[\u0080-\u00bf${[...HIGH_BYTES.keys()].join('')}]`

/**
 * UTF-8 decoded as Windows-1252: `Ã©` for é, `â€™` for ’, `Å“` for œ. Only the four first bytes that occur in
 * French are matched: `É»`, the end of « CAFÉ», is a letter and a quotation mark, and must stay.
 */
const MISREAD = new RegExp(`[ÂÃÅ]${CONTINUATION}|â${CONTINUATION}{2}`, 'g')

const decoder = new TextDecoder('utf-8', { fatal: true })

export const mendMojibake = (value: string): string =>
  value.replace(MISREAD, (misread) => {
    try {
      return decoder.decode(Uint8Array.from(misread, byteOf))
    } catch {
      return misread
    }
  })
