import type { Pool } from 'pg'
import type { History } from '../../domain/imports/cadence.ts'
import { hold, release } from '../db/held-client.ts'
import type { Runner } from '../db/sql.ts'
import { type Fetch, runHistory, scheduleLock, scheduleUnlock } from './cadence.sql.ts'

export async function readHistory(
  runner: Runner,
  fetches: readonly Fetch[]
): Promise<ReadonlyMap<string, History>> {
  const { rows } = await runner.query<History & { readonly source: string }>(runHistory(fetches))
  return new Map(rows.map((row) => [row.source, row]))
}

/** Does the work, unless another process is already updating this directory on schedule. */
export async function aloneOnSchedule(batch: Pool, work: () => Promise<void>): Promise<void> {
  const client = await batch.connect()
  hold(client)
  let broken = true
  try {
    const { rows } = await client.query<{ locked: boolean }>(scheduleLock())
    if (rows[0]?.locked === true) {
      await work()
      await client.query(scheduleUnlock())
    }
    broken = false
  } finally {
    release(client, broken)
  }
}
