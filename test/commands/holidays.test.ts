import t from 'tap'
import { describeCalendars, refreshHolidays } from '../../src/commands/holidays.ts'
import { readSchoolCalendars } from '../../src/domain/opening/read-school-calendars.ts'
import { RELEASED_CALENDARS } from '../../src/domain/opening/school-calendar.ts'
import { SCHOOL_ZONES, schoolZoneOf } from '../../src/domain/opening/school-zones.ts'
import { ImportRefused } from '../../src/importers/refused.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { TOWNS } from '../support/towns.ts'

const DAY_MS = 86_400_000
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

/** A line in the format of the ministry, which gives each day as midnight in Paris, in UTC. */
const line = (description: string, zones: string, from: string, to: string, population = '-') => ({
  description,
  population,
  start_date: `${new Date(Date.parse(from) - DAY_MS).toISOString().slice(0, 10)}T23:00:00+00:00`,
  end_date: `${new Date(Date.parse(to) - DAY_MS).toISOString().slice(0, 10)}T23:00:00+00:00`,
  location: 'Ajaccio',
  zones,
  annee_scolaire: '2030-2031'
})

t.test('the ministry’s calendar is read from the pupils’ point of view', async (t) => {
  const { calendars, unknownZones } = readSchoolCalendars([
    line('Vacances de Noël', 'Zone A', '2030-12-21', '2031-01-06'),
    line('Vacances de Noël', 'Zone A', '2030-12-21', '2031-01-06'),
    line('Vacances d’été', 'Zone A', '2031-07-05', '2031-08-30', 'Enseignants'),
    line('Pont de l’Ascension', 'Zone A', '2031-05-22', '2031-05-26'),
    line('Début des vacances d’été', 'Zone A', '2031-07-05', '2031-07-05'),
    line('Vacances d’hiver', 'Saint Pierre et Miquelon', '2031-02-15', '2031-03-03'),
    line('Vacances', 'Zone D', '2031-02-15', '2031-03-03'),
    { description: 'nothing else' }
  ])
  t.same(unknownZones, ['Zone D'])
  t.same(calendars, [
    {
      zone: 'A',
      knownFrom: '2030-12-22',
      // The calendar is known until this day, because there are still lessons on the day on which the summer
      // holidays begin.
      knownUntil: '2031-07-05',
      holidays: [
        { name: 'Vacances de Noël', first: '2030-12-22', last: '2031-01-05' },
        { name: 'Pont de l’Ascension', first: '2031-05-22', last: '2031-05-25' }
      ]
    },
    {
      zone: 'saint-pierre-et-miquelon',
      knownFrom: '2031-02-16',
      knownUntil: '2031-03-02',
      holidays: [{ name: 'Vacances d’hiver', first: '2031-02-16', last: '2031-03-02' }]
    }
  ])
})

t.test('every département has a school zone', async (t) => {
  const mainland = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0'))
  for (const department of [...mainland.filter((code) => code !== '20'), '2A', '2B', '971', '988'])
    t.ok(schoolZoneOf(department), department)
  t.equal(schoolZoneOf('20'), null)
  t.equal(schoolZoneOf(null), null)
  for (const [zone, { holidays }] of RELEASED_CALENDARS) {
    t.ok(SCHOOL_ZONES.includes(zone))
    for (const [index, { first, last }] of holidays.entries())
      t.ok(first <= last && last < (holidays[index + 1]?.first ?? '9'), `${zone} ${first}`)
  }
})

t.test('opening states that were unknown become known when a calendar is loaded', async (t) => {
  const database = await testDatabase(t)
  const osm = 'Mo-Su 00:00-24:00; SH off'
  const hours = { osm, raw: osm, confidence: 'exact', timezone: 'Pacific/Wallis' } as const
  await writePlaces(database, [testPlace({ ...TOWNS.mataUtu, name: 'Fale', opening_hours: hours })])
  const [inHolidays, after] = [dayIn(10), dayIn(30)]
  const found = async (day: string) => {
    const api = await apiOver(t, database)
    return (await api.get(`/v1/places?open_at=${day}T10:00`)).items.length
  }
  t.equal(await found(after), 0, 'it is unknown')

  const file = [
    line('Grandes vacances', 'Wallis et Futuna', dayIn(-40), dayIn(-30)),
    line('Vacances', 'Wallis et Futuna', dayIn(5), dayIn(20)),
    line('Début des vacances', 'Wallis et Futuna', dayIn(200), dayIn(200))
  ]
  const { calendars } = await refreshHolidays(database, file, new Date())
  t.match(describeCalendars(calendars), new RegExp(`wallis-et-futuna +${dayIn(200)} +2`))
  t.match(describeCalendars(calendars), /^polynesie +not known/m)
  t.equal(await found(after), 1)
  t.equal(await found(inHolidays), 0)

  await t.rejects(refreshHolidays(database, [], new Date()), ImportRefused)
  const elsewhere = line('Vacances', 'Zone D', inHolidays, after)
  await t.rejects(refreshHolidays(database, [elsewhere], new Date()), ImportRefused)
  t.same((await refreshHolidays(database, [...file, elsewhere], new Date())).unknownZones, ['Zone D'])
})
