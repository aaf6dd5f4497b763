import type { PlaceToPut } from '../../domain/places/compose-place.ts'
import { withCorrections } from '../../domain/places/corrections.ts'
import { qualityOf } from '../../domain/places/quality.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { inStretches } from '../../domain/work/map-yielding.ts'
import { writingByIndex } from '../db/index-hints.sql.ts'
import type { Runner } from '../db/sql.ts'
import { type Schedules, schedulesOf } from '../hours/schedules.ts'
import { loadTermIds, type TermIds } from '../vocabularies/term-ids.ts'
import { correctedPlaces } from './corrected.sql.ts'
import { correctionsOf } from './correction-reader.ts'
import { type Keywords, keywordsFrom } from './keywords.ts'
import { loadOffering, type Offering } from './offering.ts'
import { type PlaceRow, toPlaceRow } from './place-row.ts'
import { type LabelRow, placeLabelsAdd, placeLabelsClear, placePut } from './place-write.sql.ts'
import type { StagingTables } from './staging-tables.ts'

export type Writing = {
  readonly tables: StagingTables
  readonly termIds: TermIds
  readonly keywords: Keywords
  readonly offering: Offering
  readonly schedules: Schedules
  /** RFC 3339 instant of the run. */
  readonly now: string
  /** Whether something of the place stands corrected; nobody else changes that while we write. */
  readonly isCorrected: (placeId: string) => boolean
}

/** Within a transaction that holds the lock of commits. */
export async function openWriting(runner: Runner, tables: StagingTables, now: Date): Promise<Writing> {
  await runner.query(writingByIndex(true))
  const termIds = await loadTermIds(runner)
  const { rows } = await runner.query<{ place_id: string }>(correctedPlaces())
  const corrected = new Set(rows.map(({ place_id }) => place_id))
  return {
    tables,
    termIds,
    keywords: keywordsFrom(runner, { termIds, today: now.toISOString().slice(0, 10) }),
    offering: await loadOffering(runner),
    schedules: schedulesOf(runner, now),
    now: now.toISOString(),
    isCorrected: (id) => corrected.has(id)
  }
}

/** Takes places as their sources make them: whoever writes them, their corrections go on top here. */
export async function putPlaces(
  runner: Runner,
  composed: readonly PlaceToPut[],
  writing: Writing
): Promise<void> {
  const write = await readyPlaces(runner, composed, writing)
  await write()
}

/** All of it but the writing, which it answers. */
export async function readyPlaces(
  runner: Runner,
  composed: readonly PlaceToPut[],
  writing: Writing
): Promise<() => Promise<void>> {
  const places = await corrected(runner, composed, writing)
  const contents = places.map(({ content }) => content)
  const [writeOpenings] = await Promise.all([
    writing.schedules.find(contents),
    writing.keywords.learn(contents),
    writing.offering.learn(contents)
  ])
  const rows = await inStretches(places, (place) => JSON.stringify(rowOf(place, writing)))
  const known = places.filter(({ isNew }) => isNew !== true).map(({ id }) => id)
  const labels = places.flatMap((place) => labelRows(place, writing.termIds))
  // A connection takes them one after another: sent together, it waits for us between none.
  return async () => {
    await Promise.all([
      writeOpenings(),
      runner.query(placePut(writing.tables, `[${rows.join(',')}]`)),
      ...(known.length > 0 ? [runner.query(placeLabelsClear(known))] : []),
      ...(labels.length > 0 ? [runner.query(placeLabelsAdd(labels))] : [])
    ])
  }
}

async function corrected(
  runner: Runner,
  places: readonly PlaceToPut[],
  { isCorrected }: Writing
): Promise<readonly PlaceToPut[]> {
  const ids = places.map(({ id }) => id).filter(isCorrected)
  if (ids.length === 0) return places
  const corrections = await correctionsOf(runner, ids)
  return places.map((place) => ({ ...place, ...withCorrections(place, corrections.get(place.id) ?? []) }))
}

function rowOf(
  { id, content, sources, declarations }: PlaceToPut,
  { termIds, now, keywords, offering, schedules }: Writing
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
