import { decodeHTMLStrict } from 'entities'
import { mendMojibake, readAsWindows } from './mojibake.ts'
import { type Repair, replace } from './step.ts'

// Only entities that end with a semicolon are decoded, because `?lieu=3&copy=2` is part of a link.
const ENTITIES: Repair = { name: 'decoded HTML entities', apply: decodeHTMLStrict }
const MOJIBAKE: Repair = { name: 'repaired mojibake', apply: mendMojibake }
const WINDOWS: Repair = { name: 'read U+0080 to U+009F as Windows-1252', apply: readAsWindows }
// A control character may stand between two words, where an old program broke the line.
const CONTROL_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: replacing them is what it is for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g
const CONTROL = replace('replaced control characters with spaces', CONTROL_CHARACTERS, ' ')
// Soft hyphens, characters without width, those that change the direction of text and can make a name read as another
// one, and the tags that mark it in secret.
const INVISIBLE_CHARACTERS =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu
// U+FFFD is kept: it shows that a letter was lost before the file was received.
const INVISIBLE = replace('removed invisible characters', INVISIBLE_CHARACTERS, '')
/** A text without characters that people cannot see; line ends and tabs stay. */
export const visible = (text: string): string =>
  text.replace(CONTROL_CHARACTERS, ' ').replace(INVISIBLE_CHARACTERS, '')

export const PLACEHOLDER = replace(
  'emptied a placeholder',
  /^(?:null|none|nan|undefined|n\/?[acdr]|non renseignée?s?|non communiquée?s?|inconnue?s?|[-–—./?]+)$/i,
  ''
)

/** Repairs of names, streets and towns, which become a single line. */
export const LINE: readonly Repair[] = [
  ENTITIES,
  MOJIBAKE,
  replace('removed HTML tags', /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, ' '),
  WINDOWS,
  CONTROL,
  INVISIBLE,
  { name: 'normalised spaces', apply: (value) => value.replace(/\s+/g, ' ').trim() },
  PLACEHOLDER
]

/** Repairs of descriptions, in which lines and paragraphs matter. */
export const PARAGRAPHS: readonly Repair[] = [
  ENTITIES,
  MOJIBAKE,
  replace('converted HTML line breaks', /<\s*(?:br|\/p|\/li|\/h\d|\/div)\s*\/?>/gi, '\n'),
  replace('removed HTML tags', /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, ' '),
  WINDOWS,
  CONTROL,
  INVISIBLE,
  {
    name: 'normalised spaces',
    apply: (value) =>
      value
        .replace(/\r\n?/g, '\n')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
  },
  PLACEHOLDER
]
