import { decodeHTMLStrict } from 'entities'
import { mendMojibake, readAsWindows } from './mojibake.ts'
import { type Repair, replace } from './step.ts'

// Strictly with a semicolon, because `?lieu=3&copy=2` is part of a link.
const ENTITIES: Repair = { name: 'decoded HTML entities', apply: decodeHTMLStrict }
const MOJIBAKE: Repair = { name: 'repaired mojibake', apply: mendMojibake }
const WINDOWS: Repair = { name: 'read U+0080 to U+009F as Windows-1252', apply: readAsWindows }
// Such a character may stand between two words, where an old program broke the line.
const CONTROL = replace(
  'replaced control characters with spaces',
  // biome-ignore lint/suspicious/noControlCharactersInRegex: replacing them is what it is for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g,
  ' '
)
// U+FFFD is kept: it shows that a letter was lost before the file was received.
const INVISIBLE = replace(
  'removed invisible characters',
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]|\p{Surrogate}/gu,
  ''
)
export const PLACEHOLDER = replace(
  'emptied a placeholder',
  /^(?:null|none|nan|undefined|n\/?[acdr]|non renseignée?s?|non communiquée?s?|inconnue?s?|[-–—./?]+)$/i,
  ''
)

/** For names, streets and towns: a single line. */
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

/** For descriptions, in which lines and paragraphs matter. */
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
