import type { CommuneEvidence, Found, ReadClues } from './clues.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { communesNear, kilometresTo, mayBeIn, NEAR_KM, nearestCentres } from './near-communes.ts'
import { bestOf, type Fit, fitsOf } from './pick-fit.ts'
import { only, precise, withPostcode } from './precise-commune.ts'
import { splitName } from './similar-names.ts'
import type { CommuneRow } from './territory.ts'

type NotFound = { readonly reason: string }

/**
 * A position further than this from a commune contradicts its name. A nearer one may be in a village around it.
 */
const FAR_KM = 50
/**
 * The position decides between communes of a postcode if a centre is within this distance and this many times
 * nearer than the next one.
 */
const CENTRE_KM = 8
const TIMES_NEARER = 2
/**
 * The name of a town with more inhabitants than this is not taken for a quarter of the same name elsewhere:
 * `Toulouse` with the postcode of Lille is a contradiction.
 */
const TOWN = 10_000

type Search = { readonly index: CommuneIndex; readonly clues: ReadClues; readonly centres: Centres }

/**
 * Finds a commune by a list of rules; the first rule that finds exactly one commune decides. If two communes
 * fit a rule, it finds none, because no commune is better than a wrong one.
 */
export function findByClues(index: CommuneIndex, clues: ReadClues, centres: Centres): Found | NotFound {
  const search = { index, clues, centres }
  const isBare = clues.name === null && clues.departments.size === 0 && clues.refused === null
  if (isBare) return positionAlone(search) ?? { reason: reasonOf(search) }
  const fits = clues.name === null ? [] : fitsInPostcode(search)
  if (isOfAnArea(clues.written) && fits.every(({ likeness }) => likeness === 'start' || likeness === 'part'))
    return nearestCentre(search, inPostcode(search)) ?? { reason: 'the name is that of an area' }
  const similar = similarInPostcode(search, fits)
  if (similar !== null) return similar
  if (fits.length > 0) return nearestFit(search, fits) ?? { reason: reasonOf(search) }
  return (
    arrondissementsOf(search) ??
    nameNear(search) ??
    nameInDepartment(search) ??
    onlyName(search) ??
    similarNear(search) ??
    postcodeAlone(search) ??
    nearestCentre(search, inPostcode(search)) ?? { reason: reasonOf(search) }
  )
}

/**
 * Names of areas around a commune: `Communauté de communes du Pays de Bayeux` and `Près de Bayeux` are not
 * necessarily in Bayeux. Communes whose names begin with such a word, like Pays-de-Clerval, are found by their whole
 * name.
 */
const AREA =
  /^(?:(?:communaut\S*|cc|cu|ca|m[ée]tropole|agglo\S*|canton|pays|pr[èe]s|proche|environs|alentours|autour|hors|secteur|bassin|vall[ée]e|r[ée]gion|d[ée]partement|arrondissement|territoire|syndicat|intercommunalit[ée])(?: |$)|(?:nord|sud|est|ouest) d[eu' ]|.+ (?:communaut[ée]|agglo\S*|m[ée]tropole)$)/i

const isOfAnArea = (written: string): boolean => AREA.test(written.trim())

const found = (commune: CommuneRow | null, by: CommuneEvidence): Found | null => commune && { commune, by }

const homonymsOf = ({ index, clues: { name, refused } }: Search): readonly CommuneRow[] =>
  name === null
    ? []
    : (index.named.byName.get(name) ?? []).filter(({ commune }) => commune !== refused?.commune)

const inPostcode = ({ index, clues: { postcode } }: Search): readonly CommuneRow[] =>
  postcode === null ? [] : (index.named.byPostcode.get(postcode) ?? [])

const fitsInPostcode = (search: Search): readonly Fit[] => {
  // A name with a number is an arrondissement, which is found by its exact name or not at all.
  if (/\d/.test(search.clues.name ?? '')) return []
  return fitsOf(splitName(search.clues.written), inPostcode(search))
}

const IN_POSTCODE = {
  'small-words': 'small-words-in-postcode',
  start: 'part-of-name-in-postcode',
  part: 'part-of-name-in-postcode',
  misspelt: 'misspelt-in-postcode'
} as const

function similarInPostcode(search: Search, fits: readonly Fit[]): Found | null {
  const { index, clues } = search
  const best = bestOf(index, fits, clues.postcode)
  if (best === null) return null
  // The name of another commune in the département is not a misspelling: Ardres is not a misspelt Andres. With the
  // postcode of the other commune, it is unclear which of them is meant.
  const isNamedNearby = homonymsOf(search).some(({ department }) => clues.departments.has(department))
  if (best.likeness === 'misspelt' && isNamedNearby) return null
  return found(best.commune, IN_POSTCODE[best.likeness])
}

/** `Paris 12` with the postcode of the 11th arrondissement is found as Paris, without an arrondissement. */
function arrondissementsOf(search: Search): Found | null {
  const posted = new Set(inPostcode(search).map(({ commune }) => commune))
  const [commune, ...others] = new Set(
    homonymsOf(search).flatMap(({ commune }) => (posted.has(commune) ? [commune] : []))
  )
  const whole = commune === undefined || others.length > 0 ? undefined : search.index.byCode.get(commune)
  return found(whole ?? null, 'name-and-postcode')
}

function nameNear(search: Search): Found | null {
  const near = nearOf(search)
  const rows = homonymsOf(search).filter(({ commune }) => near.has(commune))
  return found(only(search.index, rows, search.clues.postcode), 'name-near-position')
}

/** The communes around the position. */
function nearOf({ index, clues: { name, position }, centres }: Search): ReadonlySet<string> {
  if (position === null || name === null) return new Set()
  return new Set(communesNear(centres, position).map((code) => index.byCode.get(code)?.commune ?? code))
}

function nameInDepartment(search: Search): Found | null {
  const { index, clues } = search
  // `62300 Arras` at the centre of Lens, whose postcode that is: two clues against the name.
  if (isFarFromNamed(search) && nearestCentre(search, inPostcode(search)) !== null) return null
  const rows = homonymsOf(search).filter(({ department }) => clues.departments.has(department))
  return found(unlessFar(search, only(index, rows, clues.postcode)), 'name-in-department')
}

/** Whether the centres of all communes of this name are known, and none of them is around the position. */
function isFarFromNamed(search: Search): boolean {
  const { clues, centres } = search
  const { position } = clues
  if (position === null) return false
  return homonymsOf(search).every(({ commune }) => (kilometresTo(centres, commune, position) ?? 0) > NEAR_KM)
}

/**
 * Finds a commune by its name alone. The name must belong to a town, or no other name may begin with it: `Pierre` may
 * be a part of Pierre-Bénite.
 */
function onlyName(search: Search): Found | null {
  const { index, clues } = search
  if (clues.departments.size > 0) return null
  const commune = unlessFar(search, only(index, homonymsOf(search), null))
  const isBeginning = () => [...index.named.byName.keys()].some((name) => name.startsWith(`${clues.name} `))
  return commune === null || isTown(commune.population) || !isBeginning() ? found(commune, 'only-name') : null
}

function unlessFar({ clues: { position }, centres }: Search, row: CommuneRow | null): CommuneRow | null {
  const away = row && position && kilometresTo(centres, row.commune, position)
  return away !== null && away > FAR_KM ? null : row
}

/**
 * Finds a commune near the position whose name is similar to the written name. Misspelt names are left out, because
 * Ardres and Andres are neighbours. So are names that merely contain the written one: `Gers` is not
 * Montestruc-sur-Gers. `Paris la Défense` is not in Paris, as its postcode shows.
 */
function similarNear(search: Search): Found | null {
  const { index, clues } = search
  if (clues.name === null || /\d/.test(clues.name)) return null
  const written = splitName(clues.written)
  const rows = [...nearOf(search)]
    .flatMap((code) => index.named.byCommune.get(code) ?? [])
    .filter(({ department }) => clues.departments.size === 0 || clues.departments.has(department))
  const fits = fitsOf(written, rows).filter(
    ({ likeness, name }) =>
      likeness !== 'misspelt' &&
      (likeness !== 'part' || name.words.length < written.words.length || name.words[0] === written.words[0])
  )
  return found(bestOf(index, fits, clues.postcode)?.commune ?? null, 'similar-name-near-position')
}

/**
 * The commune, if it is the only one of the postcode. The name may belong to a quarter, even if a commune elsewhere
 * has the same name. If the département has a commune with a similar name, that commune is probably meant, and
 * nothing is found.
 */
function postcodeAlone(search: Search): Found | null {
  const { index, clues } = search
  const { name, position, postcode } = clues
  const commune = only(index, withPostcode(index, postcode), postcode)
  const homonyms = homonymsOf(search)
  // "Poitiers, 86194" with the postcode of Tours: Tours would be as doubtful as Poitiers.
  if (name !== null && (index.named.byName.get(name) ?? []).some(({ population }) => isTown(population)))
    return null
  if (commune === null || name === null || homonyms.length === 0) return found(commune, 'postcode')
  if (homonyms.some(({ department }) => clues.departments.has(department))) return null
  if (position !== null && !mayBeIn(index, search.centres, commune, position)) return null
  const around = index.named.byDepartment.get(commune.department) ?? []
  const alike = fitsOf(splitName(clues.written), around).some(({ likeness }) => likeness !== 'misspelt')
  return alike ? null : found(commune, 'postcode-of-quarter')
}

const isTown = (population: number | null): boolean => population !== null && population > TOWN

/**
 * Decides by the position if two communes of the postcode fit the name, or one commune and a namesake elsewhere.
 */
function nearestFit(search: Search, fits: readonly Fit[]): Found | null {
  const near = nearOf(search)
  const namesakes = homonymsOf(search).filter(({ commune }) => near.has(commune))
  return nearestCentre(search, [...fits.map(({ row }) => row), ...namesakes])
}

/**
 * The commune whose centre is near the position and clearly nearer than the other centres. The centres of all these
 * communes must be known, because a commune without a known centre may be the nearest.
 */
function nearestCentre({ index, clues, centres }: Search, rows: readonly CommuneRow[]): Found | null {
  const { position, postcode } = clues
  if (position === null) return null
  const communes = new Map(rows.map((row) => [row.commune, row]))
  const measured = [...communes.values()]
    .map((row) => ({ row, away: kilometresTo(centres, row.commune, position) ?? Number.NaN }))
    .toSorted((one, other) => one.away - other.away)
  const [nearest, next] = measured
  if (nearest === undefined || measured.some(({ away }) => Number.isNaN(away))) return null
  if (nearest.away > CENTRE_KM || (next && next.away < TIMES_NEARER * nearest.away)) return null
  return found(only(index, [nearest.row], postcode), 'postcode-and-nearest-centre')
}

/**
 * The position alone decides if a centre is within `km` kilometres and `timesNearer` times nearer than the next
 * centre. Of places with a commune and a position, 97 of 100 are in the commune that this rule finds.
 */
const ALONE = { km: 2, timesNearer: 3 } as const

function positionAlone({ index, clues: { position }, centres }: Search): Found | null {
  if (position === null) return null
  const [nearest, next] = nearestCentres(index, centres, position)
  if (nearest === undefined || nearest.km > ALONE.km) return null
  if (next !== undefined && next.km < ALONE.timesNearer * nearest.km) return null
  const row = index.byCode.get(nearest.code)
  return row === undefined ? null : found(precise(index, row, null), 'nearest-centre')
}

function reasonOf(search: Search): string {
  const { index, clues } = search
  const { name, postcode } = clues
  if (postcode === null)
    return name === null ? 'neither a known code nor a postcode' : 'no postcode to tell homonyms apart'
  if (homonymsOf(search).length > 0) return `the postcode ${postcode} does not belong to the named commune`
  return withPostcode(index, postcode).length > 0
    ? `several communes share the postcode ${postcode}`
    : `the postcode ${postcode} is unknown`
}
