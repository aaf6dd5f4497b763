import { LRUCache } from 'lru-cache'
import { senselessQuestion } from '../domain/errors.ts'
import { askableInstants, KNOWN_WEEKS } from '../domain/opening/known-weeks.ts'
import type { OpenAt, OpenFilter } from '../domain/opening/open-at.ts'
import type { Openness } from '../domain/opening/opening.ts'
import { instantOf } from '../domain/opening/wall-clock.ts'
import type { Database } from './database.ts'
import { run } from './prepared.ts'
import { schedulesOpenAt, schedulesOpenLocally, scheduleZones } from './queries/schedules-open.sql.ts'

/** The schedules that a search by hours accepts. */
export type OpenSchedules = {
  readonly ids: readonly number[]
  /** Bit n, counted from the lowest of each byte, is whether the schedule n is accepted: as `get_bit` counts. */
  readonly bits: Buffer
}

type Row = { readonly id: number; readonly state: Openness }

/** Ten thousand schedules take 100 kB. */
const KEPT_MOST = 100

/**
 * Which schedules are open at an instant: found by the index on openings, once for each instant and version of the
 * data. A search then asks each place it comes by for one bit; to look its openings up instead took 5 microseconds
 * a place, and every plan had one more join to get wrong.
 */
export function openSchedules(
  database: Pick<Database, 'pool' | 'kind'>,
  version: () => Promise<number>,
  clock: () => number
): (open: OpenFilter) => Promise<OpenSchedules> {
  const kept = new LRUCache<string, Promise<readonly Row[]>>({ max: KEPT_MOST })
  return async ({ at, unknown }) => {
    const key = `${await version()} ${JSON.stringify(at)}`
    const read = kept.get(key) ?? readOpen(database, at, clock())
    kept.set(key, read)
    read.catch(() => kept.delete(key))
    const accepted = (await read).filter(({ state }) => state === 'open' || unknown === 'include')
    const ids = accepted.map(({ id }) => id)
    return { ids, bits: bitsOf(ids) }
  }
}

async function readOpen(
  database: Pick<Database, 'pool' | 'kind'>,
  at: OpenAt,
  now: number
): Promise<readonly Row[]> {
  if ('instant' in at) {
    const instant = Date.parse(at.instant)
    refuseUnknowable([instant], now)
    return run<Row>(database, schedulesOpenAt(instant))
  }
  const zones = await run<{ zone: string }>(database, scheduleZones())
  // Where no place is, it is Paris's clock that says whether the day can be asked for.
  const names = zones.length === 0 ? ['Europe/Paris'] : zones.map(({ zone }) => zone)
  const instants = names.map((zone) => instantOf(zone, Date.parse(`${at.local}Z`)))
  refuseUnknowable(instants, now)
  return run<Row>(database, schedulesOpenLocally(names, instants))
}

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
