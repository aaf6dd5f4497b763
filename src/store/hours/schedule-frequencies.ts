import type { Runner } from '../db/sql.ts'
import { scheduleStatistics } from './schedules.sql.ts'

/** Estimates from the planner's statistics how many places have one of these schedules. */
export type ScheduleFrequencies = (schedules: readonly number[]) => number

type Row = {
  readonly places: number
  readonly schedules: readonly number[] | null
  readonly shares: readonly number[] | null
  /** Number of different schedules, or if negative, their number as a fraction of the places. */
  readonly distinct: number | null
}

export async function readScheduleFrequencies(runner: Runner): Promise<ScheduleFrequencies> {
  const { rows } = await runner.query<Row>(scheduleStatistics())
  const [row] = rows
  // Without statistics, the number of places is assumed to be unlimited; this does no harm, because the table is
  // still small.
  if (row?.distinct == null) return () => Number.POSITIVE_INFINITY
  const { places, schedules, shares, distinct } = row
  const common = new Map((schedules ?? []).map((id, index) => [id, shares?.[index] ?? 0]))
  const others = Math.max(1, (distinct < 0 ? -distinct * places : distinct) - common.size)
  const rest = Math.max(0, 1 - [...common.values()].reduce((sum, share) => sum + share, 0)) / others
  return (ids) => places * ids.reduce((sum, id) => sum + (common.get(id) ?? rest), 0)
}
