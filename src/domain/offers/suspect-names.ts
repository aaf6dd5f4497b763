import { normaliseLabel } from '../vocabularies/read-label.ts'

/** What people write into a name so that the record is not used. */
const MARKS = [
  'a supprimer',
  'doublon',
  'ne pas utiliser',
  'ne plus utiliser',
  'ne pas publier',
  'ancienne fiche',
  'fiche test',
  'supprime'
].map((words) => ` ${words} `)

const TESTS: ReadonlySet<string> = new Set([
  'test',
  'tests',
  'xxx',
  'toto',
  'essai',
  'a completer',
  'sans nom'
])

/** Kinds that are all of some names: "Autre" names no place. */
const NO_NAME: ReadonlySet<string> = new Set([
  'autre',
  'lieu',
  'structure',
  'association',
  'inconnu',
  'null',
  'nan'
])

/** Whether a name says that there is no such place: marked as a double or to be deleted, a test, or no name at all. */
export function isSuspectName(name: string): boolean {
  const words = normaliseLabel(name)
  const said = ` ${words} `
  return (
    words === '' ||
    TESTS.has(words) ||
    NO_NAME.has(words) ||
    said.startsWith(' test ') ||
    said.endsWith(' test ') ||
    MARKS.some((mark) => said.includes(mark))
  )
}
