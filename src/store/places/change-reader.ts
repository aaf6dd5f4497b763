import type { ChangeKind, ChangeReader } from '../../domain/places/changes.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import { type PlaceColumns, toPlace, UNTOLD } from '../writing/place-document.ts'
import { changes, changesEnd } from './changes.sql.ts'

type Row = {
  readonly change_id: number
  readonly version: number
  readonly kind: ChangeKind
  readonly place_id: string
  readonly survivor: string | null
  readonly fields: readonly string[]
  readonly at: Date
} & (PlaceColumns | { readonly id: null })

export const changeReader = (database: Pick<Database, 'pool' | 'kind'>): ChangeReader => ({
  page: async (request) => (await run<Row>(database, changes(request))).map(toChange),
  end: async () => {
    const [end] = await run<{ version: number; id: number }>(database, changesEnd())
    return end ?? { version: 0, id: 0 }
  }
})

const toChange = (row: Row) => ({
  kind: row.kind,
  id: row.place_id,
  survivor: row.survivor,
  fields: row.fields,
  at: row.at.toISOString(),
  place: row.id === null ? null : toPlace(row, UNTOLD),
  position: { version: row.version, id: row.change_id }
})
