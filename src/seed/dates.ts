import { DAY_MS } from '../domain/time.ts'
import type { Random } from './random.ts'

/** A random day as `YYYY-MM-DD`; both limits are inclusive. */
export function dayBetween(random: Random, from: string, to: string): string {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS
  return new Date(Date.parse(from) + random.int(0, days) * DAY_MS).toISOString().slice(0, 10)
}
