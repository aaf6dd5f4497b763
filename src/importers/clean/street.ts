import { type Repair, replace } from './step.ts'

/**
 * Postal abbreviations for kinds of street. Expanded only at the start, after a number: "St Pl" is ambiguous.
 */
const KINDS: Readonly<Record<string, string>> = {
  all: 'allée',
  ave: 'avenue',
  av: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  chem: 'chemin',
  che: 'chemin',
  crs: 'cours',
  esp: 'esplanade',
  fg: 'faubourg',
  fbg: 'faubourg',
  imp: 'impasse',
  lot: 'lotissement',
  pl: 'place',
  qu: 'quai',
  rte: 'route',
  sq: 'square'
}

const ABBREVIATED = new RegExp(
  `^((?:\\d+[\\d\\s/,-]*(?:bis|ter|quater|[a-d])?[\\s,]+)?)(${Object.keys(KINDS).join('|')})\\b\\.?\\s+(?=\\p{L})`,
  'iu'
)

/** Keeps the case of the abbreviation: a street in capitals stays in capitals. */
const inCaseOf = (model: string, word: string): string => {
  if (model === model.toUpperCase() && model.length > 1) return word.toUpperCase()
  return model[0] === model[0]?.toUpperCase() ? `${word[0]?.toUpperCase()}${word.slice(1)}` : word
}

export const STREET: readonly Repair[] = [
  replace('removed the house number 0', /^0+[\s,]+(?=\p{L})/u, ''),
  replace('removed punctuation around the street', /^[\s,;–-]+|[\s,;–-]+$/g, ''),
  {
    name: 'expanded the abbreviated kind of street',
    apply: (value) =>
      value.replace(
        ABBREVIATED,
        (_, number: string, kind: string) => `${number}${inCaseOf(kind, KINDS[kind.toLowerCase()] ?? kind)} `
      )
  }
]

/** A post-office box or a sorting office, which is not part of the place's address. */
export const POST_BOX =
  /(?:^|[\s,;–-]+)((?:B\.?P\.?|C\.?S\.?|T\.?S\.?A\.?)\s?(?:n°\s?)?\d{1,3}(?:\s?\d{2,3})?(?!\d)(?:\s+cedex(?:\s+\d{1,2})?)?|cedex(?:\s+\d{1,2})?)(?=$|[\s,;–-])/i
