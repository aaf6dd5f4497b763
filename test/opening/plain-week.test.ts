import fc from 'fast-check'
import t from 'tap'
import { joined } from '../../src/domain/opening/opening.ts'
import { plainOpenings, plainRules, type Wall } from '../../src/domain/opening/plain-week.ts'
import { RELEASED_CALENDARS } from '../../src/domain/opening/school-calendar.ts'
import { definitionsOf } from '../../src/opening/definitions.ts'
import { localDate, parseValue } from '../../src/opening/library.ts'
import { realHours } from '../support/real-hours.ts'

/**
 * Two periods in local time. All school holidays in the first one are known; the second one contains a whole leap
 * year with its beginning and its end.
 */
const YEAR: Wall = { from: Date.parse('2026-01-01T00:00Z'), to: Date.parse('2027-02-01T00:00Z') }
const LEAP_YEAR: Wall = { from: Date.parse('2027-12-24T00:00Z'), to: Date.parse('2029-01-08T00:00Z') }

const AREAS = ['metropole', 'alsace-moselle', 'martinique', 'reunion', 'polynesie', 'nouvelle-caledonie']
const THERE = AREAS.map((area, nth) => ({
  area,
  school: RELEASED_CALENDARS.get((['A', 'B', 'C'] as const)[nth % 3] ?? 'A')
}))
type There = (typeof THERE)[number]

const open = ({ from, to }: Wall) => ({ from, to, state: 'open' as const })

function byTheLibrary(osm: string, { area, school }: There, { from, to }: Wall) {
  const value = parseValue(osm, definitionsOf(area, osm.includes('SH') ? school : undefined))
  const intervals = value.getOpenIntervals(localDate(from), localDate(to))
  return joined(intervals.map(([opens, closes]) => open({ from: opens.getTime(), to: closes.getTime() })))
}

function plainly(osm: string, there: There, wall: Wall) {
  const rules = plainRules(osm)
  return rules && joined(plainOpenings(rules, there, wall).map(open))
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const day = fc.constantFrom(...DAYS)
const days = fc.oneof(
  day,
  fc.uniqueArray(day, { minLength: 2, maxLength: 2 }).map((ends) => ends.join('-')),
  fc.constantFrom('PH', 'SH')
)
const when = fc.uniqueArray(days, { minLength: 1, maxLength: 3 }).map((all) => all.join(','))
const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
/** Up to three spans of opening hours; some are adjacent, and some end at midnight. */
const hours = fc.array(fc.integer({ min: 1, max: 32 }), { minLength: 2, maxLength: 6 }).map((steps) => {
  const ends = steps.map((_, nth) => steps.slice(0, nth + 1).reduce((sum, step) => sum + step, 0) * 15)
  const spans = ends.flatMap((end, nth) => (nth % 2 === 1 ? [[ends[nth - 1] ?? 0, end] as const] : []))
  return spans.filter(([, end]) => end <= 24 * 60).map((span) => span.map(clock).join('-'))
})
const says = hours.map((spans) => (spans.length > 0 ? spans.join(',') : 'off'))
const rule = fc.tuple(when, fc.oneof({ weight: 3, arbitrary: says }, fc.constant('off')))
const value = fc
  .array(rule, { minLength: 1, maxLength: 4 })
  .map((rules) => rules.map((parts) => parts.join(' ')).join('; '))

t.test('days, hours and holidays agree with the library to the minute', async (t) => {
  fc.assert(
    fc.property(value, fc.constantFrom(...THERE), (osm, there) => {
      const wall = osm.includes('SH') ? YEAR : LEAP_YEAR
      t.strictSame(plainly(osm, there, wall), byTheLibrary(osm, there, wall), `${osm} in ${there.area}`)
      return t.passing()
    }),
    { numRuns: 40 }
  )
})

const real = await realHours()

t.test('so do those of real directories, most of which are plain', { skip: real === null }, async (t) => {
  const all = real ?? []
  const plain = all.filter((osm) => plainRules(osm) !== null)
  t.ok(plain.length > all.length * 0.6, `${plain.length} of ${all.length}`)
  const wrong = plain.filter((osm, nth) => {
    const there = THERE[nth % THERE.length] as There
    const [ours, theirs] = [plainly(osm, there, YEAR), byTheLibrary(osm, there, YEAR)]
    return JSON.stringify(ours) !== JSON.stringify(theirs)
  })
  t.same(wrong, [])
})

t.test('other values are left to the library', async (t) => {
  for (const osm of [
    '',
    'Mo',
    'Mo 09:00',
    '09:00-12:00',
    'Mo-Fr 9:00-12:00',
    'Mo-Fr 22:00-02:00',
    'Mo-Fr 09:00-12:00,11:00-14:00',
    'Mo-Fr 14:00-18:00,09:00-12:00',
    'Mo-Fr 09:00-24:30',
    'Mo-Fr 09:00-12:00;',
    'Mo-Fr 09:00-12:00, We 14:00-16:00',
    'Mo-Fr 09:00-12:00 || "sur rendez-vous"',
    'Mo-Fr 09:00-12:00 "sur rendez-vous"',
    'SH Mo-Fr 10:00-17:00',
    'Mo[1] 09:00-12:00',
    'Jul-Aug off',
    'week 1-53/2 Mo 09:00-12:00',
    '24/7'
  ]) {
    t.equal(plainRules(osm), null, osm)
  }
})
