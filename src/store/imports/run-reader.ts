import type { Rejection, Run, RunReader } from '../../domain/imports/run.ts'
import type { UnmappedCount } from '../../domain/imports/source.ts'
import type { Runner } from '../db/sql.ts'
import { runFind, runIdsLike, runRejected, runsLatest, runTold } from './runs.sql.ts'

export const runReader = (runner: Runner): RunReader => ({
  latest: async (source, limit) => (await runner.query<Run>(runsLatest(source, limit))).rows,
  idsLike: async (beginning) =>
    (await runner.query<{ id: string }>(runIdsLike(beginning.toLowerCase()))).rows.map(({ id }) => id),
  find: async (id) => {
    const run = (await runner.query<Run>(runFind(id))).rows[0]
    if (run === undefined) return null
    const rejections = (await runner.query<Rejection>(runRejected(id))).rows
    const unmapped = (await runner.query<UnmappedCount>(runTold(id))).rows
    return { ...run, rejections, unmapped }
  }
})
