import t from 'tap'
import type { OpenAt } from '../../src/domain/opening/open-at.ts'
import { inTransaction } from '../../src/store/db/transaction.ts'
import { openSchedules } from '../../src/store/hours/open-schedules.ts'
import { openingStates } from '../../src/store/hours/opening-states.ts'
import { schedulesOf } from '../../src/store/hours/schedules.ts'
import { testDatabase } from '../support/database.ts'
import { realHours } from '../support/real-hours.ts'
import {
  LYON,
  PARIS,
  plainLibrary,
  SAINT_DENIS,
  SAINT_PIERRE,
  STRASBOURG,
  type Where
} from './plain-library.ts'

/**
 * Places in three time zones. The library knows no school holidays for Strasbourg, and only few for Saint-Pierre.
 */
const PLACES: readonly Where[] = [PARIS, STRASBOURG, SAINT_DENIS, SAINT_PIERRE, LYON]

const CONDITIONS = [
  '24/7',
  'Mo-Fr 09:00-12:00,14:00-18:00; PH off',
  'Mo-Fr 09:00-12:00,14:00-18:00',
  'Mo-Sa 10:00-18:00',
  'Mo-Sa 22:00-03:30',
  'Sa,Su 01:30-02:30,02:45-04:00',
  'PH 10:00-12:00',
  'Tu[1],Th[-1] 09:00-12:00; PH off',
  'Mo-Fr 09:00-12:00; Mo-Fr 14:00-18:00 "sur rendez-vous"; PH off',
  'Sa 10:00-12:00 unknown "un samedi sur deux"',
  'Nov 11 10:00-12:00; PH off'
]
const SCHOOL = [
  'Mo-Fr 09:00-17:00; PH,SH off',
  'SH Mo-Sa 10:00-18:00',
  'Mo-Fr 09:00-17:00; SH Mo-Fr 14:00-16:00'
]

type PlaceHours = { readonly osm: string; readonly where: Where }

const content = ({ osm, where }: PlaceHours) => ({
  opening_hours: { osm, timezone: where.zone },
  address: { department: where.department, country: 'FR' }
})

/**
 * Current times (`now`), and the instants to ask about then (`at`). They are in weeks with both changes of the
 * clocks, the spring and autumn holidays, and the end of the year.
 */
const TIMES: readonly { readonly now: string; readonly at: readonly string[] }[] = [
  {
    now: '2026-02-09T12:00Z',
    at: [
      '2026-02-10T09:30Z',
      '2026-02-17T13:30Z',
      '2026-03-03T10:15Z',
      '2026-03-29T00:45Z',
      '2026-03-29T01:15Z',
      '2026-04-03T08:30Z'
    ]
  },
  {
    now: '2026-03-20T12:00Z',
    at: ['2026-03-28T22:30Z', '2026-04-03T10:00Z', '2026-04-06T08:30Z', '2026-04-15T09:59Z']
  },
  {
    now: '2026-10-20T12:00Z',
    at: [
      '2026-10-25T00:15Z',
      '2026-10-25T01:15Z',
      '2026-10-30T14:30Z',
      '2026-11-01T05:45Z',
      '2026-11-01T10:30Z',
      '2026-11-02T09:00Z',
      '2026-11-11T10:30Z',
      '2026-12-12T21:59Z'
    ]
  },
  { now: '2026-12-01T12:00Z', at: ['2026-12-20T07:00Z', '2026-12-26T10:00Z', '2027-01-01T09:30Z'] }
]

t.test('open_at and the library agree on every instant', async (t) => {
  const database = await testDatabase(t)
  const real = (await realHours()) ?? []
  const allHours: readonly PlaceHours[] = [
    ...PLACES.flatMap((where) => CONDITIONS.map((osm) => ({ osm, where }))),
    ...[PARIS, LYON].flatMap((where) => SCHOOL.map((osm) => ({ osm, where }))),
    // A sample of the real values, in different places; evaluate.test.ts compares all of them with the library.
    ...real
      .filter((osm, index) => index % 20 === 0 && !/\bSH\b/.test(osm))
      .map((osm, index) => ({ osm, where: PLACES[index % PLACES.length] ?? PARIS }))
  ]
  const library = allHours.map(({ osm, where }) => plainLibrary(osm, where) ?? (() => 'unknown' as const))
  for (const { now, at } of TIMES) {
    await database.batch.query('DELETE FROM schedule WHERE id <> 0')
    const ids = await inTransaction(database.batch, async (client) => {
      const schedules = schedulesOf(client, new Date(now))
      await schedules.learn(allHours.map(content))
      return allHours.map((each) => schedules.idOf(content(each)))
    })
    let version = 0
    const open = openSchedules(database, {
      version: async () => version++,
      clock: () => Date.parse(now),
      frequencies: async () => () => 0
    })
    const wrong: string[] = []
    for (const instant of at) {
      const openAt: OpenAt = { instant: new Date(instant).toISOString() }
      const [sure, perhaps] = await Promise.all(
        (['exclude', 'include'] as const).map(
          async (unknown) => new Set((await open({ at: openAt, unknown })).ids)
        )
      )
      allHours.forEach(({ osm, where }, index) => {
        const state = library[index]?.(Date.parse(instant))
        const id = ids[index] ?? -1
        if (sure?.has(id) !== (state === 'open') || perhaps?.has(id) !== (state !== 'closed'))
          wrong.push(`${osm} in ${where.state} at ${instant} is ${state}`)
      })
    }
    t.same(wrong.slice(0, 9), [], `${allHours.length} values from ${now}`)
  }
})

t.test('no opening is promised on a public holiday', async (t) => {
  const database = await testDatabase(t)
  const statesAt = async (osm: string, now: string) => {
    await database.batch.query('DELETE FROM schedule WHERE id <> 0')
    const place = content({ osm, where: PARIS })
    const id = await inTransaction(database.batch, async (client) => {
      const schedules = schedulesOf(client, new Date('2026-12-20T12:00Z'))
      await schedules.learn([place])
      return schedules.idOf(place)
    })
    return (await openingStates(database, () => Date.parse(now)).of([id]))(id)
  }
  const weekdays = 'Mo-Fr 09:00-12:00'
  t.same(await statesAt(weekdays, '2026-12-23T20:00Z'), {
    state: 'closed',
    next_change: '2026-12-24T09:00:00+01:00'
  })
  t.same(await statesAt(weekdays, '2026-12-24T20:00Z'), { state: 'closed', next_change: null })
  t.same(await statesAt(weekdays, '2026-12-25T09:00Z'), {
    state: 'unknown',
    next_change: '2026-12-25T12:00:00+01:00'
  })
  t.same(await statesAt(weekdays, '2026-12-25T13:00Z'), {
    state: 'closed',
    next_change: '2026-12-28T09:00:00+01:00'
  })
  t.same(await statesAt(`${weekdays}; PH off`, '2026-12-24T20:00Z'), {
    state: 'closed',
    next_change: '2026-12-28T09:00:00+01:00'
  })
})
