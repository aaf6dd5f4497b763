import type { AcceptDeps } from '../../domain/contributions/accept-new-place.ts'
import type { SimilarDeps } from '../../domain/contributions/similar-places.ts'
import type { Database } from '../db/database.ts'
import { comparedRecords } from '../merging/stored-records.ts'
import { placeContributed, recordsSharing } from './new-places.sql.ts'

type NewPlaceReader = Pick<SimilarDeps, 'sharing'> & Pick<AcceptDeps, 'placeOf'>

export const newPlaceReader = ({ pool }: Pick<Database, 'pool'>): NewPlaceReader => ({
  sharing: async (keys) => {
    if (keys.length === 0) return []
    const { rows } = await pool.query<{ row: number; place: string }>(recordsSharing(keys))
    const places = new Map(rows.map(({ row, place }) => [row, place]))
    const records = await comparedRecords(pool, [...places.keys()])
    return records.flatMap((record) => {
      const place = places.get(record.row)
      return place === undefined ? [] : { record, place }
    })
  },
  placeOf: async (reference) =>
    (await pool.query<{ id: string }>(placeContributed(reference))).rows[0]?.id ?? null
})
