import { LRUCache } from 'lru-cache'
import { localInstant } from '../../domain/opening/wall-clock.ts'
import type { OpeningState } from '../../domain/places/place.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import { scheduleStates } from './schedules.sql.ts'
import { NO_HOURS } from './schedules.ts'

/** The current opening states of schedules. */
export type OpeningStates = {
  /** Loads the states of these schedules, and returns a function that looks them up. */
  of(schedules: readonly (number | null)[]): Promise<(schedule: number | null) => OpeningState>
}

type Known = { readonly state: OpeningState; readonly until: number }

type Row = {
  readonly id: number
  readonly zone: string
  readonly computed_until: number | null
  readonly opens: number | null
  readonly closes: number | null
  readonly state: 'open' | 'by_appointment' | 'unknown' | null
}

const UNKNOWN: OpeningState = { state: 'unknown', next_change: null }

/** Maximum number of cached states, of 200 bytes each; a million invented places have 10 000 schedules. */
const KEPT_MOST = 20_000

/**
 * How long a state is cached. It expires when it changes, and after one minute at most, because a new calendar may
 * have been loaded. Answers of the API may be cached for a minute anyway.
 */
const KEPT_MS = 60_000

/**
 * Looks up opening states in a cache, because reading the states together with the places would make each search a
 * tenth slower.
 */
export function openingStates(database: Pick<Database, 'pool' | 'kind'>, clock: () => number): OpeningStates {
  const kept = new LRUCache<number, Known>({ max: KEPT_MOST })
  return {
    async of(schedules) {
      const now = clock()
      const states = new Map<number, OpeningState>()
      const missing = new Set<number>()
      for (const id of schedules) {
        if (id === null || id === NO_HOURS || states.has(id)) continue
        const known = kept.get(id)
        if (known && now < known.until) states.set(id, known.state)
        else missing.add(id)
      }
      if (missing.size > 0) {
        for (const row of await run<Row>(database, scheduleStates([...missing], now))) {
          const known = stateAt(now, row)
          kept.set(row.id, known)
          states.set(row.id, known.state)
        }
      }
      return (id) => states.get(id ?? NO_HOURS) ?? UNKNOWN
    }
  }
}

/**
 * Before its next opening, a place is closed. After the last known opening, the state is unknown. If it is not known
 * whether the place opens next, no time is given: "closed until 9:00 on 25 December" would promise an opening.
 */
function stateAt(now: number, { zone, computed_until, opens, closes, state }: Row): Known {
  const end = computed_until ?? 0
  if (now >= end) return { state: UNKNOWN, until: now }
  const inside = opens !== null && opens <= now
  const change = inside ? closes : opens
  const isPromised = inside || state !== 'unknown'
  const next = change !== null && change < end && isPromised ? change : null
  return {
    state: {
      state: inside && state ? state : 'closed',
      next_change: next === null ? null : localInstant(zone, next)
    },
    until: Math.min(change ?? end, now + KEPT_MS)
  }
}
