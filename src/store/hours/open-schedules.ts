import { LRUCache } from 'lru-cache'
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

/** The schedules that a search by hours accepts. */
export type OpenSchedules = {
  readonly ids: readonly number[]
  /** Bit n, counted from the lowest of each byte, is whether the schedule n is accepted: as `get_bit` counts. */
  readonly bits: Buffer
  /** About how many places keep one of them. */
  readonly places: number
}

type Row = { readonly id: number; readonly state: Openness }

/** Ten thousand schedules take 100 kB. */
const KEPT_MOST = 100

export type OpenSchedulesDeps = {
  readonly version: () => Promise<number>
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly frequencies: () => Promise<ScheduleFrequencies>
}

/**
 * Which schedules are open at an instant: found by the index on openings, once for each instant and version of the
 * data. A search then asks each place it comes by for one bit; to look its openings up instead took 5 microseconds
 * a place, and every plan had one more join to get wrong.
 */
export function openSchedules(
  database: Pick<Database, 'pool' | 'kind'>,
  { version, clock, frequencies }: OpenSchedulesDeps
): (open: OpenFilter) => Promise<OpenSchedules> {
  const kept = new LRUCache<string, Promise<OpenSchedules>>({ max: KEPT_MOST })
  const read = async ({ at, unknown }: OpenFilter): Promise<OpenSchedules> => {
    const rows = await readOpen(database, at, clock())
    const accepted = rows.filter(({ state }) => state === 'open' || unknown === 'include')
    const ids = [...new Set(accepted.map(({ id }) => id))]
    // Places that say no hours are many; some of an older version have no schedule to find them by.
    const places = ids.includes(NO_HOURS) ? Number.POSITIVE_INFINITY : (await frequencies())(ids)
    return { ids, bits: bitsOf(ids), places }
  }
  return async (open) => {
    const key = `${await version()} ${JSON.stringify(open)}`
    const known = kept.get(key)
    if (known) return known
    const asked = read(open)
    kept.set(key, asked)
    asked.catch(() => kept.delete(key))
    return asked
  }
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
  // Where no place is, it is Paris's clock that says whether the day can be asked for.
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
      detail: `It is known for ${KNOWN_WEEKS} weeks when places are open: ask for ${day(from)} to ${day(to)}.`
    }
  ])
}

function bitsOf(ids: readonly number[]): Buffer {
  const bits = Buffer.alloc(Math.floor(Math.max(0, ...ids) / 8) + 1)
  for (const id of ids) bits[id >> 3] = (bits[id >> 3] ?? 0) | (1 << (id & 7))
  return bits
}
