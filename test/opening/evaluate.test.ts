import t from 'tap'
import { type ScheduleKey, scheduleKeyOf } from '../../src/domain/opening/schedule-key.ts'
import { RELEASED_CALENDARS } from '../../src/domain/opening/school-calendar.ts'
import { evaluate } from '../../src/opening/evaluate.ts'
import { realHours } from '../support/real-hours.ts'
import {
  BREST,
  FORT_DE_FRANCE,
  LYON,
  PARIS,
  plainLibrary,
  SAINT_DENIS,
  SAINT_PIERRE,
  STRASBOURG,
  type StateAt,
  type Where
} from './plain-library.ts'

const FROM = Date.parse('2026-01-05T00:00Z')
const TO = Date.parse('2027-01-10T00:00Z')

function keyOf(osm: string, { zone, department }: Where): ScheduleKey {
  const key = scheduleKeyOf({
    opening_hours: { osm, timezone: zone },
    address: { department, country: 'FR' }
  })
  if (!key) throw new Error('A value has a key.')
  return key
}

function stateAt(openings: ReturnType<typeof evaluate>, instant: number): StateAt {
  return openings.find(({ from, to }) => from <= instant && instant < to)?.state ?? 'closed'
}

const statesOf = (osm: string, where: Where) => {
  const openings = evaluate(keyOf(osm, where), RELEASED_CALENDARS, FROM, TO)
  return (at: string) => stateAt(openings, Date.parse(at))
}

/** Days with special cases: changes of the clocks, holidays of all kinds, ends of years. */
const DAYS = [
  '2026-02-10', // Holidays in zone A only.
  '2026-02-24', // In zone C, in B until the Sunday.
  '2026-03-28',
  '2026-03-29', // Clocks forward in France.
  '2026-04-03', // Good Friday.
  '2026-04-06', // Easter Monday.
  '2026-05-22', // Abolition in Martinique.
  '2026-06-17',
  '2026-10-24',
  '2026-10-25', // Clocks back.
  '2026-11-01', // Clocks back in Saint-Pierre, All Saints.
  '2026-11-11',
  '2026-12-20', // Abolition in La Réunion.
  '2026-12-26', // Second day of Christmas in Alsace.
  '2027-01-01'
]
const MINUTES = [30, 61, 150, 485, 570, 659, 720, 810, 985, 1079, 1155, 1439]

const INSTANTS = DAYS.flatMap((day) => MINUTES.map((minute) => Date.parse(day) + minute * 60_000))

function disagreements(
  osm: string,
  where: Where,
  instants: readonly number[],
  [from, to]: readonly [number, number] = [FROM, TO]
): readonly string[] {
  const library = plainLibrary(osm, where)
  const openings = evaluate(keyOf(osm, where), RELEASED_CALENDARS, from, to)
  return instants.flatMap((instant) => {
    const [ours, theirs] = [stateAt(openings, instant), library ? library(instant) : 'unknown']
    return ours === theirs
      ? []
      : [`${osm} in ${where.state}, ${new Date(instant).toISOString()}: ${ours}, not ${theirs}`]
  })
}

/** Values of opening hours with every kind of condition. */
const CONDITIONS = [
  '24/7',
  'Mo-Su 00:00-24:00; PH off',
  'Mo-Fr 09:00-12:00,14:00-18:00; PH off',
  'Mo-Fr 09:00-12:00,14:00-18:00',
  'Mo-Sa 10:00-18:00; Nov 11 10:00-12:00',
  'Mo-Sa 22:00-03:30',
  'Sa,Su 01:30-02:30,02:45-04:00',
  'PH 10:00-12:00',
  'Mo-Fr 09:00-17:00; PH,SH off',
  'Mo-Fr 09:00-17:00; SH Mo-Fr 14:00-16:00',
  'SH Mo-Sa 10:00-18:00; PH off',
  'Tu[1],Th[-1] 09:00-12:00; PH off',
  'week 02-52/2 Mo 09:00-12:00; week 01-53/2 Tu 14:00-17:00',
  'Jul-Aug off; Sep-Jun Mo-Sa 09:30-12:30',
  'Mo-Fr 09:00-12:00; Mo-Fr 14:00-18:00 "sur rendez-vous"; PH off',
  'Mo-Fr "sur rendez-vous"',
  'Mo-Fr 09:00-17:00 open "sur RDV"',
  'Sa 10:00-12:00 unknown "un samedi sur deux"',
  '2026 Nov 10-2026 Dec 20 We 10:00-11:30',
  'Mo-Fr 08:00-12:00; Dec 24-Jan 02 off',
  'Nov 11 10:00-12:00; PH off'
]

t.test('it agrees with the library in every time zone and holiday area', async (t) => {
  for (const where of [PARIS, LYON, BREST, SAINT_DENIS]) {
    t.same(CONDITIONS.flatMap((osm) => disagreements(osm, where, INSTANTS)).slice(0, 9), [], where.state)
  }
  for (const where of [STRASBOURG, FORT_DE_FRANCE, SAINT_PIERRE]) {
    // School holidays (SH) are left out, because for these places the library knows only public holidays, or the
    // school holidays of half of the year.
    const plain = CONDITIONS.filter((osm) => !osm.includes('SH'))
    t.same(plain.flatMap((osm) => disagreements(osm, where, INSTANTS)).slice(0, 9), [], where.state)
  }
})

const real = await realHours()

/** Two periods that contain both changes of the clocks, Easter, All Saints' Day and 11 November. */
const SEASONS = [
  [Date.parse('2026-03-27T00:00Z'), Date.parse('2026-04-08T00:00Z')],
  [Date.parse('2026-10-23T00:00Z'), Date.parse('2026-11-13T00:00Z')]
] as const

t.test('it agrees with the library on the values of real directories', { skip: real === null }, async (t) => {
  const places = [PARIS, SAINT_PIERRE, LYON, SAINT_DENIS]
  const wrong = (real ?? []).flatMap((osm, index) => {
    const where = places[index % places.length] ?? PARIS
    if (/\bSH\b/.test(osm) && where === SAINT_PIERRE) return []
    return SEASONS.flatMap((season) => {
      // Each value is compared at one of five instants, so that each instant is compared with some of the values.
      const instants = INSTANTS.filter(
        (at, nth) => at >= season[0] && at < season[1] && (nth + index) % 5 === 0
      )
      return disagreements(osm, where, instants, season)
    })
  })
  t.same(wrong.slice(0, 9), [])
})

t.test('effects of holidays on examples', async (t) => {
  const weekdays = 'Mo-Fr 09:00-12:00; PH off'
  t.equal(statesOf(weekdays, PARIS)('2026-11-10T10:00+01:00'), 'open')
  t.equal(statesOf(weekdays, PARIS)('2026-11-11T10:00+01:00'), 'closed')
  t.equal(
    statesOf(weekdays, PARIS)('2026-04-03T10:00+02:00'),
    'open',
    'Good Friday is an ordinary day in Paris'
  )
  t.equal(statesOf(weekdays, STRASBOURG)('2026-04-03T10:00+02:00'), 'closed', 'and a holiday in Strasbourg')
  t.equal(
    statesOf('PH 09:00-12:00', SAINT_DENIS)('2026-12-20T10:00+04:00'),
    'open',
    'the abolition is a holiday in La Réunion'
  )
  t.equal(statesOf('PH 09:00-12:00', PARIS)('2026-12-20T10:00+01:00'), 'closed')
  const pupils = 'Mo-Fr 09:00-12:00; SH off'
  t.equal(statesOf(pupils, LYON)('2026-02-10T10:00+01:00'), 'closed', 'zone A')
  t.equal(statesOf(pupils, BREST)('2026-02-17T10:00+01:00'), 'closed', 'zone B')
  t.equal(statesOf(pupils, BREST)('2026-02-10T10:00+01:00'), 'open')
  t.equal(statesOf(pupils, PARIS)('2026-03-03T10:00+01:00'), 'closed', 'zone C')
  t.equal(statesOf(pupils, STRASBOURG)('2026-02-17T10:00+01:00'), 'closed', 'both kinds of holidays at once')
  t.equal(statesOf('Mo-Fr 09:00-12:00; PH,SH off', STRASBOURG)('2026-04-03T10:00+02:00'), 'closed')
})

t.test('on a public holiday, hours that do not mention it are unknown', async (t) => {
  const weekdays = statesOf('Mo-Fr 09:00-12:00', PARIS)
  t.equal(weekdays('2026-12-24T10:00+01:00'), 'open')
  t.equal(weekdays('2026-12-25T10:00+01:00'), 'unknown', 'Christmas')
  t.equal(weekdays('2026-12-25T13:00+01:00'), 'closed', 'it is never open in the afternoon')
  t.equal(weekdays('2026-11-01T10:00+01:00'), 'closed', 'All Saints is a Sunday')
  t.equal(statesOf('Mo-Sa 09:00-12:00', STRASBOURG)('2026-12-26T10:00+01:00'), 'unknown')
  t.equal(statesOf('Mo-Sa 09:00-12:00', PARIS)('2026-12-26T10:00+01:00'), 'open')
  t.equal(statesOf('Mo-Su 09:00-12:00', SAINT_DENIS)('2026-12-20T10:00+04:00'), 'unknown')
  t.equal(statesOf('Mo-Fr 09:00-12:00; SH off', PARIS)('2026-11-11T10:00+01:00'), 'unknown')
  t.equal(statesOf('Mo-Fr 09:00-12:00 "sur rendez-vous"', PARIS)('2026-11-11T10:00+01:00'), 'unknown')
  for (const osm of [
    '24/7',
    'Mo-Su 00:00-24:00',
    'Mo-Fr,PH 09:00-12:00',
    'Mo-Fr 09:00-12:00; 2026 Dec 25 09:30-11:00'
  ])
    t.equal(statesOf(osm, PARIS)('2026-12-25T10:00+01:00'), 'open', osm)
  const closed = statesOf('Mo-Fr 09:00-12:00; Dec 24-Jan 02 off', PARIS)
  t.equal(closed('2026-12-25T10:00+01:00'), 'closed')
  const autumn = statesOf('2026 Nov 01-2026 Dec 25 Mo-Fr 09:00-12:00', PARIS)
  t.equal(autumn('2026-12-25T10:00+01:00'), 'unknown', 'the end of a season says nothing of the day itself')
  const brussels = {
    opening_hours: { osm: 'Mo-Fr 09:00-12:00', timezone: 'Europe/Brussels' },
    address: { department: null, country: 'BE' }
  }
  const abroad = evaluate(scheduleKeyOf(brussels) as ScheduleKey, RELEASED_CALENDARS, FROM, TO)
  t.equal(stateAt(abroad, Date.parse('2026-11-11T10:00+01:00')), 'open', 'no French holiday')
})

t.test('beyond every calendar the state is unknown, and never an error', async (t) => {
  const pupils = 'Mo-Fr 09:00-12:00; SH off'
  const reach = (where: Where, from: string, to: string) =>
    evaluate(keyOf(pupils, where), RELEASED_CALENDARS, Date.parse(from), Date.parse(to))
  t.same(reach(PARIS, '2027-07-01T22:00Z', '2030-01-01T00:00Z'), [
    { from: Date.parse('2027-07-02T07:00Z'), to: Date.parse('2027-07-02T10:00Z'), state: 'open' },
    { from: Date.parse('2027-07-02T22:00Z'), to: Date.parse('2030-01-01T00:00Z'), state: 'unknown' }
  ])
  const papeete: Where = { zone: 'Pacific/Tahiti', department: '987', state: 'Polynésie française' }
  const all = (osm: string, where: Where) => evaluate(keyOf(osm, where), RELEASED_CALENDARS, FROM, TO)
  const unknown = [{ from: FROM, to: TO, state: 'unknown' }]
  t.same(all(pupils, papeete), unknown, 'an academy with an unknown calendar')
  t.same(all('Mo-Fr sunrise-sunset', PARIS), unknown, 'hours that follow the sun')
  t.same(all('ouvert souvent', PARIS), unknown, 'not a valid value')
  t.same(all('', PARIS), unknown)
  t.same(
    all('Mo-Fr 09:00-12:00', { ...PARIS, zone: 'Europe/Nowhere' }),
    unknown,
    'a zone that does not exist'
  )
  const abroad = {
    opening_hours: { osm: 'Mo 09:00-12:00; PH off', timezone: 'Europe/Brussels' },
    address: { department: null, country: 'BE' }
  }
  t.same(
    evaluate(scheduleKeyOf(abroad) as ScheduleKey, RELEASED_CALENDARS, FROM, TO),
    unknown,
    'holidays abroad'
  )
})

t.test('places of a zone share a schedule unless holidays distinguish them', async (t) => {
  const calendar = (osm: string, where: Where) => keyOf(osm, where).calendar
  t.equal(calendar('Mo-Fr 09:00-12:00 "sauf PH"', LYON), calendar('Mo-Fr 09:00-12:00 "sauf PH"', PARIS))
  t.equal(calendar('Mo-Fr 09:00-12:00; PH off', LYON), calendar('Mo-Fr 09:00-12:00; PH off', PARIS))
  t.not(calendar('Mo-Fr 09:00-12:00; PH off', STRASBOURG), calendar('Mo-Fr 09:00-12:00; PH off', PARIS))
  t.not(calendar('SH off', LYON), calendar('SH off', PARIS))
})

t.test('the time zone of the process does not matter', async (t) => {
  const all = () =>
    CONDITIONS.flatMap((osm) =>
      [PARIS, SAINT_DENIS, SAINT_PIERRE].map((where) =>
        evaluate(keyOf(osm, where), RELEASED_CALENDARS, FROM, TO)
      )
    )
  const inUtc = all()
  for (const zone of ['America/New_York', 'Europe/Paris', 'Pacific/Auckland']) {
    process.env.TZ = zone
    t.same(all(), inUtc, zone)
  }
  process.env.TZ = 'UTC'
})
