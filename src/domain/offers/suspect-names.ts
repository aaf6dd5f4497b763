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
  'supprime',
  'ferme definitivement',
  'fermee definitivement',
  'fermeture definitive',
  'definitivement ferme',
  'definitivement fermee'
].map((words) => ` ${words} `)

/**
 * Words for tests, which count only at the beginning or end of a name: "La Teste" and "Saint-Test-sur-Mer" are towns,
 * or could be.
 */
const TESTS = ['test', 'tests', 'xxx', 'toto', 'essai'].map((word) => ` ${word} `)

/** Names that consist of one of these words identify no place. */
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

/** The reason for doubting that a place with this name exists. */
type Suspicion = 'marked as not to be used' | 'a test' | 'no name'

/** The reason for doubting a name; null if it looks normal. */
export function suspicionOf(name: string): Suspicion | null {
  const words = normaliseLabel(name)
  const said = ` ${words} `
  // "115" is a telephone number, "21560121200016" that of a company.
  if (words === '' || NO_NAME.has(words) || /^[\d ]+$/.test(words)) return 'no name'
  if (MARKS.some((mark) => said.includes(mark))) return 'marked as not to be used'
  return TESTS.some((test) => said.startsWith(test) || said.endsWith(test)) ? 'a test' : null
}
