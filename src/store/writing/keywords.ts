import { LRUCache } from 'lru-cache'
import { isValidOn, type PlaceContent } from '../../domain/places/place.ts'
import { type CodeField, codesIn } from '../../domain/places/place-codes.ts'
import { knownFeatures } from '../../domain/vocabularies/accessibility.ts'
import { CODE_PARAMETERS } from '../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { Runner } from '../db/sql.ts'
import type { StoredTerm, TermIds } from '../vocabularies/term-ids.ts'
import { type StemmedWording, wordings } from './wordings.sql.ts'

/** What a place says of itself by terms, and its name. */
export type Described = Pick<PlaceContent, 'name' | CodeField | 'accessibility'>

type Describing = {
  readonly termIds: TermIds
  /** `YYYY-MM-DD`: which labels are valid depends on it. */
  readonly today: string
}

/** Words by which places are found in addition to their own texts, as text of a `tsvector`. */
export type Keywords = {
  /** Loads the stems of all keywords of these places. */
  readonly learn: (places: readonly Described[]) => Promise<void>
  /** The keywords of a place that was passed to the last `learn`. */
  readonly of: (place: Described) => string
}

/** Wordings kept: the terms' are some 1 000, and there is one for each name that writes words together. Some MB. */
const KEPT = 20_000

/**
 * Stems are the database's: each wording is asked of it once, which is nearly always that of a term, where the places
 * that are said by it are a hundred thousand.
 */
export function keywordsFrom(runner: Runner, describing: Describing): Keywords {
  // Not `max`, which would take room for all of them at once: 5 ms for each correction of a field.
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

/** Ready to be put into the text of a `tsvector`: a directory writes each a hundred thousand times. */
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

/** What a place is found by beside its own texts: see `refresh-keywords.ts` for when that changes. */
export function wordingsOf(place: Described, describing: Describing): ReadonlySet<string> {
  const wordings = new Set<string>()
  for (const { words } of describingTerms(place, describing)) for (const each of words) wordings.add(each)
  for (const each of runTogether(place.name)) wordings.add(each)
  return wordings
}

/** PostgreSQL takes "Jolimont/Soupetard" for the name of a file and "F.Dolto" for a host, and keeps them whole. */
const runTogether = (name: string): readonly string[] =>
  (name.match(/\S*[\p{L}\p{N}][./][\p{L}\p{N}]\S*/gu) ?? []).map((run) => run.split(/[./]+/).join(' ').trim())

/** As `to_tsvector` would read them one behind the other. */
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
