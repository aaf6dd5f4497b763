import type { Place } from '../places/place.ts'
import { CODE_FIELDS, codesIn } from '../places/place-codes.ts'
import { knownFeatures } from '../vocabularies/accessibility.ts'
import { CODE_PARAMETERS, type CodeParameter, type Term } from '../vocabularies/term.ts'
import { findTerm, vocabularyOf } from '../vocabularies/vocabularies.ts'
import type { Meant, Words } from '../words/words.ts'
import { type Mark, marksOf, type Phrase, phraseOf, type StemOf, textWords, wordsIn } from './marks.ts'

export const HIGHLIGHTED = [
  'name',
  'city',
  'types',
  'services',
  'audiences',
  'needs',
  'fees',
  'access',
  'support',
  'labels',
  'accessibility',
  'summary',
  'description'
] as const
type Highlighted = (typeof HIGHLIGHTED)[number]

/** A piece of text, and whether it matches the question. */
export type Piece = { readonly text: string; readonly match: boolean }

/** The matches in one field of a place: the text, or an excerpt if it is long, cut into pieces. */
export type Highlight = {
  readonly field: Highlighted
  /** If the text is the label of a code in a vocabulary: this code; otherwise null. */
  readonly code: string | null
  readonly pieces: readonly Piece[]
  /** Whether the pieces are only an excerpt of the text. */
  readonly cut: boolean
}

const FIELDS: { readonly [parameter in CodeParameter]: Highlighted } = CODE_FIELDS

type Told = { readonly field: Highlighted; readonly text: string }
type Coded = {
  readonly field: Highlighted
  readonly code: string
  readonly meant: Meant | null
  readonly term: Term
}

/** All words whose stems are needed to highlight these places. */
export const wordsToStem = (places: readonly Place[], words: Words): readonly string[] =>
  wordsIn([
    ...wordingsOf(words).flat(),
    ...places.flatMap((place) => [
      ...toldBy(place).map(({ text }) => text),
      ...codedBy(place).flatMap(({ term }) => [term.en, ...sayingsOf(term)])
    ])
  ])

/** Highlights in a place the words that were searched for, and the labels of the codes that were meant. */
export function highlight(
  place: Place,
  words: Words,
  { stemOf, lang }: { readonly stemOf: StemOf; readonly lang: 'fr' | 'en' }
): readonly Highlight[] {
  const [told, coded] = [toldBy(place), codedBy(place)]
  const texts = [...told.map(({ text }) => text), ...coded.flatMap(({ term }) => sayingsOf(term))]
  const phrases = saidPhrases(words, texts, stemOf)
  const meant = new Set(words.groups.flatMap(({ codes }) => codes.map(keyOf)))
  return [
    ...told.map(({ field, text }) => asTold(field, text, marksOf(textWords(text, stemOf), phrases))),
    ...coded.map((each) => {
      const label = each.term[lang]
      const marks = marksOf(textWords(label, stemOf), phrases)
      const whole = each.meant !== null && meant.has(keyOf(each.meant))
      const otherwise = () =>
        sayingsOf(each.term).some((said) => marksOf(textWords(said, stemOf), phrases).length > 0)
      const marked = whole || (marks.length === 0 && otherwise()) ? [{ from: 0, to: label.length }] : marks
      return { ...asTold(each.field, label, marked), code: each.code }
    })
  ]
    .filter(({ pieces }) => pieces.some(({ match }) => match))
    .toSorted((one, other) => HIGHLIGHTED.indexOf(one.field) - HIGHLIGHTED.indexOf(other.field))
}

const keyOf = ({ parameter, code }: Meant): string => `${parameter} ${code}`

/**
 * All wordings of everything that was asked for, and of the town, each split into the words that may be
 * apart.
 */
const wordingsOf = ({ groups, where }: Words): readonly (readonly string[])[] =>
  [...groups.flatMap(({ exact, same, near }) => [...exact, ...same, ...near]), ...(where?.says ?? [])].map(
    (said) => said.split(' & ')
  )

/** The phrases that these texts contain. Words that may be apart count only if all of them are present. */
function saidPhrases(words: Words, texts: readonly string[], stemOf: StemOf): readonly Phrase[] {
  const read = texts.map((text) => textWords(text, stemOf))
  const isSaid = (phrase: Phrase) => read.some((text) => marksOf(text, [phrase]).length > 0)
  return wordingsOf(words).flatMap((parts) => {
    const phrases = parts.map((part) => phraseOf(part, stemOf)).filter(({ length }) => length > 0)
    return phrases.every(isSaid) ? phrases : []
  })
}

function toldBy({ name, address, summary, description }: Place): readonly Told[] {
  const all = { name, city: address.city, summary, description }
  return HIGHLIGHTED.flatMap((field) => {
    const text = field in all ? all[field as keyof typeof all] : null
    return text === null ? [] : [{ field, text }]
  })
}

function codedBy(place: Place): readonly Coded[] {
  const described = CODE_PARAMETERS.flatMap((parameter) =>
    codesIn(place, parameter).flatMap((code) => {
      const term = findTerm(vocabularyOf(parameter).name, code)
      return term ? [{ field: FIELDS[parameter], code, meant: { parameter, code }, term }] : []
    })
  )
  const features = knownFeatures(place.accessibility).present.flatMap((code) => {
    const term = findTerm('accessibility', code)
    return term ? [{ field: 'accessibility' as const, code, meant: null, term }] : []
  })
  return [...described, ...features]
}

/** The wordings of a term: its French label, spellings and synonyms. A place that has the term has all of them. */
const sayingsOf = ({ fr, spellings = [], synonyms = [] }: Term): readonly string[] => [
  fr,
  ...spellings,
  ...synonyms
]

function asTold(field: Highlighted, text: string, marks: readonly Mark[]): Highlight {
  const { from, to } = stretch(text, marks)
  const pieces: Piece[] = []
  let at = from
  for (const mark of marks) {
    if (mark.from < from || mark.to > to) continue
    if (mark.from > at) pieces.push({ text: text.slice(at, mark.from), match: false })
    pieces.push({ text: text.slice(mark.from, mark.to), match: true })
    at = mark.to
  }
  if (to > at) pieces.push({ text: text.slice(at, to), match: false })
  return { field, code: null, pieces, cut: to - from < text.length }
}

/** Longer texts are cut to about this many characters; about a quarter of them precede the first match. */
const LONG = 240

/** The section of a text to show. It is cut between words, so that no character is cut in two. */
function stretch(text: string, marks: readonly Mark[]): Mark {
  const first = marks[0]
  if (text.length <= LONG || !first) return { from: 0, to: text.length }
  const gaps = [0, ...[...text.matchAll(/(?<=\s)(?=\S)/gu)].map(({ index }) => index), text.length]
  const from = gaps.find((gap) => gap >= first.from - LONG / 4) ?? 0
  const start = Math.min(from, first.from)
  const to = gaps.findLast((gap) => gap <= start + LONG) ?? text.length
  return { from: start, to: Math.max(to, first.to) }
}
