import { publicAreaOf, publicHolidayMidnights } from '../../src/domain/opening/public-holidays.ts'

/* Opening hours with their meaning, written by hand and independent of OpenStreetMap's library. */

export type State = 'open' | 'closed' | 'by_appointment' | 'unknown'

/** Local time: the day of the week (0 is Sunday), and the minute of the day. */
type Wall = { readonly day: number; readonly minute: number }

const between = (from: number, to: number) => (minute: number) => minute >= from * 60 && minute < to * 60
const weekday = ({ day }: Wall) => day >= 1 && day <= 5
const state = (open: boolean): State => (open ? 'open' : 'closed')

const MEANINGS: readonly (readonly [osm: string | null, means: (wall: Wall) => State])[] = [
  [null, () => 'unknown'],
  ['24/7', () => 'open'],
  ['off', () => 'closed'],
  [
    'Mo-Fr 09:00-12:00,14:00-18:00',
    (wall) => state(weekday(wall) && (between(9, 12)(wall.minute) || between(14, 18)(wall.minute)))
  ],
  ['Sa 10:00-17:00', ({ day, minute }) => state(day === 6 && between(10, 17)(minute))],
  [
    'Tu-Sa 22:00-02:00',
    ({ day, minute }) =>
      state((day >= 2 && between(22, 24)(minute)) || ((day >= 3 || day === 0) && between(0, 2)(minute)))
  ],
  ['Mo-Fr "sur rendez-vous"', (wall) => (weekday(wall) ? 'by_appointment' : 'closed')],
  [
    'We 14:00-18:00 unknown "selon les ateliers"',
    ({ day, minute }) => (day === 3 && between(14, 18)(minute) ? 'unknown' : 'closed')
  ]
]

export const HOURS = MEANINGS.map(([osm]) => osm)
export const ZONES = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Wallis']

type Place = { readonly osm: string | null; readonly zone: string; readonly department: string | null }

/** The state of a place at `at`, which as in the API is an instant, or a local time without an offset. */
export function stateOf({ osm, zone, department }: Place, at: string): State {
  const means = MEANINGS.find(([value]) => value === osm)?.[1]
  if (!means) throw new Error(`Nobody has said what ${osm} means.`)
  const local = /Z$|[+-]\d\d:\d\d$/.test(at)
    ? new Date(at).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')
    : at
  const [, hours, minutes] = /T(\d\d):(\d\d)/.exec(local) ?? []
  const date = new Date(`${local.slice(0, 10)}T00:00Z`)
  const state = means({ day: date.getUTCDay(), minute: Number(hours) * 60 + Number(minutes) })
  // None of these hours mentions public holidays.
  const holidays = publicHolidayMidnights(publicAreaOf(department), date.getUTCFullYear())
  return osm !== '24/7' && state !== 'closed' && holidays.has(date.getTime()) ? 'unknown' : state
}
