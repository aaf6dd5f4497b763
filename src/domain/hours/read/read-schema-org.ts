import { compose } from '../compose/compose.ts'
import { DAYS, type DayRank, type HoursReading, unread } from '../reading.ts'
import { type Clause, EMPTY_CLAUSE } from '../say/clause.ts'
import { readingOf } from './read-hours.ts'

/** schema.org `OpeningHoursSpecification`. */
type HoursSpecification = {
  readonly dayOfWeek?: string | readonly string[] | null
  readonly opens?: string | null
  readonly closes?: string | null
  readonly validFrom?: string | null
  readonly validThrough?: string | null
}

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The rank of "Monday", "https://schema.org/Monday" or "Mo". */
function rankOf(name: string): DayRank | null {
  const last = name.trim().split('/').at(-1)?.toLowerCase() ?? ''
  const rank = NAMES.findIndex((day, index) => day === last || DAYS[index]?.toLowerCase() === last)
  return rank < 0 ? null : (rank as DayRank)
}

function minutes(text: string | null | undefined): number | null {
  const found = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?/.exec(text?.trim() ?? '')
  const read = found ? Number(found[1]) * 60 + Number(found[2]) : null
  return read !== null && read <= 24 * 60 ? read : null
}

const namesOf = (spec: HoursSpecification): readonly string[] =>
  typeof spec.dayOfWeek === 'string' ? [spec.dayOfWeek] : (spec.dayOfWeek ?? [])

function clauseOf(spec: HoursSpecification): Clause | null {
  const names = namesOf(spec)
  const days = names.map(rankOf)
  const from = minutes(spec.opens)
  const to = minutes(spec.closes)
  // Hours with a period of validity are not read, because they would appear valid for ever.
  if (spec.validFrom || spec.validThrough || from === null || to === null) return null
  if (names.length === 0 || days.some((day) => day === null)) return null
  const targets = [{ days: { days: days.flatMap((day) => day ?? []), nth: null }, half: null }]
  // In schema.org, a closed day opens and closes at the same time.
  if (from === to) return { ...EMPTY_CLAUSE, targets, closed: true }
  const end = to > from ? to : to + 24 * 60
  return { ...EMPTY_CLAUSE, targets, entries: [{ from, to: end, comment: null }] }
}

/** Reads schema.org specifications; one that cannot be read completely is left over as a whole. */
export function readSchemaOrg(specs: readonly HoursSpecification[]): HoursReading {
  const raw = JSON.stringify(specs)
  if (specs.length === 0) return unread(raw, null)
  const read = specs.map((spec) => ({ spec, clause: clauseOf(spec) }))
  const resolved = read.flatMap(({ clause }) =>
    clause
      ? [
          {
            clause,
            targets: clause.targets.map(({ days }) => ({
              days: days?.days ?? [],
              nth: null,
              half: null,
              named: true
            }))
          }
        ]
      : []
  )
  const leftovers = read.filter((one) => one.clause === null).map((one) => JSON.stringify(one.spec))
  return readingOf(raw, compose({ resolved, leftovers }, true))
}
