import type { ImportSession } from '../../domain/imports/import-ports.ts'
import { type Candidate, FARTHEST_M } from '../../domain/imports/recognise-place.ts'
import { storableJson } from '../db/storable-json.ts'
import type { OpenRun } from './open-run.ts'
import { importCandidates, importLoose, importStagePlaced } from './recognising.sql.ts'
import type { StagingTables } from './staging-tables.ts'

/** The queries of a run whose source creates no places. */
export const recognising = (
  { client, source }: Pick<OpenRun, 'client' | 'source'>,
  tables: StagingTables
): Pick<ImportSession, 'loose' | 'candidates' | 'stagePlaced'> => ({
  loose: async (ids) => {
    if (ids.length === 0) return []
    const { rows } = await client.query<{ record_id: string }>(importLoose(source, ids))
    return rows.map(({ record_id }) => record_id)
  },
  candidates: async (records) => {
    if (records.length === 0) return new Map()
    const asked = records.map(({ id, content }) => ({
      record_id: id,
      name: content.name,
      lat: content.location?.lat ?? null,
      lon: content.location?.lon ?? null,
      commune: content.address.commune
    }))
    const { rows } = await client.query<Candidate & { record_id: string }>(
      importCandidates(asked, FARTHEST_M)
    )
    return byRecord(rows)
  },
  stagePlaced: async (placed) => {
    const rows = placed.map(({ record_id, recognition: { place_id, by } }) => ({
      record_id,
      place_id,
      placed_by: by
    }))
    if (rows.length > 0) await client.query(importStagePlaced(tables, storableJson(rows)))
  }
})

function byRecord(
  rows: readonly (Candidate & { readonly record_id: string })[]
): ReadonlyMap<string, readonly Candidate[]> {
  const candidates = new Map<string, Candidate[]>()
  for (const { record_id, ...candidate } of rows) {
    const others = candidates.get(record_id)
    if (others) others.push(candidate)
    else candidates.set(record_id, [candidate])
  }
  return candidates
}
