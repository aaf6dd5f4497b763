import { isAscii, isUtf8 } from 'node:buffer'

type Decoded = {
  readonly text: AsyncIterable<string>
  /** Warnings about the encoding, complete once `text` has been read to its end. */
  readonly warnings: () => readonly string[]
  /** How the last bytes show that the file was cut, or null; complete once `text` has been read to its end. */
  readonly cut: () => string | null
}

/**
 * Decodes UTF-8 with or without a BOM, UTF-16 with a BOM, and otherwise Windows-1252. The first bytes beyond ASCII
 * decide the encoding; the text before them is the same in UTF-8 and Windows-1252, so the file need not be read
 * twice.
 */
export function decodeText(bytes: AsyncIterable<Buffer>): Decoded {
  const warnings: string[] = []
  const ending: Ending = { cut: null }
  return { text: decode(bytes, warnings, ending), warnings: () => warnings, cut: () => ending.cut }
}

type Ending = { cut: string | null }

async function* decode(
  bytes: AsyncIterable<Buffer>,
  warnings: string[],
  ending: Ending
): AsyncIterable<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let held: Buffer = Buffer.alloc(0)
  let damaged = 0
  for await (const chunk of withWholeBom(bytes)) {
    const { whole, rest } = splitAtCharacter(held.length === 0 ? chunk : Buffer.concat([held, chunk]))
    held = rest
    if (decoder === undefined && !isAscii(whole)) {
      decoder = new TextDecoder(encodingOf(whole))
      if (decoder.encoding !== 'utf-8')
        warnings.push(`The file is not UTF-8; it was read as ${NAMES[decoder.encoding] ?? decoder.encoding}.`)
    }
    if (decoder === undefined) {
      yield whole.toString('latin1')
      continue
    }
    if (decoder.encoding === 'utf-8' && !isUtf8(whole)) damaged += countReplaced(whole)
    yield decoder.decode(whole, { stream: true })
  }
  const last = (decoder ?? new TextDecoder('utf-8')).decode(held)
  yield last
  // If no other character beyond ASCII came before, these last bytes may also be complete characters of
  // Windows-1252.
  if (decoder !== undefined && decoder.encoding !== 'windows-1252' && last.endsWith('\ufffd'))
    ending.cut = 'it ends within a letter'
  if (damaged > 0)
    warnings.push(`${damaged} characters are not valid UTF-8, unlike the rest; they were read as \ufffd.`)
}

const NAMES: Readonly<Record<string, string>> = {
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16'
}

/** Joins the first chunks, because a pipe may deliver single bytes, which are not enough to detect a BOM. */
async function* withWholeBom(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let start: Buffer | null = Buffer.alloc(0)
  for await (const chunk of bytes) {
    if (start === null) {
      yield chunk
      continue
    }
    start = Buffer.concat([start, chunk])
    if (start.length < LONGEST_BOM) continue
    yield start
    start = null
  }
  if (start !== null && start.length > 0) yield start
}

const LONGEST_BOM = 3

/** Splits off an incomplete UTF-8 character at the end of a chunk, so that it can be decoded with the next chunk. */
function splitAtCharacter(bytes: Buffer): { readonly whole: Buffer; readonly rest: Buffer } {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    if (size > back) {
      return { whole: bytes.subarray(0, bytes.length - back), rest: bytes.subarray(bytes.length - back) }
    }
    if (size > 1) break
  }
  return { whole: bytes, rest: Buffer.alloc(0) }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  // One damaged character must not turn a whole UTF-8 file into mojibake, so the majority decides.
  const characters = bytes.toString('utf8').match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return characters > countReplaced(bytes) ? 'utf-8' : 'windows-1252'
}

const countReplaced = (bytes: Buffer): number => bytes.toString('utf8').split('\ufffd').length - 1
