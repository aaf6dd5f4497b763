import { createHash } from 'node:crypto'
import { escapeUTF8 } from 'entities'
import type { Language } from '../../domain/language.ts'

/** A feed, with absolute addresses. */
export type Feed = {
  readonly lang: Language
  readonly title: string
  /** The address of the feed, which is its id too. */
  readonly self: string
  /** The page that the feed is about. */
  readonly page: string
  readonly author: string
  /** The newest first. */
  readonly entries: readonly Entry[]
}

type Entry = {
  /** What makes the entry unique: the same text gives the same id, whatever the address of the directory. */
  readonly key: string
  readonly title: string
  /** RFC 3339 instant. */
  readonly at: string
  readonly page: string
  /** One paragraph each. */
  readonly lines: readonly string[]
}

/** A feed must have a date. Without entries, nothing has ever changed. */
const NEVER = '1970-01-01T00:00:00Z'

/** Writes a feed in Atom (RFC 4287). */
export const writeAtom = ({ lang, title, self, page, author, entries }: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${xml(self)}</id>
  <title>${xml(title)}</title>
  <updated>${entries[0]?.at ?? NEVER}</updated>
  <author><name>${xml(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="text/html" href="${xml(page)}"/>
${entries.map(written).join('')}</feed>
`

const written = ({ key, title, at, page, lines }: Entry): string => `  <entry>
    <id>${idOf(key)}</id>
    <title>${xml(title)}</title>
    <updated>${at}</updated>
    <link rel="alternate" type="text/html" href="${xml(page)}"/>
    <content type="html">${xml(lines.map((line) => `<p>${xml(line)}</p>`).join(''))}</content>
  </entry>
`

/** A UUID made from the key (version 8, RFC 9562), so that readers know an entry again in any feed. */
function idOf(key: string): string {
  const digest = createHash('sha256').update(key).digest()
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = digest.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`
}

/** Signs that no XML document may contain, even escaped. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const xml = (text: string): string => escapeUTF8(text.replace(FORBIDDEN, '\ufffd'))
