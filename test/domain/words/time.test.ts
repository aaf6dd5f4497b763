import fc from 'fast-check'
import t from 'tap'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { timeAsked } from '../../../src/domain/words/time/time-asked.ts'
import type { Hours, SaidTime } from '../../../src/domain/words/words.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ demande: 100, cours: 500 })
const said = (text: string): SaidTime | undefined => readWords(text, KNOWLEDGE).when?.said

const on = (days: readonly number[], hours: Hours | null = null) => ({ day: 'week', days, hours }) as const
const inDays = (plus: number, hours: Hours | null = null): SaidTime => ({ day: 'today', plus, hours })
const between = (from: string, to: string): Hours => ({ from, to })
const date = (day: number, month: number, year: number | null = null) =>
  ({ day: 'date', date: day, month, year, hours: null }) as const
const MORNING = between('08:00', '12:00')
const EVENING = { ...between('18:00', '22:00'), core: between('18:30', '22:00') }
const NOON = { ...between('12:00', '14:00'), core: between('12:30', '13:30') }

t.test('until an hour means still open shortly before it', async (t) => {
  for (const text of ['jardin ouvert jusqu’à 19h', 'garden open until 7pm'])
    t.match(said(text), { hours: { from: '18:45', to: '19:00' } }, text)
  t.match(said('jardin ouvert avant 9h'), { hours: { from: '06:00', to: '09:00' } }, 'before it is any time')
})

t.test('a day on which something is closed is no day to be open on', async (t) => {
  for (const text of ['fermé le lundi bibliothèque Nancy', 'closed on monday library Nancy'])
    t.equal(readWords(text, KNOWLEDGE).when, null, text)
})

t.test('a time is understood in French and in English, wherever it stands', async (t) => {
  const wordings: readonly (readonly [SaidTime, readonly string[]])[] = [
    [{ day: 'now' }, ['ouvert maintenant Lyon', 'wifi open now Lyon', 'fablab Nantes ouvert en ce moment']],
    [inDays(0), ['ouvert aujourd’hui Lyon', 'imprimer aujourdhui Dijon', 'print today Paris']],
    [inDays(1), ['aide CAF Bayeux demain', 'help tomorrow Paris', 'ouvert demain à Vannes']],
    [inDays(1, MORNING), ['demain matin Bayeux', 'aide impôts Vire demain matin', 'tomorrow morning Paris']],
    [inDays(2), ['après-demain Tours', 'day after tomorrow Tours']],
    [inDays(0, EVENING), ['ce soir Brest', 'wifi tonight Brest']],
    [on([7]), ['dimanche Lyon', 'ouvert le dimanche Lyon', 'open on sundays Lyon']],
    [
      on([6], MORNING),
      ['samedi matin Rennes', 'médiathèque Rennes le samedi matin', 'saturday morning Rennes']
    ],
    [on([6, 7]), ['week-end Lille', 'weekend Lille', 'fablab le week end Lille']],
    [on([1, 2, 3, 4, 5]), ['du lundi au vendredi Metz', 'monday to friday Metz']],
    [on([2, 4]), ['mardi et jeudi Metz']],
    [
      { ...on([1]), next: true },
      ['lundi prochain Mâcon', 'aide papiers Mâcon lundi prochain', 'next monday Mâcon']
    ],
    [
      date(8, 12),
      ['aide retraite Blois mardi 8 décembre', 'le 8/12 Blois', 'December 8 Blois', '8th december Blois']
    ],
    [date(1, 3, 2027), ['fablab Nantes 1er mars 2027', '1/3/2027 Nantes']],
    [{ ...date(25, 12), hours: MORNING }, ['ouvert le 25 décembre matin Paris']],
    [on([1], between('18:00', '18:00')), ['lundi 18h Gap', 'lundi à 18 h Gap', 'monday at 6pm Gap']],
    [on([3], between('14:00', '16:30')), ['mercredi de 14h à 16h30 Gap', 'mercredi 14h à 16h30 Gap']],
    [{ day: 'any', hours: between('18:00', '22:00') }, ['ouvert après 18h Nice', 'open after 6pm Nice']],
    [{ day: 'any', hours: EVENING }, ['ouvert le soir Nice']],
    [{ day: 'any', hours: between('06:00', '09:00') }, ['ouvert avant 9h Nice', 'open before 9am Nice']],
    [{ day: 'any', hours: between('08:00', '08:00') }, ['ouvert dès 8h Nice']],
    [{ day: 'any', hours: NOON }, ['ouvert entre midi et deux Nice', 'ouvert le midi Nice']]
  ]
  for (const [time, texts] of wordings) for (const text of texts) t.same(said(text), time, text)
})

t.test('what only looks like a time is none', async (t) => {
  for (const text of [
    'demande de logement Bayeux',
    'cours de 2h Bayeux',
    'canal du Midi Toulouse',
    'rue du 11 novembre Lyon',
    'Midi-Pyrénées',
    'carte 10 ans Rouen',
    'place du 8 mai 1945 Vire',
    'ouvert 7/7 Lyon',
    'pas le matin aide caf Albi',
    'aide caf Albi sauf le lundi',
    'not in the morning Paris',
    '31 février Lyon'
  ])
    t.equal(said(text), undefined, text)
})

const ZONES = ['Europe/Paris', 'Pacific/Noumea', 'America/Cayenne', 'Indian/Reunion']
const instants = fc.date({
  min: new Date('2025-01-01'),
  max: new Date('2028-12-31'),
  noInvalidDate: true
})
const clocks = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)

/** Local time from the parts that Intl returns, computed in another way than in the code. */
function localParts(now: Date, timeZone: string): { readonly day: string; readonly weekday: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' }
  }).formatToParts(now)
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? ''
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1
  return { day: `${part('year')}-${part('month')}-${part('day')}`, weekday }
}

const after = (day: string, days: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const moved = new Date(Date.UTC(year, month - 1, date + days))
  return moved.toISOString().slice(0, 10)
}

t.test('days from today are counted where the place is', async () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), fc.integer({ min: 1, max: 2 }), (now, zone, plus) => {
      const time = timeAsked({ day: 'today', plus, hours: null }, now.getTime(), zone)
      const day = after(localParts(now, zone).day, plus)
      return 'from' in time && time.from === `${day}T00:00` && time.to === `${after(day, 1)}T00:00`
    })
  )
})

t.test('a day of the week at an hour is the next one that is not past, within eight days', async () => {
  fc.assert(
    fc.property(
      instants,
      fc.constantFrom(...ZONES),
      fc.integer({ min: 1, max: 7 }),
      clocks,
      (now, zone, day, clock) => {
        const time = timeAsked(
          { day: 'week', days: [day], hours: { from: clock, to: clock } },
          now.getTime(),
          zone
        )
        if (!('local' in time)) return false
        const today = localParts(now, zone)
        const ahead = (day - today.weekday + 7) % 7
        const days = ahead === 0 && time.local.startsWith(after(today.day, 7)) ? 7 : ahead
        const clockNow = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(now)
        const isPast = ahead === 0 && clock <= clockNow
        return time.local === `${after(today.day, days)}T${clock}` && (days === 7) === isPast
      }
    )
  )
})

t.test('a date is that of this year, or of the next if it is past', async (t) => {
  const asked = (said: SaidTime) => timeAsked(said, Date.parse('2026-11-30T09:00Z'), 'Europe/Paris')
  t.same(asked(date(8, 12)), { from: '2026-12-08T00:00', to: '2026-12-09T00:00' })
  t.same(asked(date(5, 1)), { from: '2027-01-05T00:00', to: '2027-01-06T00:00' })
  t.same(asked(date(29, 2)), { from: '2028-02-29T00:00', to: '2028-03-01T00:00' })
  t.same(asked(date(14, 7, 2026)), { from: '2026-07-14T00:00', to: '2026-07-15T00:00' }, 'the year was said')
})

t.test('"lundi prochain", said on a Monday, is a week away', async (t) => {
  const monday = Date.parse('2026-11-30T09:00Z')
  const next = timeAsked({ day: 'week', days: [1], hours: null, next: true }, monday, 'Europe/Paris')
  t.same(next, { from: '2026-12-07T00:00', to: '2026-12-08T00:00' })
})

t.test('"le week-end" lasts until Sunday night, from now on if it has begun', async (t) => {
  const weekend = (now: string) =>
    timeAsked({ day: 'week', days: [6, 7], hours: null }, Date.parse(now), 'Europe/Paris')
  t.same(weekend('2026-11-25T12:00Z'), { from: '2026-11-28T00:00', to: '2026-11-30T00:00' })
  t.same(weekend('2026-11-28T15:30Z'), { from: '2026-11-28T16:30', to: '2026-11-30T00:00' })
  t.same(weekend('2026-11-29T15:30Z'), { from: '2026-11-29T16:30', to: '2026-11-30T00:00' })
})

t.test('a part of this day that is over is still that part: the answer says so', async (t) => {
  const morning = timeAsked(
    { day: 'today', plus: 0, hours: MORNING },
    Date.parse('2026-11-25T14:00Z'),
    'Europe/Paris'
  )
  t.same(morning, { from: '2026-11-25T08:00', to: '2026-11-25T12:00' })
})

t.test('an evening asked for late is another evening, and midday is not half past one', async (t) => {
  const asked = (text: string, now: string) => {
    const time = said(text)
    return time && timeAsked(time, Date.parse(now), 'Europe/Paris')
  }
  // 30 November 2026 is a Monday; Paris is an hour ahead.
  t.same(asked('aide démarches après 18h Nancy', '2026-11-30T20:04Z'), {
    from: '2026-12-01T18:00',
    to: '2026-12-01T22:00'
  })
  t.same(asked('aide démarches après 18h Nancy', '2026-11-30T17:30Z'), {
    from: '2026-11-30T18:30',
    to: '2026-11-30T22:00'
  })
  t.match(
    asked('fablab ouvert le soir Lille', '2026-12-04T20:04Z'),
    { from: '2026-12-07T18:00' },
    'after Friday comes Monday'
  )
  t.match(asked('imprimer ce soir Bordeaux', '2026-11-30T20:04Z'), {
    from: '2026-11-30T21:04',
    to: '2026-11-30T22:00'
  })
  t.same(asked('France services entre midi et deux Chartres', '2026-11-30T20:04Z'), {
    ...{ from: '2026-12-01T12:00', to: '2026-12-01T14:00' },
    core: { from: '2026-12-01T12:30', to: '2026-12-01T13:30' }
  })
})
