import { remembering } from '../../domain/concurrency/remembered.ts'
import { senselessQuestion } from '../../domain/errors.ts'
import { askableInstants, KNOWN_WEEKS } from '../../domain/opening/known-weeks.ts'
import type { Moment, OpenAt, OpenFilter } from '../../domain/opening/open-at.ts'
import type { Openness } from '../../domain/opening/opening.ts'
import { instantOf, isZone } from '../../domain/opening/wall-clock.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import type { ScheduleFrequencies } from './schedule-frequencies.ts'
import { schedulesOpenAt, schedulesOpenLocally, scheduleZones } from './schedules.sql.ts'
import { NO_HOURS } from './schedules.ts'

/** The schedules that a search by opening hours accepts. */
export type OpenSchedules = {
  readonly ids: readonly number[]
  /**
   * Bit n says whether schedule n is accepted. Bits are counted from the lowest bit of each byte, as in
   * `get_bit`.
   */
  readonly bits: Buffer
  /** Estimated number of places with one of these schedules. */
  readonly places: number
}

type Row = { readonly id: number; readonly state: Openness }

/** Maximum number of cached results. A result with ten thousand schedules takes 100 kB for its bits and ids. */
const KEPT_MOST = 100

type OpenSchedulesDeps = {
  readonly version: () => Promise<number>
  /** Returns the current time in epoch milliseconds. */
  readonly clock: () => number
  readonly frequencies: () => Promise<ScheduleFrequencies>
}

/**
 * Returns a function that finds the schedules open at a time or in a span. They are found with the index on
 * openings, and cached by time and data version; a search then tests one bit per place. Looking up the openings of
 * each place took 5 microseconds per place, and added a join to every plan.
 */
export function openSchedules(
  database: Pick<Database, 'pool' | 'kind'>,
  { version, clock, frequencies }: OpenSchedulesDeps
): (open: OpenFilter) => Promise<OpenSchedules> {
  const remember = remembering<OpenSchedules>({ max: KEPT_MOST })
  const read = async ({ at, unknown }: OpenFilter): Promise<OpenSchedules> => {
    const rows = await readOpen(database, at, clock())
    const accepted = rows.filter(({ state }) => state === 'open' || unknown === 'include')
    const ids = [...new Set(accepted.map(({ id }) => id))]
    // The index on schedules cannot be used for places without hours: there are many of them, and some that were
    // stored by an older version have no schedule yet.
    const places = ids.includes(NO_HOURS) ? Number.POSITIVE_INFINITY : (await frequencies())(ids)
    return { ids, bits: bitsOf(ids), places }
  }
  return async (open) => remember(`${await version()} ${JSON.stringify(open)}`, () => read(open))
}

async function readOpen(
  database: Pick<Database, 'pool' | 'kind'>,
  at: OpenAt,
  now: number
): Promise<readonly Row[]> {
  const { from, to } = 'from' in at ? at : { from: at, to: at }
  if ('instant' in from && 'instant' in to) {
    const span = [Date.parse(from.instant), Date.parse(to.instant)] as const
    refuseUnknowable(span, now)
    return run<Row>(database, schedulesOpenAt(...span))
  }
  const zones = await run<{ zone: string }>(database, scheduleZones())
  // If there are no places, and so no time zones, the time in Paris decides whether the day is within range.
  const known = zones.map(({ zone }) => zone).filter(isZone)
  const names = known.length === 0 ? ['Europe/Paris'] : known
  const [begins, ends] = [from, to].map((moment) => names.map((zone) => instantIn(zone, moment))) as [
    number[],
    number[]
  ]
  refuseUnknowable(begins, now)
  refuseUnknowable(ends, now)
  return run<Row>(database, schedulesOpenLocally(names, begins, ends))
}

const instantIn = (zone: string, moment: Moment): number =>
  'instant' in moment ? Date.parse(moment.instant) : instantOf(zone, Date.parse(`${moment.local}Z`))

function refuseUnknowable(instants: readonly number[], now: number): void {
  const { from, to } = askableInstants(new Date(now))
  if (instants.every((instant) => instant >= from && instant <= to)) return
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10)
  throw senselessQuestion([
    {
      parameter: 'open_at',
      detail: `Opening hours are known ${KNOWN_WEEKS} weeks ahead: ask for a time from ${day(from)} to ${day(to)}.`
    }
  ])
}

function bitsOf(ids: readonly number[]): Buffer {
  const bits = Buffer.alloc(Math.floor(Math.max(0, ...ids) / 8) + 1)
  for (const id of ids) bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7))
  return bits
}
