import { DAY_MS, HOUR_MS, MINUTE_MS, twoDigits } from '../time.ts'

/** A period in which a zone has a constant UTC offset. Epoch milliseconds, the end exclusive. */
export type Stretch = { readonly from: number; readonly to: number; readonly offset: number }

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric'
  })
  clocks.set(zone, clock)
  return clock
}

const years = new Map<string, readonly Stretch[]>()

/**
 * Maximum number of cached years, more than all zones for three years. More are needed only if someone asks for
 * unusual times, which are not worth caching.
 */
const MOST_YEARS = 2_000

/**
 * The offsets of a zone in a year, from a cache: one call of `Intl` takes 4 µs, and the week of one place made 250 of
 * these calls.
 */
function stretchesOf(zone: string, year: number): readonly Stretch[] {
  const key = `${zone} ${year}`
  const known = years.get(key)
  if (known) return known
  if (years.size >= MOST_YEARS) years.clear()
  const found = computeStretches(zone, startOf(year), startOf(year + 1))
  years.set(key, found)
  return found
}

const yearOf = (instant: number): number => new Date(instant).getUTCFullYear()

/** `Date.UTC` is not used, because it reads the year 50 as 1950. */
const startOf = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1)

/** UTC offset of a zone at an instant, in milliseconds. */
const offsetAt = (zone: string, instant: number): number =>
  stretchesOf(zone, yearOf(instant)).find(({ to }) => instant < to)?.offset ?? computeOffset(zone, instant)

/** The local time of a zone, in milliseconds as if it were UTC. */
export const wallClock = (zone: string, instant: number): number => instant + offsetAt(zone, instant)

/** The periods of constant UTC offset between two instants: one more than there are changes of the clocks. */
export function stretches(zone: string, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    for (const part of stretchesOf(zone, year)) {
      const within = { ...part, from: Math.max(from, part.from), to: Math.min(to, part.to) }
      if (within.from >= within.to) continue
      const last = found.at(-1)
      if (last?.offset === part.offset) found[found.length - 1] = { ...last, to: within.to }
      else found.push(within)
    }
  }
  return found
}

function computeOffset(zone: string, instant: number): number {
  const minute = Math.floor(instant / MINUTE_MS) * MINUTE_MS
  const parts = new Map(
    clockOf(zone)
      .formatToParts(minute)
      .map(({ type, value }) => [type, Number(value)])
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - minute
}

function computeStretches(zone: string, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = []
  let start = from
  let offset = computeOffset(zone, from)
  // The steps are 36 hours long, because no zone changes its offset twice within a day and a half.
  for (let at = from; at < to; ) {
    const next = Math.min(at + 36 * HOUR_MS, to)
    const then = computeOffset(zone, next)
    if (then !== offset) {
      const changed = changeBetween(zone, at, next)
      found.push({ from: start, to: changed, offset })
      start = changed
      offset = then
    }
    at = next
  }
  return start < to ? [...found, { from: start, to, offset }] : found
}

/** The first instant, to the minute, whose offset differs from the offset at `from`. */
function changeBetween(zone: string, from: number, to: number): number {
  const before = computeOffset(zone, from)
  let [low, high] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (computeOffset(zone, middle * MINUTE_MS) === before) low = middle
    else high = middle
  }
  return high * MINUTE_MS
}

/** The instant in RFC 3339, with the offset of the zone at that time. */
export function localInstant(zone: string, instant: number): string {
  const offset = offsetAt(zone, instant)
  const minutes = Math.abs(offset) / MINUTE_MS
  const sign = offset < 0 ? '-' : '+'
  return `${new Date(instant + offset).toISOString().slice(0, 19)}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

/**
 * Converts a local time to an instant: the first of the two if the time occurs twice because the clocks go back, and
 * an hour later if the clocks skip it.
 */
export function instantOf(zone: string, wall: number): number {
  const [early, late] = [offsetAt(zone, wall - DAY_MS), offsetAt(zone, wall + DAY_MS)]
  const first = wall - Math.max(early, late)
  return wallClock(zone, first) === wall ? first : wall - Math.min(early, late)
}

/** Whether this is a known time zone; a directory may contain any text as its zone. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}
