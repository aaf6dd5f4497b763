import { knownWeeks } from '../../domain/opening/known-weeks.ts'
import type { ScheduleKey } from '../../domain/opening/schedule-key.ts'
import type { SchoolCalendars } from '../../domain/opening/school-calendar.ts'
import { evaluate } from '../../opening/evaluate.ts'
import { dataVersionRaise } from '../db/data-version.sql.ts'
import type { Database } from '../db/database.ts'
import { writersLock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { type OpeningRow, openingsAdd, openingsProlong, schedulesComputed } from './opening-write.sql.ts'
import {
  openingsForget,
  placesSchedule,
  placesUnscheduled,
  schedulesDue,
  schedulesForget
} from './refresh-openings.sql.ts'
import { oneByOne, openingRows, schedulesOf } from './schedules.ts'
import { readSchoolCalendars } from './school-calendars.ts'

type RefreshedOpenings = {
  /** Number of places that got their first schedule. */
  readonly adopted: number
  /** Number of schedules whose openings were computed further ahead. */
  readonly schedules: number
}

type Batch = Pick<Database, 'batch'>

/**
 * Number of schedules or places in a batch: half a second of work, so that other transactions do not wait longer
 * for the locked rows.
 */
const SCHEDULES = 500
const PLACES = 2_000

/**
 * Computes the openings of places for the weeks that have come within range since the last time. Each batch
 * is a transaction of its own, so the work can fail anywhere and be repeated; if nothing is due, it does
 * nothing.
 */
export async function refreshOpenings({ batch }: Batch, now: Date): Promise<RefreshedOpenings> {
  const adopted = await untilNone(() => inTransaction(batch, (client) => adopt(client, now)))
  const calendars = await readSchoolCalendars(batch)
  const schedules = await untilNone(() => inTransaction(batch, (client) => extend(client, calendars, now)))
  await batch.query(openingsForget(knownWeeks(now).from))
  await inTransaction(batch, async (client) => {
    await client.query(writersLock())
    await client.query(schedulesForget())
    if (adopted + schedules > 0) await client.query(dataVersionRaise())
  })
  return { adopted, schedules }
}

async function untilNone(work: () => Promise<number>): Promise<number> {
  let sum = 0
  for (let done = await work(); done > 0; done = await work()) sum += done
  return sum
}

type Due = ScheduleKey & { readonly id: number; readonly computed_until: number | null }

async function extend(client: Runner, calendars: SchoolCalendars, now: Date): Promise<number> {
  const { from, to } = knownWeeks(now)
  const { rows } = await client.query<Due>(schedulesDue(to, SCHEDULES))
  if (rows.length === 0) return 0
  const added = await oneByOne(rows, (due) =>
    openingRows(due.id, evaluate(due, calendars, Math.max(from, due.computed_until ?? from), to))
  )
  await add(client, added)
  const ids = rows.map(({ id }) => id)
  await client.query(schedulesComputed(ids, to))
  return rows.length
}

async function add(client: Runner, added: readonly OpeningRow[]): Promise<void> {
  const first = new Map<number, OpeningRow>()
  for (const row of added) if (!first.has(row.schedule)) first.set(row.schedule, row)
  const { rows } = await client.query<{ schedule: number }>(openingsProlong([...first.values()]))
  const prolonged = new Set(rows.map(({ schedule }) => schedule))
  const others = added.filter((row) => !(prolonged.has(row.schedule) && first.get(row.schedule) === row))
  await client.query(openingsAdd(others))
}

type Unscheduled = {
  readonly id: string
  readonly osm: string | null
  readonly timezone: string
  readonly department: string | null
  readonly country: string
}

async function adopt(client: Runner, now: Date): Promise<number> {
  await client.query(writersLock())
  const { rows } = await client.query<Unscheduled>(placesUnscheduled(PLACES))
  if (rows.length === 0) return 0
  const places = rows.map(({ osm, timezone, department, country }) => ({
    opening_hours: { osm, timezone },
    address: { department, country }
  }))
  const schedules = schedulesOf(client, now)
  await schedules.learn(places)
  await client.query(
    placesSchedule(
      rows.map(({ id }) => id),
      places.map((place) => schedules.idOf(place))
    )
  )
  return rows.length
}
