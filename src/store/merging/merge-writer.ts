import type { DecidedPair, ScoredPair } from '../../domain/matching/pairs.ts'
import type { MergeWriter, OwnPlace, Standing } from '../../domain/merging/merge-writer.ts'
import { placeWriter, type Writing } from '../writing/place-writer.ts'
import { matchDecisionsOf, matchPairsOf, matchStandings } from './match-compare.sql.ts'
import {
  matchCompose,
  matchComposeOpen,
  matchComposing,
  matchMerge,
  matchNoteWithdrawn,
  matchPart
} from './match-merge.sql.ts'
import { comparedRecords, type ListedRow, listedOf } from './stored-records.ts'

type StandingRow = ListedRow &
  Omit<OwnPlace, 'id' | 'created_at'> & { readonly place_id: string; readonly created_at: Date }

export async function mergeWriter(writing: Writing): Promise<MergeWriter> {
  const { runner, corrections, now } = writing
  await runner.query(matchComposeOpen())
  const places = placeWriter(writing)
  const parted = new Set<string>()
  return {
    ...places,
    records: (rows) => comparedRecords(runner, rows),
    standings: async (rows) => (await runner.query<StandingRow>(matchStandings(rows))).rows.map(standingOf),
    pairsOf: async (rows) => (await runner.query<ScoredPair>(matchPairsOf(rows))).rows,
    decisionsOf: async (rows) => (await runner.query<DecidedPair>(matchDecisionsOf(rows))).rows,
    merge: async (merges) => {
      if (merges.length > 0) await runner.query(matchMerge(merges, now))
      for (const { place, survivor } of merges) await corrections.inherit(survivor, place)
    },
    part: async (ids) => {
      if (ids.length > 0) await runner.query(matchPart(ids))
      for (const id of ids) parted.add(id)
    },
    compose: async (ids) => {
      if (ids.length > 0) await runner.query(matchCompose(ids))
    },
    composing: async (after, limit) => {
      const { rows } = await runner.query<{ place_id: string }>(matchComposing(after, limit))
      return rows.map(({ place_id }) => place_id)
    },
    withdrawPlaces: async (ids) => {
      await places.withdrawPlaces(ids)
      // `withdrawPlaces` only notes active places, so the withdrawal of places that were merged before is noted
      // here.
      const gone = ids.filter((id) => parted.has(id))
      if (gone.length > 0) await runner.query(matchNoteWithdrawn(gone))
    }
  }
}

const standingOf = (row: StandingRow): Standing => ({
  row: row.row,
  listed: listedOf(row),
  place: {
    id: row.place_id,
    status: row.status,
    merged_into: row.merged_into,
    created_at: row.created_at.toISOString()
  }
})
