import type { PlaceContent } from '../places/place.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import { kindsByName } from './kinds-by-name.ts'

/** Hostels, shelters and similar places, which help only the people who live there. */
const CLOSED_TYPES: ReadonlySet<string> = new Set(['CHRS', 'CADA', 'CHU', 'CPH', 'HUDA', 'PENSION', 'SPIP'])

const CLOSED_WORDS = [
  'ehpad',
  'maison de retraite',
  'residence autonomie',
  'foyer d accueil medicalise',
  'foyer de vie',
  'foyer d hebergement',
  'centre d hebergement',
  'hebergement d urgence',
  'accueil de nuit',
  'chrs',
  'cada',
  'huda',
  'cph',
  'residence sociale',
  'residence accueil',
  'maison relais',
  'pension de famille',
  'adoma',
  'centre maternel',
  'mecs',
  'itep',
  'maison d arret',
  'centre penitentiaire',
  'etablissement penitentiaire',
  'centre de detention',
  'prison',
  'spip',
  'service penitentiaire d insertion et de probation'
].map((words) => ` ${words} `)

/**
 * Words for places that help only their residents or staff. They count only at the beginning of a name. "ALT" is
 * temporary housing.
 */
const CLOSED_BEGINNINGS = [
  'residence',
  'alt',
  'accompagnement personnel',
  'accompagnement salaries',
  'comite entreprise'
].map((words) => ` ${words} `)

const NO_PUBLIC = 'ce-lieu-n-accueille-pas-de-public'

/** Whether the place does not receive people from outside, judging by its types, its name and its ways of access. */
export function isClosedToThePublic({
  name,
  types,
  access
}: Pick<PlaceContent, 'name' | 'types' | 'access'>): boolean {
  const said = ` ${normaliseLabel(name)} `
  return (
    access.includes(NO_PUBLIC) ||
    types.some((type) => CLOSED_TYPES.has(type)) ||
    CLOSED_WORDS.some((words) => said.includes(words)) ||
    CLOSED_BEGINNINGS.some((words) => said.startsWith(words))
  )
}

/** Places that by law or charter serve only people under 26 or 30, or disabled people who look for work. */
const FOR_SOME: ReadonlySet<string> = new Set(['ML', 'E2C', 'RS_FJT', 'CAP_EMPLOI'])

/** Places open to everybody, even if they share a building with a place in `FOR_SOME`. */
const FOR_ALL: ReadonlySet<string> = new Set([
  'RFS',
  'MSAP',
  'EPN',
  'EPI',
  'BIB',
  'CS',
  'CSC',
  'CCAS',
  'MUNI',
  'MDE'
])

/** Whether the place receives only some people, judging by its types and its name. */
export function isForSome({ name, types }: Pick<PlaceContent, 'name' | 'types'>): boolean {
  const kinds = [...types, ...kindsByName(name)]
  return kinds.some((kind) => FOR_SOME.has(kind)) && !kinds.some((kind) => FOR_ALL.has(kind))
}
