import { LRUCache } from 'lru-cache'
import { isValidOn, type PlaceContent } from '../../domain/places/place.ts'
import { type CodeField, codesIn } from '../../domain/places/place-codes.ts'
import { knownFeatures } from '../../domain/vocabularies/accessibility.ts'
import { CODE_PARAMETERS } from '../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { Runner } from '../db/sql.ts'
import type { StoredTerm, TermIds } from '../vocabularies/term-ids.ts'
import { type StemmedWording, wordings } from './wordings.sql.ts'

/** The name of a place and the fields whose terms describe it. */
export type Described = Pick<PlaceContent, 'name' | CodeField | 'accessibility'>

type Describing = {
  readonly termIds: TermIds
  /** The date of today as `YYYY-MM-DD`, which decides which labels are valid. */
  readonly today: string
}

/** Words by which places are found in addition to their own texts, as text of a `tsvector`. */
export type Keywords = {
  /** Loads the stems of all keywords of these places. */
  readonly learn: (places: readonly Described[]) => Promise<void>
  /** The keywords of a place that was passed to the last `learn`. */
  readonly of: (place: Described) => string
}

/**
 * Maximum number of cached wordings, which take a few MB. There are about 1 000 wordings of terms, and one for each
 * name in which words are joined.
 */
const KEPT = 20_000

/**
 * Makes keywords with the stems of the database, which is asked only once for each wording. Nearly all wordings
 * belong to terms, each of which may describe a hundred thousand places.
 */
export function keywordsFrom(runner: Runner, describing: Describing): Keywords {
  // `max` is not used, because it would allocate all entries at once: 5 ms for each correction of a field.
  const stemmed = new LRUCache<string, Stemmed>({ maxSize: KEPT, sizeCalculation: () => 1 })
  return {
    async learn(places) {
      const unknown = new Set<string>()
      for (const place of places) {
        for (const wording of wordingsOf(place, describing)) {
          if (stemmed.get(wording) === undefined) unknown.add(wording)
        }
      }
      if (unknown.size === 0) return
      const { rows } = await runner.query<StemmedWording>(wordings([...unknown]))
      for (const row of rows) stemmed.set(row.wording, quoted(row))
    },
    of: (place) => vectorText([...wordingsOf(place, describing)].map((wording) => known(stemmed, wording)))
  }
}

/**
 * A stemmed wording in the form in which it is inserted into the text of a `tsvector`. It is prepared once, because
 * a wording may be written a hundred thousand times.
 */
type Stemmed = { readonly stems: readonly (readonly [quoted: string, at: number])[]; readonly words: number }

const quoted = ({ stems, words }: StemmedWording): Stemmed => ({
  stems: Object.entries(stems).flatMap(([stem, positions]) =>
    positions.map((at) => [`'${stem.replace(/['\\]/g, '$&$&')}'`, at] as const)
  ),
  words
})

function known(stemmed: LRUCache<string, Stemmed>, wording: string): Stemmed {
  const found = stemmed.get(wording)
  if (found === undefined) throw new Error(`Nobody asked for the stems of "${wording}".`)
  return found
}

/**
 * The wordings by which a place is found in addition to its own texts. If you change how they are derived, see
 * `refresh-keywords.ts`.
 */
export function wordingsOf(place: Described, describing: Describing): ReadonlySet<string> {
  const wordings = new Set<string>()
  for (const { words } of describingTerms(place, describing)) for (const each of words) wordings.add(each)
  for (const each of runTogether(place.name)) wordings.add(each)
  return wordings
}

/**
 * The words that a name writes together, separated by spaces. PostgreSQL takes "Jolimont/Soupetard" for the name of
 * a file and "F.Dolto" for a host, and does not split them.
 */
const runTogether = (name: string): readonly string[] =>
  (name.match(/\S*[\p{L}\p{N}][./][\p{L}\p{N}]\S*/gu) ?? []).map((run) => run.split(/[./]+/).join(' ').trim())

/** The text of a `tsvector`, as `to_tsvector` would make it from all wordings one after the other. */
function vectorText(all: readonly Stemmed[]): string {
  const positions = new Map<string, string>()
  let before = 0
  for (const { stems, words } of all) {
    for (const [stem, at] of stems) {
      const others = positions.get(stem)
      positions.set(stem, others === undefined ? `${before + at}` : `${others},${before + at}`)
    }
    before += words
  }
  let text = ''
  for (const [stem, at] of positions) text += `${stem}:${at} `
  return text
}

/** The terms that say what the place is and has. */
export function describingTerms(content: Described, { termIds, today }: Describing): readonly StoredTerm[] {
  const valid = { ...content, labels: content.labels.filter((label) => isValidOn(label, today)) }
  return [
    ...CODE_PARAMETERS.flatMap((parameter) =>
      codesIn(valid, parameter).map((code) => termIds(vocabularyOf(parameter).name, code))
    ),
    ...knownFeatures(content.accessibility).present.map((code) => termIds('accessibility', code))
  ]
}
