import { mapYielding } from '../../domain/concurrency/map-yielding.ts'
import type { PlaceToPut } from '../../domain/places/compose-place.ts'
import { withCorrections } from '../../domain/places/corrections.ts'
import { qualityOf } from '../../domain/places/quality.ts'
import type { PlaceWriter } from '../../domain/publishing/publishing.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import type { Runner } from '../db/sql.ts'
import { type Schedules, schedulesOf } from '../hours/schedules.ts'
import { loadTermIds, type TermIds } from '../vocabularies/term-ids.ts'
import { correctionsAsked, correctionsKnown, type StandingCorrections } from './correction-reader.ts'
import { type Keywords, keywordsFrom } from './keywords.ts'
import { loadOffering, type Offering } from './offering.ts'
import { type PlaceRow, toPlaceRow } from './place-row.ts'
import { type LabelRow, placePut, placeWithdraw } from './place-write.sql.ts'
import { recordsByPlace } from './records-by-place.ts'

/** A transaction that holds the writers' lock. */
export type Writing = {
  readonly runner: Runner
  /** The time of all writes of the transaction, as RFC 3339 instant. */
  readonly by: string
  /** Returns the knowledge, which is read when a place is first written. */
  readonly now: string
  /** Read when a place is first written. */
  readonly knowledge: () => Promise<Knowledge>
  readonly schedules: Schedules
  readonly corrections: StandingCorrections
}

/** What is needed to compute the rows of places. */
type Knowledge = {
  readonly termIds: TermIds
  readonly keywords: Keywords
  readonly offering: Offering
}

export type WritingOptions = {
  readonly by: string
  readonly now?: Date
  /** Whether places are written page after page, as by an import. */
  readonly many?: boolean
}

export function openWriting(runner: Runner, { by, now = new Date(), many = false }: WritingOptions): Writing {
  let reading: Promise<Knowledge> | undefined
  return {
    runner,
    by,
    now: now.toISOString(),
    knowledge: () => {
      reading ??= readKnowledge(runner, now)
      return reading
    },
    schedules: schedulesOf(runner, now),
    corrections: many ? correctionsKnown(runner) : correctionsAsked(runner)
  }
}

async function readKnowledge(runner: Runner, now: Date): Promise<Knowledge> {
  const [termIds, offering] = await Promise.all([loadTermIds(runner), loadOffering(runner)])
  const keywords = keywordsFrom(runner, { termIds, today: now.toISOString().slice(0, 10) })
  return { termIds, keywords, offering }
}

export const placeWriter = (writing: Writing): PlaceWriter => ({
  recordsOf: (placeIds) => recordsByPlace(writing.runner, placeIds),
  putPlaces: async (places) => {
    const write = await readyPlaces(writing, places)
    await write()
  },
  withdrawPlaces: async (placeIds) => {
    if (placeIds.length > 0) await writing.runner.query(placeWithdraw(placeIds, writing.now))
  }
})

/** Computes everything to be written for the places, and returns a function that writes it. */
export async function readyPlaces(
  writing: Writing,
  composed: readonly PlaceToPut[]
): Promise<() => Promise<void>> {
  const [knowledge, places] = await Promise.all([writing.knowledge(), corrected(writing, composed)])
  const contents = places.map(({ content }) => content)
  const [writeOpenings] = await Promise.all([
    writing.schedules.find(contents),
    knowledge.keywords.learn(contents),
    knowledge.offering.learn(contents)
  ])
  const rows = await mapYielding(places, (place) => JSON.stringify(rowOf(place, writing, knowledge)))
  const known = places.filter(({ isNew }) => isNew !== true).map(({ id }) => id)
  const labels = places.flatMap((place) => labelRows(place, knowledge.termIds))
  return async () => {
    await Promise.all([
      writeOpenings(),
      writing.runner.query(placePut({ rows: `[${rows.join(',')}]`, known, labels }))
    ])
  }
}

async function corrected(
  { corrections }: Writing,
  places: readonly PlaceToPut[]
): Promise<readonly PlaceToPut[]> {
  const standing = await corrections.of(places.map(({ id }) => id))
  if (standing.size === 0) return places
  return places.map((place) => ({ ...place, ...withCorrections(place, standing.get(place.id) ?? []) }))
}

function rowOf(
  { id, content, sources, declarations }: PlaceToPut,
  { now, schedules }: Writing,
  { termIds, keywords, offering }: Knowledge
): PlaceRow {
  const today = now.slice(0, 10)
  const updatedOn = sources.map((source) => source.updated_at).reduce(latest, null)
  const quality = qualityOf(content, updatedOn, today).score
  const schedule = schedules.idOf(content)
  return toPlaceRow(content, {
    id,
    sources,
    declarations,
    offering,
    termIds,
    quality,
    keywords: keywords.of(content),
    schedule,
    createdAt: now,
    updatedAt: now,
    today
  })
}

const latest = (left: string | null, right: string | null): string | null =>
  right === null || (left !== null && left > right) ? left : right

const labelRows = ({ id, content }: PlaceToPut, termIds: TermIds): readonly LabelRow[] =>
  content.labels.map(({ code, source, valid_from, valid_until }) => ({
    place_id: id,
    term_id: termIds(vocabularyOf('label').name, code).id,
    source,
    valid_from,
    valid_until
  }))
