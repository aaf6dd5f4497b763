import { setImmediate as nextTurn } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { knownWeeks } from '../../domain/opening/known-weeks.ts'
import type { Opening } from '../../domain/opening/opening.ts'
import { type HoursOfPlace, type ScheduleKey, scheduleKeyOf } from '../../domain/opening/schedule-key.ts'
import type { SchoolCalendars } from '../../domain/opening/school-calendar.ts'
import { evaluate } from '../../opening/evaluate.ts'
import type { Runner } from '../db/sql.ts'
import { type OpeningRow, openingsAdd, schedulesComputed } from './opening-write.sql.ts'
import { type FoundSchedule, scheduleFind } from './schedule-find.sql.ts'
import { readSchoolCalendars } from './school-calendars.ts'

/** The schedule of places without opening hours. */
export const NO_HOURS = 0

/** Number of cached schedules, which take a few MB. Most places share a schedule with others. */
const KEPT = 20_000

/** Finds the schedules of places by their hours, time zone and calendar. */
export type Schedules = {
  /** Makes sure that the schedules of these places exist and their openings are computed. */
  readonly learn: (places: readonly HoursOfPlace[]) => Promise<void>
  /**
   * Like `learn`, but does not write new openings yet: returns a function that writes them, to be called before the
   * transaction ends.
   */
  readonly find: (places: readonly HoursOfPlace[]) => Promise<() => Promise<void>>
  /** The schedule id of a place passed to the last `learn` or `find`. */
  readonly idOf: (place: HoursOfPlace) => number
}

/**
 * Creates and finds schedules. It must be used in the transaction that writes the places, under the lock for
 * writing places: then no place is ever visible without its openings, and no schedule is created twice.
 */
export function schedulesOf(runner: Runner, now: Date): Schedules {
  // The cache is larger than several pages, so that ids which pages in progress still need are never evicted. It is
  // not limited by `max`, which would allocate room for all entries at once: 5 ms for each correction of a field.
  const ids = new LRUCache<string, number>({ maxSize: KEPT, sizeCalculation: () => 1 })
  // The calendars are read once, when the first new schedule needs them; they cannot change while the writers' lock
  // is held.
  let calendars: Promise<SchoolCalendars> | undefined
  const find: Schedules['find'] = async (places) => {
    const unknown = new Map<string, ScheduleKey>()
    for (const place of places) {
      const key = scheduleKeyOf(place)
      if (key && ids.get(text(key)) === undefined) unknown.set(text(key), key)
    }
    if (unknown.size === 0) return async () => {}
    const { rows } = await runner.query<FoundSchedule>(scheduleFind([...unknown.values()]))
    for (const row of rows) ids.set(text(row), row.id)
    const made = rows.filter((row) => row.made)
    if (made.length === 0) return async () => {}
    calendars ??= readSchoolCalendars(runner)
    return workOut(runner, made, await calendars, now)
  }
  return {
    find,
    learn: async (places) => (await find(places))(),
    idOf(place) {
      const key = scheduleKeyOf(place)
      return key ? (ids.get(text(key)) ?? NO_HOURS) : NO_HOURS
    }
  }
}

const text = ({ osm, zone, calendar }: ScheduleKey): string => `${zone} ${calendar} ${osm}`

async function workOut(
  runner: Runner,
  made: readonly FoundSchedule[],
  calendars: SchoolCalendars,
  now: Date
): Promise<() => Promise<void>> {
  const { from, to } = knownWeeks(now)
  const rows = await oneByOne(made, (key) => openingRows(key.id, evaluate(key, calendars, from, to)))
  const ids = made.map(({ id }) => id)
  return async () => {
    await runner.query(openingsAdd(rows))
    await runner.query(schedulesComputed(ids, to))
  }
}

/**
 * Computes the rows of all schedules. Computing one schedule blocks the event loop for a millisecond, so other work
 * may run after each of them.
 */
export async function oneByOne<Each>(
  all: readonly Each[],
  rowsOf: (each: Each) => readonly OpeningRow[]
): Promise<readonly OpeningRow[]> {
  const rows: OpeningRow[] = []
  for (const each of all) {
    rows.push(...rowsOf(each))
    await nextTurn()
  }
  return rows
}

export const openingRows = (schedule: number, openings: readonly Opening[]): readonly OpeningRow[] =>
  openings.map(({ from, to, state }) => ({ schedule, opens: from, closes: to, state }))
