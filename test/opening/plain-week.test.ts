import fc from 'fast-check'
import t from 'tap'
import { joined } from '../../src/domain/opening/opening.ts'
import { plainOpenings, plainRules } from '../../src/domain/opening/plain-week.ts'
import { definitionsOf } from '../../src/opening/definitions.ts'
import { localDate, parseValue } from '../../src/opening/library.ts'
import { realHours } from '../support/real-hours.ts'

/** A leap year, and the turns of it: every holiday, and 29 February. */
const ALL = { from: Date.parse('2027-12-24T00:00Z'), to: Date.parse('2029-01-08T00:00Z') }
const AREAS = ['metropole', 'alsace-moselle', 'martinique', 'reunion', 'polynesie', 'nouvelle-caledonie']

const open = (wall: { from: number; to: number }) => ({ ...wall, state: 'open' as const })

function byTheLibrary(osm: string, area: string) {
  const value = parseValue(osm, definitionsOf(area, undefined))
  return joined(
    value
      .getOpenIntervals(localDate(ALL.from), localDate(ALL.to))
      .map(([from, to]) => open({ from: from.getTime(), to: to.getTime() }))
  )
}

const plainly = (osm: string, area: string) => {
  const rules = plainRules(osm)
  return rules && joined(plainOpenings(rules, area, ALL).map(open))
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const day = fc.constantFrom(...DAYS)
const days = fc.oneof(
  day,
  fc
    .tuple(day, day)
    .filter(([first, last]) => first !== last)
    .map(([first, last]) => `${first}-${last}`),
  fc.constant('PH')
)
const when = fc.array(days, { minLength: 1, maxLength: 3 }).map((all) => [...new Set(all)].join(','))
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
/** Up to three spans, some that touch, some up to midnight. */
const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => {
    const ends = quarters.toSorted((one, other) => one - other).map((quarter) => quarter * 15)
    return ends.flatMap((end, nth) => (nth % 2 === 1 ? [`${clock(ends[nth - 1] ?? 0)}-${clock(end)}`] : []))
  })
  .map((spans) => spans.join(','))
const rule = fc.tuple(when, fc.oneof({ weight: 3, arbitrary: hours }, fc.constant('off')))
const value = fc
  .array(rule, { minLength: 1, maxLength: 4 })
  .map((rules) => rules.map((parts) => parts.join(' ')).join('; '))

t.test('days, hours and holidays are what the library makes of them, to the minute', async (t) => {
  fc.assert(
    fc.property(value, fc.constantFrom(...AREAS), (osm, area) => {
      t.strictSame(plainly(osm, area), byTheLibrary(osm, area), `${osm} in ${area}`)
      return t.passing()
    }),
    { numRuns: 40 }
  )
})

const real = await realHours()

t.test('so are those of real directories, most of which are plain', { skip: real === null }, async (t) => {
  const plain = (real ?? []).filter((osm) => plainRules(osm) !== null)
  t.ok(plain.length > (real ?? []).length * 0.6, `${plain.length} of ${(real ?? []).length}`)
  const wrong = plain.filter((osm, nth) => {
    const area = AREAS[nth % AREAS.length] ?? 'metropole'
    return nth % 20 === 0 && JSON.stringify(plainly(osm, area)) !== JSON.stringify(byTheLibrary(osm, area))
  })
  t.same(wrong, [])
})

t.test('what says anything more is left to the library', async (t) => {
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
    'SH off',
    'PH,SH off',
    'Mo[1] 09:00-12:00',
    'Jul-Aug off',
    'week 1-53/2 Mo 09:00-12:00',
    '24/7'
  ]) {
    t.equal(plainRules(osm), null, osm)
  }
})
