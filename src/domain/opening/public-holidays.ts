import { DAY_MS } from '../time.ts'

/** Areas with additional public holidays: Alsace-Moselle and each overseas territory. */
const AREAS: Readonly<Record<string, string>> = {
  '57': 'alsace-moselle',
  '67': 'alsace-moselle',
  '68': 'alsace-moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '976': 'mayotte',
  '977': 'saint-barthelemy',
  '978': 'saint-martin',
  '986': 'wallis-et-futuna',
  '987': 'polynesie',
  '988': 'nouvelle-caledonie'
}

export const publicAreaOf = (department: string | null): string => AREAS[department ?? ''] ?? 'metropole'

export type PublicHoliday = {
  readonly fr: string
  readonly en: string
  /** Month and day, or number of days after Easter Sunday. */
  readonly on: readonly [month: number, day: number] | number
  /** The areas where it applies; all areas if missing. */
  readonly areas?: readonly string[]
}

const ABOLITION = { fr: 'Abolition de l’esclavage', en: 'Abolition of slavery' }

// The holidays given by law or by the custom of local public services, as in OpenStreetMap's library.
const HOLIDAYS: readonly PublicHoliday[] = [
  { fr: 'Jour de l’an', en: 'New Year’s Day', on: [1, 1] },
  { fr: 'Lundi de Pâques', en: 'Easter Monday', on: 1 },
  { fr: 'Fête du Travail', en: 'Labour Day', on: [5, 1] },
  { fr: 'Victoire 1945', en: 'Victory Day', on: [5, 8] },
  { fr: 'Ascension', en: 'Ascension Day', on: 39 },
  { fr: 'Lundi de Pentecôte', en: 'Whit Monday', on: 50 },
  { fr: 'Fête nationale', en: 'Bastille Day', on: [7, 14] },
  { fr: 'Assomption', en: 'Assumption', on: [8, 15] },
  { fr: 'Toussaint', en: 'All Saints’ Day', on: [11, 1] },
  { fr: 'Armistice 1918', en: 'Armistice Day', on: [11, 11] },
  { fr: 'Noël', en: 'Christmas Day', on: [12, 25] },
  {
    fr: 'Vendredi saint',
    en: 'Good Friday',
    on: -2,
    areas: ['alsace-moselle', 'guadeloupe', 'martinique', 'polynesie', 'saint-barthelemy']
  },
  { fr: 'Lendemain de Noël', en: 'Second day of Christmas', on: [12, 26], areas: ['alsace-moselle'] },
  { ...ABOLITION, on: [4, 27], areas: ['mayotte'] },
  { ...ABOLITION, on: [5, 22], areas: ['martinique'] },
  { ...ABOLITION, on: [5, 27], areas: ['guadeloupe', 'saint-martin'] },
  { ...ABOLITION, on: [6, 10], areas: ['guyane'] },
  { ...ABOLITION, on: [10, 9], areas: ['saint-barthelemy'] },
  { ...ABOLITION, on: [12, 20], areas: ['reunion'] },
  { fr: 'Fête Victor Schœlcher', en: 'Schœlcher Day', on: [7, 21], areas: ['guadeloupe', 'martinique'] },
  { fr: 'Arrivée de l’Évangile', en: 'Arrival of the Gospel', on: [3, 5], areas: ['polynesie'] },
  { fr: 'Matari’i', en: 'Matari’i', on: [11, 20], areas: ['polynesie'] },
  { fr: 'Fête de la citoyenneté', en: 'Citizenship Day', on: [9, 24], areas: ['nouvelle-caledonie'] },
  { fr: 'Saint Pierre Chanel', en: 'Saint Peter Chanel', on: [4, 28], areas: ['wallis-et-futuna'] },
  { fr: 'Saints Pierre et Paul', en: 'Saints Peter and Paul', on: [6, 29], areas: ['wallis-et-futuna'] },
  { fr: 'Fête du Territoire', en: 'Territory Day', on: [7, 29], areas: ['wallis-et-futuna'] }
]

export const publicHolidaysOf = (area: string): readonly PublicHoliday[] =>
  HOLIDAYS.filter(({ areas }) => areas === undefined || areas.includes(area))

/** The date of a holiday, `YYYY-MM-DD`. */
export function dayOf({ on }: PublicHoliday, year: number): string {
  const day = typeof on === 'number' ? easterSunday(year) + on * DAY_MS : Date.UTC(year, on[0] - 1, on[1])
  return new Date(day).toISOString().slice(0, 10)
}

/** Cache by area and year, with at most a few hundred entries in a long-lived process. */
const known = new Map<string, ReadonlySet<number>>()

/** The public holidays of an area in a year, each as its midnight in local time as if it were UTC. */
export function publicHolidayMidnights(area: string, year: number): ReadonlySet<number> {
  const key = `${area} ${year}`
  const days = known.get(key) ?? new Set(publicHolidaysOf(area).map((each) => Date.parse(dayOf(each, year))))
  known.set(key, days)
  return days
}

/**
 * Easter Sunday by Meeus's rule for the Gregorian calendar: golden number, century and its leap corrections, then the
 * Sunday after the full moon.
 */
function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const days = moon + sunday - 7 * late + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)
}
