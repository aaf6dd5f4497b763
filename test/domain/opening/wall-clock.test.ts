import fc from 'fast-check'
import t from 'tap'
import {
  instantOf,
  isZone,
  localInstant,
  stretches,
  wallClock
} from '../../../src/domain/opening/wall-clock.ts'

const ZONES = [
  'Europe/Paris',
  'America/Miquelon',
  'Indian/Reunion',
  'Pacific/Wallis',
  'America/St_Johns',
  'UTC'
]

const zones = fc.constantFrom(...ZONES)
const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 60_000) * 60_000)

/** The local time, computed in another way than the code under test. */
const localTime = (zone: string, instant: number): number =>
  Date.parse(`${new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`)

t.test('local times match those of the system', async (t) => {
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      t.equal(wallClock(zone, instant), localTime(zone, instant))
      t.equal(Date.parse(localInstant(zone, instant)), instant)
    }),
    { numRuns: 200 }
  )
})

t.test('and a local time leads back to its instant', async (t) => {
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const back = instantOf(zone, localTime(zone, instant))
      t.equal(localTime(zone, back), localTime(zone, instant))
      t.ok(back <= instant, 'if the local time occurs twice, the first one')
    }),
    { numRuns: 200 }
  )
  const skipped = Date.parse('2026-03-29T02:30Z')
  t.equal(
    new Date(instantOf('Europe/Paris', skipped)).toISOString(),
    '2026-03-29T01:30:00.000Z',
    'skipped: an hour later'
  )
})

t.test('the offset is constant between two changes of the clocks', async (t) => {
  fc.assert(
    fc.property(zones, instants, fc.integer({ min: 1, max: 400 }), (zone, from, days) => {
      const to = from + days * 86_400_000
      const found = stretches(zone, from, to)
      t.equal(found[0]?.from, from)
      t.equal(found.at(-1)?.to, to)
      for (const [index, { from: begin, to: end, offset }] of found.entries()) {
        if (index > 0) t.equal(begin, found[index - 1]?.to)
        for (const at of [begin, Math.floor((begin + end) / 2), end - 60_000])
          t.equal(localTime(zone, at) - at, offset)
      }
    }),
    { numRuns: 60 }
  )
})

t.test('an unknown zone is not a zone', async (t) => {
  t.ok(ZONES.every(isZone))
  t.notOk(isZone('Europe/Nowhere'))
  t.notOk(isZone(''))
})
