import fc from 'fast-check'
import t from 'tap'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'
import { DAYS, FRENCH_DAYS } from '../../../src/domain/hours/reading.ts'
import { opens } from './opens.ts'

type Span = readonly [from: number, to: number]
type Day = { readonly rank: number; readonly spans: readonly Span[] }
type Week = readonly Day[]

const two = (n: number) => String(n).padStart(2, '0')
const clock = (m: number) => `${two(Math.floor(m / 60))}:${two(m % 60)}`
const h = (m: number) => `${Math.floor(m / 60)}h${m % 60 ? two(m % 60) : ''}`
const dash = (spans: readonly Span[], hour = h, link = '-') =>
  spans.map(([from, to]) => hour(from) + link + hour(to))
const from = (spans: readonly Span[]) =>
  spans.map(([one, other]) => `de ${h(one)} à ${h(other)}`).join(' et ')
const french = (day: Day) => FRENCH_DAYS[day.rank]!
const closed = (week: Week) => FRENCH_DAYS.filter((_, rank) => week.every((day) => day.rank !== rank))
const key = (day: Day) => JSON.stringify(day.spans)

/** Groups days with equal hours, in the order of the first day of each group. */
const groups = (week: Week): readonly Week[] =>
  [...new Set(week.map(key))].map((hours) => week.filter((day) => key(day) === hours))

/** Groups consecutive days with equal hours. */
const runs = (week: Week): readonly Week[] =>
  week.reduce<Day[][]>((all, day) => {
    const last = all.at(-1)?.at(-1)
    if (last && last.rank + 1 === day.rank && key(last) === key(day)) all.at(-1)!.push(day)
    else all.push([day])
    return all
  }, [])

const range = (run: Week): string =>
  run.length > 1 ? `du ${french(run[0]!)} au ${french(run.at(-1)!)}` : `le ${french(run[0]!)}`
const list = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} et ${names.at(-1)}` : names.join('')

const STYLES: Readonly<Record<string, (week: Week) => string>> = {
  lines: (week) => week.map((day) => `${french(day)} : ${dash(day.spans).join(' / ')}`).join('\n'),
  sentence: (week) => `Ouvert ${week.map((day) => `le ${french(day)} ${from(day.spans)}`).join(' ; ')}.`,
  capitals: (week) =>
    week.map((day) => `${french(day)} ${dash(day.spans).join(' - ')}`.toUpperCase()).join(' | '),
  'lists of days': (week) =>
    groups(week)
      .map((days) => `${list(days.map(french))} : ${dash(days[0]!.spans, clock, ' - ').join(' et ')}`)
      .join(' / '),
  'ranges of days': (week) =>
    runs(week)
      .map((run) => `${range(run)} ${from(run[0]!.spans)}`)
      .join(', '),
  'two letters': (week) =>
    week.map((day) => `${french(day).slice(0, 2)} ${dash(day.spans).join(' ')}`).join(', '),
  'three letters': (week) =>
    week.map((day) => `${french(day).slice(0, 3)}. ${dash(day.spans, clock).join(', ')}`).join(' ; '),
  'days last': (week) => week.map((day) => `${dash(day.spans).join(' et ')} le ${french(day)}`).join(', '),
  idem: (week) =>
    week
      .map(
        (day, at) =>
          `${french(day)} : ${at > 0 && key(week[at - 1]!) === key(day) ? 'idem' : dash(day.spans).join(' et ')}`
      )
      .join(' ; '),
  halves: (week) =>
    week
      .map(
        (day) =>
          `${french(day)} : ${day.spans.map((span) => `${span[0] < 780 ? 'matin' : 'après-midi'} ${dash([span])}`).join(' ; ')}`
      )
      .join('\n'),
  'half in each line': (week) =>
    week
      .flatMap((day) =>
        day.spans.map((span) => `${french(day)} ${span[0] < 780 ? 'matin' : 'après-midi'} : ${dash([span])}`)
      )
      .join(', '),
  'closed days said': (week) =>
    FRENCH_DAYS.map((name, rank) => {
      const day = week.find((one) => one.rank === rank)
      return `${name} : ${day ? dash(day.spans, h, ' à ').join(' puis ') : 'fermé'}`
    }).join(' ; '),
  'closed days first': (week) => {
    const away = closed(week)
    return `${away.length > 0 ? `Fermé le ${list(away)}. ` : ''}${runs(week)
      .map((run) => `${range(run)} ${dash(run[0]!.spans).join(' / ')}`)
      .join(' ; ')}`
  },
  'a closing first': (week) =>
    `Fermeture en août. ${week.map((day) => `${french(day)} ${from(day.spans)}`).join(' ; ')}`,
  markup: (week) =>
    week
      .map((day) => `<b>${french(day)}</b>&nbsp;: ${dash(day.spans, h, '&ndash;').join(' &amp; ')}<br>`)
      .join(''),
  'loose OpenStreetMap': (week) =>
    week
      .map(
        (day) => `${DAYS[day.rank]} : ${dash(day.spans, (m) => clock(m).replace(/^0/, ''), ' - ').join(', ')}`
      )
      .join(' ; ')
}

const quarter = (first: number, last: number) =>
  fc.integer({ min: first * 4, max: last * 4 }).map((n) => n * 15)
const morning = fc.tuple(quarter(7, 9), quarter(10, 12.5))
const afternoon = fc.tuple(quarter(13, 15), quarter(16, 19))
const spans = fc.oneof(
  morning.map((one) => [one]),
  afternoon.map((one) => [one]),
  fc.tuple(morning, afternoon)
)

/** A week with at most three different sets of hours, so that lists, ranges and "idem" occur. */
const week: fc.Arbitrary<Week> = fc
  .tuple(fc.array(spans, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(4), { minLength: 7, maxLength: 7 }))
  .map(([kinds, days]) =>
    days.flatMap((kind, rank) => (kinds[kind] ? [{ rank, spans: kinds[kind] as readonly Span[] }] : []))
  )
  .filter((days) => days.length > 0)

for (const [name, write] of Object.entries(STYLES)) {
  t.test(`a week opens at the same minutes when written in ${name}`, async () => {
    fc.assert(
      fc.property(week, (days) => {
        const osm = days.map((day) => `${DAYS[day.rank]} ${dash(day.spans, clock).join(',')}`).join('; ')
        const { osm: read, confidence } = readHours(write(days))
        return confidence === 'exact' && opens(`${read}; Aug off`) === opens(`${osm}; Aug off`)
      }),
      { numRuns: 40 }
    )
  })
}
