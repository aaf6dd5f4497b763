import type { PlaceContent } from '../places/place.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import { kindsByName } from './kinds-by-name.ts'
import { OWN_PEOPLE, type Receives } from './own-people.ts'

/** Kinds of places that are open to everybody, even if they share a building with a structure in `OWN_PEOPLE`. */
const FOR_ALL: readonly string[] = ['RFS', 'MSAP', 'EPN', 'EPI', 'BIB', 'CS', 'CSC', 'CCAS', 'MUNI', 'MDE']

const NO_PUBLIC = 'ce-lieu-n-accueille-pas-de-public'

/** Whom the place receives, judging by its types, its name and its ways of access. */
export function receivedBy({
  name,
  types,
  access
}: Pick<PlaceContent, 'name' | 'types' | 'access'>): Receives | 'everybody' {
  if (access.includes(NO_PUBLIC)) return 'closed'
  const kinds = [...types, ...kindsByName(name)]
  const forAll = kinds.some((kind) => FOR_ALL.includes(kind))
  const said = ` ${normaliseLabel(name)} `
  const found = OWN_PEOPLE.filter(
    (structures) =>
      (structures.always || !forAll) &&
      (structures.types?.some((type) => (structures.receives === 'closed' ? types : kinds).includes(type)) ||
        structures.words.some((words) =>
          words.startsWith('^') ? said.startsWith(` ${words.slice(1)} `) : said.includes(` ${words} `)
        ))
  )
  if (found.some(({ receives }) => receives === 'closed')) return 'closed'
  return found.length > 0 ? 'some' : 'everybody'
}
