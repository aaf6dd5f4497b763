import { normaliseLabel } from '../vocabularies/read-label.ts'

/** Words that producers add to a name to mark a record as unused. */
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

/** Names that consist of one of these words identify no place. */
const NO_NAME: ReadonlySet<string> = new Set([
  'autre',
  'lieu',
  'structure',
  'association',
  'inconnu',
  'null',
  'nan'
])

/**
 * Whether the name suggests that there is no such place: it is marked as a duplicate or as deleted, is a
 * test, or is empty or generic.
 */
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
