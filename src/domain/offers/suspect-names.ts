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

/** At the beginning or the end of a name: "La Teste" and "Saint-Test-sur-Mer" are towns, or could be. */
const TESTS = ['test', 'tests', 'xxx', 'toto', 'essai'].map((word) => ` ${word} `)

/** Kinds of places that stand where a name should. */
const NO_NAME: ReadonlySet<string> = new Set([
  'autre',
  'lieu',
  'structure',
  'association',
  'inconnu',
  'sans nom',
  'a completer',
  'null',
  'nan'
])

/** Why a name lets doubt that there is such a place. */
type Suspicion = 'marked as not to be used' | 'a test' | 'no name'

/** Null for a name like others. */
export function suspicionOf(name: string): Suspicion | null {
  const words = normaliseLabel(name)
  const said = ` ${words} `
  if (words === '' || NO_NAME.has(words)) return 'no name'
  if (MARKS.some((mark) => said.includes(mark))) return 'marked as not to be used'
  return TESTS.some((test) => said.startsWith(test) || said.endsWith(test)) ? 'a test' : null
}
