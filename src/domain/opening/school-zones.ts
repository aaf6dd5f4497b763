/** The ministry's zones: A, B and C on the mainland, Corsica, and one for each overseas academy. */
export const SCHOOL_ZONES = [
  'A',
  'B',
  'C',
  'corse',
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'reunion',
  'saint-pierre-et-miquelon',
  'polynesie',
  'nouvelle-caledonie',
  'wallis-et-futuna'
] as const
export type SchoolZone = (typeof SCHOOL_ZONES)[number]

/** Départements, listed by academy in the order of the ministry's list of each zone. */
const DEPARTMENTS: { readonly [zone in SchoolZone]: string } = {
  A: '25 39 70 90 24 33 40 47 64 03 15 43 63 21 58 71 89 07 26 38 73 74 19 23 87 01 42 69 16 17 79 86',
  B: '04 05 13 84 02 60 80 59 62 54 55 57 88 44 49 53 72 85 06 83 14 27 50 61 76 18 28 36 37 41 45 08 10 51 52 22 29 35 56 67 68',
  C: '77 93 94 11 30 34 48 66 75 09 12 31 32 46 65 81 82 78 91 92 95',
  corse: '2A 2B',
  // The academy of Guadeloupe also includes the schools of Saint-Barthélemy and Saint-Martin.
  guadeloupe: '971 977 978',
  martinique: '972',
  guyane: '973',
  reunion: '974',
  'saint-pierre-et-miquelon': '975',
  mayotte: '976',
  'wallis-et-futuna': '986',
  polynesie: '987',
  'nouvelle-caledonie': '988'
}

const ZONES: ReadonlyMap<string, SchoolZone> = new Map(
  SCHOOL_ZONES.flatMap((zone) =>
    DEPARTMENTS[zone].split(' ').map((department) => [department, zone] as const)
  )
)

export const schoolZoneOf = (department: string | null): SchoolZone | null =>
  ZONES.get(department ?? '') ?? null
