import { metresBetween } from '../geo/distance.ts'
import type { Point } from '../geo/geo.ts'

/** The author of the edits of managers, as provenance shows it: a role, because no name is published. */
export const MANAGED_BY = 'Gestionnaire du lieu'

/**
 * Fields that a manager does not set, although an operator may correct them: labels and numbers are given by others, a
 * name or a kind can make another place of it, and a person who asked to be hidden must stay so.
 */
const NOT_MANAGED: ReadonlySet<string> = new Set([
  'labels',
  'siret',
  'rna',
  'name',
  'types',
  'address',
  'contacts.person'
])

export const isManaged = (field: string): boolean => !NOT_MANAGED.has(field)

/** The same day of the next year, in UTC, `YYYY-MM-DD`. */
export function yearAfter(now: Date): string {
  const day = new Date(now)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.toISOString().slice(0, 10)
}

/** How long a manager has to answer before an edit may lapse. */
export const ANSWER_DAYS = 60

/** A manager moves a place by this much at most: further away, it may be another place. */
export const MOVE_MOST_M = 500

/** Whether a moderator decides about a move. A place without a position may get one anywhere. */
export const isFarMove = (from: Point | null, to: Point | null): boolean =>
  from !== null && to !== null && metresBetween(from, to) > MOVE_MOST_M
