import type { PlaceContent } from '../places/place.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'

/** Hostels, shelters and the like: the people who live there are helped there, and no others. */
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

const NO_PUBLIC = 'ce-lieu-n-accueille-pas-de-public'

/** Whether people from outside are not received there, as far as its types, its name and its ways to come in tell. */
export function isClosedToThePublic({
  name,
  types,
  access
}: Pick<PlaceContent, 'name' | 'types' | 'access'>): boolean {
  const said = ` ${normaliseLabel(name)} `
  return (
    access.includes(NO_PUBLIC) ||
    types.some((type) => CLOSED_TYPES.has(type)) ||
    CLOSED_WORDS.some((words) => said.includes(words))
  )
}
