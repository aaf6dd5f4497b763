import t from 'tap'
import { knownWeeks } from '../../../src/domain/opening/known-weeks.ts'
import { refreshOpenings } from '../../../src/store/hours/refresh-openings.ts'
import { apiOver } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { type PlaceSketch, testPlace, writePlaces } from '../../support/places.ts'
import { TOWNS } from '../../support/towns.ts'

const at = (
  town: Required<Pick<PlaceSketch, 'at' | 'address'>>,
  name: string,
  osm: string | null,
  timezone = 'Europe/Paris'
) => testPlace({ ...town, name, opening_hours: { osm, raw: osm, confidence: 'exact', timezone } })

const WEEK = 7 * 86_400_000
const DAY_MS = 86_400_000

const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'] as const

t.test('housekeeping', async (t) => {
  const database = await testDatabase(t)
  const rows = async (query: string) => (await database.batch.query(query)).rows
  const today = new Date()
  // Not the day of the week on which the test runs: a place that opens on Sunday mornings was found when the test
  // ran on a Sunday morning.
  const otherDay = DAYS[(today.getUTCDay() + 3) % 7]
  const weekly = at(TOWNS.bayeux, 'Un matin par semaine', `${otherDay} 10:00-12:00`)
  await writePlaces(database, [
    weekly,
    at(TOWNS.caen, 'Toujours', '24/7'),
    at(TOWNS.brest, 'Ne dit rien', null)
  ])

  t.same(
    await refreshOpenings(database, today),
    { adopted: 0, schedules: 0 },
    'the day it was written, all is there'
  )
  const before = await rows('SELECT count(*)::int AS openings FROM opening')
  const later = new Date(today.getTime() + 4 * WEEK)
  t.same(await refreshOpenings(database, later), { adopted: 0, schedules: 2 })
  t.same(
    await refreshOpenings(database, later),
    { adopted: 0, schedules: 0 },
    'run again, it has nothing to do'
  )
  t.same(
    await rows('SELECT count(*)::int AS openings FROM opening'),
    before,
    'four such days were added, and four removed'
  )
  t.same(
    await rows(`SELECT count(*)::int AS rows, max(closes) = max(computed_until) AS whole FROM opening
                JOIN schedule ON schedule.id = opening.schedule WHERE osm = '24/7'`),
    [{ rows: 1, whole: true }],
    'a place that never closes has a single opening'
  )
  const { to } = knownWeeks(later)
  t.same(await rows(`SELECT DISTINCT computed_until FROM schedule WHERE id <> 0`), [
    { computed_until: new Date(to) }
  ])

  await t.test('places stored by an older release get their schedules', async (t) => {
    await database.batch.query('UPDATE place SET schedule = NULL')
    await database.batch.query('DELETE FROM schedule WHERE id <> 0')
    const api = await apiOver(t, database, () => later.getTime())
    t.equal((await api.get('/v1/places?open_at=now')).items.length, 0, 'until then, their state is unknown')
    t.same(await refreshOpenings(database, later), { adopted: 3, schedules: 0 })
    t.same(
      (await api.get('/v1/places?open_at=now')).items.map(({ name }) => name),
      ['Toujours']
    )
  })

  await t.test('unused schedules are deleted', async (t) => {
    await writePlaces(database, [
      {
        ...weekly,
        content: {
          ...weekly.content,
          opening_hours: {
            osm: `${otherDay} 11:00-12:00`,
            raw: null,
            confidence: 'exact',
            timezone: 'Europe/Paris'
          }
        }
      }
    ])
    t.equal((await rows('SELECT count(*)::int AS n FROM schedule'))[0]?.n, 4)
    await refreshOpenings(database, later)
    t.equal((await rows('SELECT count(*)::int AS n FROM schedule'))[0]?.n, 3)
  })

  await t.test('if it has not run for weeks, places are unknown, not closed', async (t) => {
    const [{ computed_until: end }] = (await rows(
      'SELECT max(computed_until) AS computed_until FROM schedule WHERE id <> 0'
    )) as [{ computed_until: Date }]
    const api = await apiOver(t, database, () => end.getTime() + DAY_MS)
    const { items } = await api.get('/v1/places')
    t.same(
      items.map(({ opening_hours }) => opening_hours.state),
      ['unknown', 'unknown', 'unknown']
    )
    t.equal((await api.get('/v1/places?open_at=now&open_unknown=include')).items.length, 3)
  })
})
