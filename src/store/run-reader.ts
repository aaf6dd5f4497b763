import type { Rejection, Run, RunReader } from '../domain/run.ts'
import type { UnmappedCount } from '../domain/source.ts'
import { runFind, runIdsLike, runRejected, runsLatest, runTold } from './queries/run-read.sql.ts'
import type { Runner } from './sql.ts'

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
