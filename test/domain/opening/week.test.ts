import t from 'tap'
import { sayWeek } from '../../../src/domain/opening/say-week.ts'
import { scheduleKeyOf } from '../../../src/domain/opening/schedule-key.ts'
import { RELEASED_CALENDARS } from '../../../src/domain/opening/school-calendar.ts'
import { weekOf } from '../../../src/domain/opening/week.ts'
import { evaluate } from '../../../src/opening/evaluate.ts'

const DAY_MS = 86_400_000

/** The week that starts on this day in words, for these opening hours, in Bayeux unless another place is given. */
function sayWeekOf(
  osm: string,
  day: string,
  lang: 'fr' | 'en' = 'fr',
  [zone, department] = ['Europe/Paris', '14']
) {
  const key = scheduleKeyOf({
    opening_hours: { osm, timezone: zone },
    address: { department, country: 'FR' }
  })
  if (!key) throw new Error('A value has a key.')
  const now = Date.parse(`${day}T12:00Z`)
  const until = now + 60 * DAY_MS
  const openings = evaluate(key, RELEASED_CALENDARS, now - 2 * DAY_MS, until)
  const { days, exceptions } = sayWeek(weekOf({ ...key, openings, until }, RELEASED_CALENDARS, now), lang)
  // Replaces no-break spaces, which look the same.
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  return {
    hours: days.map(({ day, hours }) => plain(`${day} : ${hours}`)),
    exceptions: exceptions.map(plain),
    days
  }
}

const OFFICE = 'Mo-Fr 09:00-12:00,14:00-17:30; Sa 10:00-12:00; PH off'

t.test('a week in French, starting today, with its exceptions', async (t) => {
  const { hours, exceptions } = sayWeekOf(OFFICE, '2026-11-09')
  t.same(hours, [
    'lundi 9 novembre : 9 h – 12 h, 14 h – 17 h 30',
    'mardi 10 novembre : 9 h – 12 h, 14 h – 17 h 30',
    'mercredi 11 novembre : fermé',
    'jeudi 12 novembre : 9 h – 12 h, 14 h – 17 h 30',
    'vendredi 13 novembre : 9 h – 12 h, 14 h – 17 h 30',
    'samedi 14 novembre : 10 h – 12 h',
    'dimanche 15 novembre : fermé'
  ])
  t.same(exceptions, ['fermé le 11 novembre (Armistice 1918)'])
})

t.test('and in English', async (t) => {
  const { hours, exceptions } = sayWeekOf(OFFICE, '2026-11-11', 'en')
  t.equal(hours[0], 'Wednesday 11 November : closed')
  t.equal(hours[1], 'Thursday 12 November : 9:00–12:00, 14:00–17:30')
  t.same(exceptions, ['Closed on 11 November (Armistice Day)'])
})

t.test('exceptions are days with unusual hours', async (t) => {
  t.same(sayWeekOf('Mo-Su 09:00-12:00; PH off', '2026-10-29').exceptions, [
    'fermé le 1er novembre (Toussaint)'
  ])
  t.same(sayWeekOf('Mo-Fr 09:00-12:00; Nov 11 10:00-11:00', '2026-11-09').exceptions, [
    'le 11 novembre (Armistice 1918) : 10 h – 11 h'
  ])
  t.same(sayWeekOf('Mo-Fr 09:00-12:00; Nov 11 10:00-11:00', '2026-11-09', 'en').exceptions, [
    '11 November (Armistice Day): 10:00–11:00'
  ])
  t.same(
    sayWeekOf('week 01-53/2 Mo 09:00-12:00', '2026-11-09').exceptions,
    [],
    'alternating weeks have no usual hours'
  )
  t.same(sayWeekOf('PH 09:00-12:00', '2026-04-01', 'fr', ['Europe/Paris', '67']).exceptions, [
    'le 3 avril (Vendredi saint) : 9 h – 12 h',
    'le 6 avril (Lundi de Pâques) : 9 h – 12 h'
  ])
})

t.test('it is not known whether hours that do not mention public holidays apply on them', async (t) => {
  const { hours, exceptions } = sayWeekOf('Mo-Fr 09:00-12:00', '2026-12-24')
  t.same(hours.slice(0, 3), [
    'jeudi 24 décembre : 9 h – 12 h',
    'vendredi 25 décembre : jour férié : appelez avant de venir',
    'samedi 26 décembre : fermé'
  ])
  t.same(exceptions, ['le 25 décembre (Noël), jour férié : appelez avant de venir'])
  t.same(sayWeekOf('Mo-Fr 09:00-12:00', '2026-12-24', 'en').exceptions, [
    '25 December (Christmas Day), public holiday: call before you come'
  ])
  const strasbourg = sayWeekOf('Mo-Sa 09:00-12:00', '2026-12-24', 'fr', ['Europe/Paris', '67'])
  t.same(strasbourg.exceptions.length, 2, 'the second day of Christmas is a public holiday in Alsace')
  t.same(sayWeekOf('Mo-Th 09:00-12:00', '2026-12-24').exceptions, [], 'it is closed on Fridays anyway')
  t.same(sayWeekOf('24/7', '2026-12-24').exceptions, [])
})

t.test('school holidays are named if they change the hours', async (t) => {
  const library = 'Mo-Fr 14:00-18:00; SH Mo-Fr 10:00-12:00'
  t.same(sayWeekOf(library, '2026-12-17').exceptions, [
    'le 21 décembre (vacances de Noël) : 10 h – 12 h',
    'le 22 décembre (vacances de Noël) : 10 h – 12 h',
    'le 23 décembre (vacances de Noël) : 10 h – 12 h'
  ])
  t.same(
    sayWeekOf('Mo-Fr 14:00-18:00; SH off', '2026-12-17', 'en').exceptions[0],
    'Closed on 21 December (school holidays)'
  )
  t.same(
    sayWeekOf('Mo-Fr 14:00-18:00', '2026-12-17').exceptions,
    [],
    'hours that do not depend on holidays are as usual'
  )
  const days = sayWeekOf(library, '2027-05-24').days
  t.ok(days.every(({ holiday, exception }) => exception === (holiday !== null)))
})

t.test('nights, full days, appointments and uncertain hours', async (t) => {
  const first = (osm: string, lang: 'fr' | 'en' = 'fr') =>
    sayWeekOf(osm, '2026-11-12', lang).hours[0]?.split(' : ')[1]
  t.equal(first('Th 20:00-03:30'), '20 h – 3 h 30')
  t.equal(
    sayWeekOf('Th 20:00-03:30', '2026-11-12').hours[1],
    'vendredi 13 novembre : fermé',
    'hours after midnight belong to the evening before'
  )
  t.equal(first('Th 20:00-24:00'), '20 h – 24 h')
  t.equal(first('24/7'), 'ouvert jour et nuit')
  t.equal(first('24/7', 'en'), 'open day and night')
  t.equal(first('Mo-Fr "sur rendez-vous"'), 'sur rendez-vous')
  t.equal(first('Th 09:00-12:00; Th 14:00-18:00 "sur rendez-vous"'), '14 h – 18 h sur rendez-vous')
  t.equal(
    first('Th 09:00-12:00, Th 14:00-18:00 "sur rendez-vous"', 'en'),
    '9:00–12:00, 14:00–18:00 by appointment'
  )
  t.equal(first('Th 09:00-12:00 unknown "selon les ateliers"'), '9 h – 12 h à confirmer')
  t.equal(first('sunrise-sunset'), 'horaires inconnus')
})

t.test('today is the current date at the place', async (t) => {
  const there = ['Pacific/Wallis', '986'] as const
  t.equal(sayWeekOf('24/7', '2026-11-12', 'fr', [...there]).days[0]?.date, '2026-11-13')
  // The clocks go back on that Sunday, and its hours are still local times.
  t.equal(sayWeekOf('Mo-Su 09:00-18:00', '2026-10-23').hours[2], 'dimanche 25 octobre : 9 h – 18 h')
})

t.test('a week is also available to programs, including nights and full days', (t) => {
  const state = 'open' as const
  const spans = [
    { from: 0, to: 1440, state },
    { from: 1320, to: 1560, state }
  ]
  const [day] = sayWeek([{ date: '2026-11-22', spans, holiday: null, exception: false }], 'fr').days
  t.same(day?.spans, [
    { opens: '00:00', closes: '00:00', state },
    { opens: '22:00', closes: '02:00', state }
  ])
  t.end()
})
