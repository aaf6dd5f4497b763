import { mappingJsonSchema } from './json-schema.ts'

/** The parts of JSON Schema that the schema of mappings uses. */
type Node = {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Node>>
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly anyOf?: readonly Node[]
  readonly items?: Node
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly propertyNames?: Node
  readonly additionalProperties?: Node | boolean
}

export type Path = readonly PropertyKey[]

// The schema is built when a mapping is refused, not at each start.
let built: Node | undefined
const root = (): Node => {
  built ??= mappingJsonSchema() as Node
  return built
}

/**
 * Returns the forms that a node allows: all members of a union, including those of nested unions, or the node
 * itself.
 */
function formsOf(node: Node): readonly Node[] {
  if (node.$ref !== undefined) return formsOf(root().$defs?.[node.$ref.replace('#/$defs/', '')] ?? {})
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap(formsOf)
}

/** Returns all forms that the schema allows at this path of a mapping; empty if the schema has no such path. */
const formsAt = (path: Path): readonly Node[] =>
  path.reduce<readonly Node[]>((nodes, part) => nodes.flatMap((node) => below(node, part)), formsOf(root()))

function below(node: Node, part: PropertyKey): readonly Node[] {
  if (typeof part === 'number') return node.items === undefined ? [] : formsOf(node.items)
  const inside = node.properties?.[String(part)] ?? node.additionalProperties
  return typeof inside === 'object' ? formsOf(inside) : []
}

/** The keys that an object may have at this path. */
export function keysAt(path: Path): readonly string[] {
  const keys = formsAt(path).flatMap(({ properties, propertyNames }) => [
    ...Object.keys(properties ?? {}),
    ...(propertyNames?.enum ?? [])
  ])
  return [...new Set(keys)]
}

/** "a column", "a list of columns" or "{ lat, lon }" for each form at this path. */
export const wordsAt = (path: Path): readonly string[] => [...new Set(formsAt(path).map(inWords))]

function inWords(node: Node): string {
  if (node.enum !== undefined) return node.enum.length > MOST ? 'a code' : node.enum.join(' or ')
  if (node.const !== undefined) return JSON.stringify(node.const)
  if (node.properties !== undefined) return objectInWords(node.properties, node.required ?? [])
  if (node.items !== undefined) return isColumn(node.items) ? 'a list of columns' : 'a list'
  const names = node.propertyNames?.enum
  if (node.type === 'object') return names === undefined ? '{ … }' : `{ ${names.join(', ')} }`
  if (isColumn(node)) return 'a column'
  return TYPES[node.type ?? ''] ?? node.type ?? 'a value'
}

const isColumn = ({ description = '' }: Node): boolean => description.startsWith('name of a column')

const MOST = 4
const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null'
}

const objectInWords = (properties: Readonly<Record<string, Node>>, required: readonly string[]): string =>
  `{ ${Object.keys(properties)
    .map((key) => (required.includes(key) ? key : `${key}?`))
    .join(', ')} }`

/**
 * Returns the paths at which the schema allows this key, shallowest first: `closed_on` is at the top of a mapping.
 */
export function placesOfKey(key: string): readonly Path[] {
  const found: Path[] = []
  const look = (node: Node, path: Path): void => {
    for (const [name, inside] of Object.entries(node.properties ?? {})) {
      if (name === key) found.push(path)
      // The search stops at two levels: keys deeper inside tables and hours make sense only there.
      if (path.length < 2) for (const form of formsOf(inside)) look(form, [...path, name])
    }
  }
  look(root(), [])
  return found.toSorted((left, right) => left.length - right.length)
}

/** Returns the example for this part of a mapping, or for the nearest part above it that has one; otherwise null. */
export function exampleAt(path: Path): string | null {
  const names = path.filter((part) => typeof part === 'string')
  for (let length = names.length; length > 0; length--) {
    const example = EXAMPLES[names.slice(0, length).join('.')]
    if (example !== undefined) return example
  }
  return null
}

const CONTACT = '{ columns: Contact, part: "Tél : ([\\\\d ]+)" }'

const EXAMPLES: Readonly<Record<string, string>> = {
  source: 'source: bibliotheques-du-bessin',
  id: 'id: Numéro, or id: [Nom, Ville], or id: { row: true }',
  group_by: 'group_by: [Nom, Adresse]',
  closed_on: 'closed_on: Fermé le',
  header_row: 'header_row: 3',
  quotes: 'quotes: { france-services: Id FS }',
  'place.name': 'name: Nom, or name: { join: [Nom, Ville], with: " - " }',
  'place.address':
    'address: { street: Adresse, postcode: CP, city: Commune }, or address: { whole: Adresse }',
  'place.position':
    'position: { lat: Latitude, lon: Longitude }, or position: { point: GPS, order: lat-lon }',
  'place.phone': `phone: Téléphone, or phone: ${CONTACT}`,
  'place.emails': 'emails: [Mél 1, Mél 2]',
  'place.websites': 'websites: Site',
  'place.person': 'person: { name: Contact, role: Fonction }',
  'place.hours':
    'hours: { text: Horaires }, or hours: { text: { join: [Jours, Heures], with: "; " } }, or hours: { half_days: { Mo: { morning: Lun. matin, afternoon: Lun. après-midi } } }',
  always: 'always: { type: BIB }',
  tables: 'tables: [{ columns: PMR, values: { oui: { wheelchair: yes }, non: { wheelchair: no } } }]'
}
