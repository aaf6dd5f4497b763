import type { ChangeKind } from '../../domain/places/changes.ts'
import { type CorrectionThen, type LatestChange, valuesOf } from '../../domain/places/latest-changes.ts'
import { readPlace } from '../../domain/places/place.ts'
import type { Cause, ChangesInSpan, Span } from '../../domain/subscriptions/subscription-ports.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import type { Sql } from '../db/sql.ts'
import { type PlaceColumns, toPlace, UNTOLD } from '../writing/place-document.ts'
import { type Among, spanChanges, spanCount } from './latest-changes.sql.ts'

type Row = PlaceColumns & {
  readonly number: number
  readonly kind: ChangeKind
  readonly place_id: string
  readonly survivor: string | null
  readonly fields: readonly string[]
  readonly at: Date
  readonly corrections: readonly (CorrectionThen & { readonly account: string | null })[]
}

export const readLatestChanges = async (
  database: Pick<Database, 'pool' | 'kind'>,
  statement: Sql
): Promise<readonly LatestChange[]> => (await run<Row>(database, statement)).map(toLatestChange)

/** More places or changes than these are counted only: a mail could not list them. */
const PLACES_MOST = 200
const CHANGES_MOST = 1_000

/** The changes in a span of what a subscription follows. */
export async function readSpan(
  database: Pick<Database, 'pool' | 'kind'>,
  among: Among,
  span: Span
): Promise<ChangesInSpan> {
  const [count = { places: 0, changes: 0 }] = await run<{ places: number; changes: number }>(
    database,
    spanCount(among, span)
  )
  const places = Number(count.places)
  if (places > PLACES_MOST || Number(count.changes) > CHANGES_MOST) return { places, changes: null }
  if (places === 0) return { places, changes: [] }
  const rows = await run<Row>(database, spanChanges(among, span))
  return {
    places,
    changes: rows.map((row) => ({ ...toLatestChange(row), causes: causesOf(row.corrections) }))
  }
}

/** A correction that replaces another of its field ends that one: only the new one is the cause. */
function causesOf(corrections: Row['corrections']): readonly Cause[] {
  const made = new Set(corrections.flatMap(({ field, made }) => (made ? field : [])))
  return corrections.flatMap(({ field, account, made: isMade }) =>
    isMade || !made.has(field) ? { field, account } : []
  )
}

function toLatestChange(row: Row): LatestChange {
  const { display_name: name, address } = readPlace(toPlace(row, UNTOLD))
  return {
    number: Number(row.number),
    kind: row.kind,
    id: row.place_id,
    survivor: row.survivor,
    fields: row.fields,
    at: row.at.toISOString(),
    name,
    city: address.city,
    values: valuesOf(row.corrections)
  }
}
