import { knownFeatures } from '../domain/accessibility.ts'
import { isValidOn, type PlaceContent } from '../domain/place.ts'
import { vocabularyOf } from '../domain/vocabularies/vocabularies.ts'
import { type StemmedWording, wordings } from './queries/wordings.sql.ts'
import type { Runner } from './sql.ts'
import type { StoredTerm, TermIds } from './term-ids.ts'

/** What a place says of itself by terms, and its name. */
export type Described = Pick<
  PlaceContent,
  | 'name'
  | 'types'
  | 'services'
  | 'audiences'
  | 'needs'
  | 'fees'
  | 'access'
  | 'support'
  | 'labels'
  | 'accessibility'
>

export type Describing = {
  readonly termIds: TermIds
  /** `YYYY-MM-DD`: which labels are valid depends on it. */
  readonly today: string
}

/** What places are found by beside their own texts, as text of a `tsvector`. */
export type Keywords = {
  /** Makes sure that the stems of all that they are found by are known. */
  readonly learn: (places: readonly Described[]) => Promise<void>
  /** Of a place that was learnt last. */
  readonly of: (place: Described) => string
}

/** Wordings kept: the terms' are some 1 000, of a name that writes its words together each. Some MB. */
const KEPT = 20_000

/**
 * Stems are the database's: each wording is asked of it once, which is nearly always that of a term, where the places
 * that are said by it are a hundred thousand.
 */
export function keywordsFrom(runner: Runner, describing: Describing): Keywords {
  const stemmed = new Map<string, StemmedWording>()
  return {
    async learn(places) {
      if (stemmed.size > KEPT) stemmed.clear()
      const said = new Set(places.flatMap((place) => wordingsOf(place, describing)))
      const unknown = [...said].filter((wording) => !stemmed.has(wording))
      if (unknown.length === 0) return
      const { rows } = await runner.query<StemmedWording>(wordings(unknown))
      for (const row of rows) stemmed.set(row.wording, row)
    },
    of: (place) =>
      vectorText(
        wordingsOf(place, describing).map((wording) => {
          const known = stemmed.get(wording)
          if (known === undefined) throw new Error(`Nobody asked for the stems of "${wording}".`)
          return known
        })
      )
  }
}

/** What a place is found by beside its own texts: see `refresh-keywords.ts` for when that changes. */
export const wordingsOf = (place: Described, describing: Describing): readonly string[] => [
  ...new Set([
    ...describingTerms(place, describing).flatMap(({ words }) => words),
    ...runTogether(place.name)
  ])
]

/** PostgreSQL takes "Jolimont/Soupetard" for the name of a file and "F.Dolto" for a host, and keeps them whole. */
const runTogether = (name: string): readonly string[] =>
  (name.match(/\S*[\p{L}\p{N}][./][\p{L}\p{N}]\S*/gu) ?? []).map((run) => run.split(/[./]+/).join(' ').trim())

/** As `to_tsvector` would read them one behind the other. */
function vectorText(all: readonly StemmedWording[]): string {
  const positions = new Map<string, number[]>()
  let before = 0
  for (const { stems, words } of all) {
    for (const [stem, at] of Object.entries(stems)) {
      const known = positions.get(stem)
      const further = at.map((position) => before + position)
      if (known) known.push(...further)
      else positions.set(stem, further)
    }
    before += words
  }
  return [...positions].map(([stem, at]) => `'${stem.replace(/['\\]/g, '$&$&')}':${at.join(',')}`).join(' ')
}

/** The terms that say what the place is and has. */
export function describingTerms(content: Described, { termIds, today }: Describing): readonly StoredTerm[] {
  const valid = content.labels.filter((label) => isValidOn(label, today)).map(({ code }) => code)
  return [
    ...content.types.map((code) => termIds(vocabularyOf('type').name, code)),
    ...content.services.map((code) => termIds(vocabularyOf('service').name, code)),
    ...content.audiences.map((code) => termIds(vocabularyOf('audience').name, code)),
    ...content.needs.map((code) => termIds(vocabularyOf('need').name, code)),
    ...content.fees.map((code) => termIds(vocabularyOf('fee').name, code)),
    ...content.access.map((code) => termIds(vocabularyOf('access').name, code)),
    ...content.support.map((code) => termIds(vocabularyOf('support').name, code)),
    ...valid.map((code) => termIds(vocabularyOf('label').name, code)),
    ...knownFeatures(content.accessibility).present.map((code) => termIds('accessibility', code))
  ]
}
