import { Document, isScalar, visit } from 'yaml'
import { slugOfLabel } from '../../../domain/vocabularies/read-label.ts'
import type { Text, WrittenMapping } from '../mapping-schema.ts'
import { type Column, ROWS_READ, shareOf } from './columns.ts'
import { dayColumns } from './hours-guess.ts'
import { type MeaningGuess, meaningGuess } from './meaning-guess.ts'
import { positionGuess } from './position-guess.ts'
import { isKey, type Role, rolesOf } from './roles.ts'
import { type TableGuess, tableGuess } from './table-guess.ts'

type Draft = {
  readonly mapping: WrittenMapping
  readonly tables: readonly TableGuess[]
  readonly meanings: readonly MeaningGuess[]
  /** Columns with values for which no role was found. */
  readonly left: readonly Column[]
}

/**
 * Drafts a mapping of a file, as YAML that `import declared` accepts. Each guess has samples of its column beside it, and
 * the columns that were not guessed are listed at the end. `file` is the name of the file, for the comments; `header_row` is the row of its header,
 * from 1.
 */
export function draftMapping(columns: readonly Column[], file: string, header_row = 1): string {
  const filled = columns.filter(({ values }) => values.length > 0)
  const draft = guessAll(filled, file, header_row)
  return [headOf(columns, file), written(draft, filled), leftOf(draft), ''].join('\n')
}

function guessAll(columns: readonly Column[], file: string, header_row: number): Draft {
  const { position, columns: axes } = positionGuess(columns)
  const days = dayColumns(columns)
  const placed = new Set([...axes, ...(days?.columns ?? [])])
  const roles = rolesOf(columns.filter((column) => !placed.has(column)))
  // Days in columns are read instead of texts of hours, which are listed at the end.
  const read = [...roles].flatMap(([role, found]) => (days !== null && role === 'hours' ? [] : found))
  const used = new Set([...placed, ...read])
  // If no column looks like a name, the first column is used as the name.
  const [named = columns[0]] = roles.get('name') ?? []
  if (named !== undefined) used.add(named)
  const meanings = columns.flatMap((column) => (used.has(column) ? [] : (meaningGuess(column) ?? [])))
  for (const { column } of meanings) used.add(column)
  const tables = columns.flatMap((column) => (used.has(column) ? [] : (tableGuess(column) ?? [])))
  for (const { column } of tables) used.add(column)
  const mapping = mappingOf(roles, columns, {
    position,
    hours: days?.hours ?? hoursOf(roles),
    header_row: header_row > 1 ? header_row : undefined,
    slug: slugOfLabel(file.replace(/\.[a-z]+(?:\.gz)?$/i, '')) || 'directory'
  })
  return { mapping, tables, meanings, left: columns.filter((column) => !used.has(column)) }
}

type Roles = ReadonlyMap<Role, readonly Column[]>

const first = (roles: Roles, role: Role): string | undefined => roles.get(role)?.[0]?.name

/** One column by its name, several as a list. */
function columnsOf(roles: Roles, role: Role): string | string[] | undefined {
  const names = roles.get(role)?.map(({ name }) => name) ?? []
  return names.length > 1 ? names : names[0]
}

/**
 * Whether each column holds a part of the text. If there are more values than rows, some rows have several values, so
 * no column is merely an alternative to another.
 */
const areFilledTogether = (columns: readonly Column[]): boolean =>
  columns.reduce((sum, { values }) => sum + values.length, 0) > (columns[0]?.rows ?? 0)

function hoursOf(roles: Roles): object | undefined {
  const osm = columnsOf(roles, 'osm')
  if (osm !== undefined) return { osm }
  const text = columnsOf(roles, 'hours')
  if (text === undefined) return undefined
  return {
    text:
      Array.isArray(text) && areFilledTogether(roles.get('hours') ?? []) ? { join: text, with: '; ' } : text
  }
}

/** The town and its postcode, which may be in one column: "Caen (14000)", "14000 Caen". */
function townOf(roles: Roles): { readonly postcode: Text | undefined; readonly city: Text | undefined } {
  const [column] = roles.get('city') ?? []
  const form = TOWN_FORMS.find(({ whole }) => column && shareOf(column, (value) => whole.test(value)) > 0.6)
  if (column === undefined || form === undefined || roles.has('postcode'))
    return { postcode: first(roles, 'postcode'), city: column?.name }
  return {
    postcode: { columns: column.name, part: form.postcode },
    city: { columns: column.name, part: form.city }
  }
}

const TOWN_FORMS = [
  { whole: /^\p{L}.*\(\d{5}\)$/u, postcode: '\\((\\d{5})\\)', city: '^([^(]*[^(\\s])' },
  { whole: /^\d{5}\s+\p{L}/u, postcode: '^(\\d{5})\\b', city: '^(?:\\d{5}\\s+)?(.+)' }
]

type Guessed = {
  readonly position: object | null
  readonly hours: object | undefined
  readonly slug: string
  readonly header_row: number | undefined
}

function mappingOf(
  roles: Roles,
  columns: readonly Column[],
  { position, hours, slug, header_row }: Guessed
): WrittenMapping {
  const name = first(roles, 'name') ?? columns[0]?.name ?? 'name'
  const whole = first(roles, 'whole')
  const street = whole === undefined ? { street: first(roles, 'street') } : { whole }
  const address = {
    ...street,
    complement: first(roles, 'complement'),
    ...townOf(roles),
    code: first(roles, 'code')
  }
  const written = {
    source: slug,
    name: slug,
    licence: 'etalab-2.0',
    header_row,
    id:
      first(roles, 'id') ?? keyOf(columns, [name, whole ?? address.street ?? '', first(roles, 'city') ?? '']),
    changed_on: first(roles, 'changed_on'),
    place: {
      name,
      description: first(roles, 'description'),
      siret: first(roles, 'siret'),
      address,
      position: position ?? undefined,
      phone: columnsOf(roles, 'phone'),
      emails: columnsOf(roles, 'emails'),
      websites: columnsOf(roles, 'websites'),
      sheet: first(roles, 'sheet'),
      hours
    },
    ignore: roles.get('ignore')?.map(({ name }) => name)
  }
  // Properties without a guess are undefined, and left out of the text.
  return JSON.parse(JSON.stringify(written))
}

/**
 * The columns that identify a record in a file without a column of ids: the name, if no two names are the same,
 * otherwise the name and the address.
 */
function keyOf(columns: readonly Column[], names: readonly string[]): string | string[] {
  const [name = ''] = names
  const column = columns.find((each) => each.name === name)
  if (column !== undefined && isKey(column)) return name
  const known = names.filter((each) => each !== '')
  return known.length === 1 ? name : known
}

/** The mapping as YAML, with samples beside each line that names a column. */
function written({ mapping, tables, meanings }: Draft, columns: readonly Column[]): string {
  const { ignore, ...rest } = mapping
  const listed = [...tables.map(tableOf), ...meanings.map(tableOfMeanings)]
  const all = {
    ...rest,
    ...(listed.length > 0 && { tables: listed }),
    ...(ignore !== undefined && { ignore })
  }
  const document = new Document(all)
  for (const [key, words] of OWN_WORDS) {
    const value = document.get(key, true)
    if (isScalar(value)) value.comment = ` ${words}`
  }
  const byName = new Map(columns.map((column) => [column.name, column]))
  visit(document, {
    Scalar(key, scalar) {
      const column = key === 'key' ? undefined : byName.get(String(scalar.value))
      if (column !== undefined && scalar.comment === undefined) scalar.comment = ` ${samplesOf(column)}`
    }
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

/** Comments for the properties whose values no file contains. */
const OWN_WORDS = [
  ['source', 'slug of the directory: never change it after the first import'],
  ['name', 'to be written: the name of the directory'],
  ['licence', 'to be checked']
] as const

function tableOf({ column, split, into, unknown }: TableGuess): object {
  return {
    columns: column.name,
    ...(split !== null && { split }),
    into,
    // `{}` means that the value is known but has no meaning. The person who checks the draft can replace it.
    ...(unknown.length > 0 && {
      values: Object.fromEntries(unknown.slice(0, MOST_VALUES).map((value) => [value, {}]))
    })
  }
}

const tableOfMeanings = ({ column, values, other }: MeaningGuess): object => ({
  columns: column.name,
  values,
  ...(other !== null && { other })
})

const MOST_VALUES = 30
const SAMPLES = 3
const LONGEST_SAMPLE = 40

function samplesOf({ distinct, rows, values }: Column): string {
  const samples = [...distinct].slice(0, SAMPLES).map((value) => shortened(value))
  const filled = values.length === rows ? '' : ` (${values.length} of ${rows} rows)`
  return `${samples.join(' | ')}${filled}`
}

function shortened(value: string): string {
  const line = value.replace(/\s+/g, ' ')
  return line.length > LONGEST_SAMPLE ? `${line.slice(0, LONGEST_SAMPLE - 1)}…` : line
}

function headOf(columns: readonly Column[], file: string): string {
  const rows = columns[0]?.rows ?? 0
  return [
    `# Draft of a mapping for ${file}, from ${rows === ROWS_READ ? `its first ${rows}` : rows} rows. Beside each column: samples of its values.`,
    '# Check every line, then look at five places:',
    `#   annuaire import declared ${file} --mapping THIS_FILE --dry-run`,
    ''
  ].join('\n')
}

/** Comments that list the columns without a role, with a table to complete if they have few values. */
function leftOf({ mapping, left }: Draft): string {
  const wanting = WANTED.filter(([has]) => !has(mapping)).map(([, what]) => `# Not found: ${what}.`)
  if (left.length === 0) return [...wanting, ...HINTS].join('\n')
  return [
    ...wanting,
    ...HINTS,
    '# Not guessed: give these columns a role above, a table, or list them in "ignore".',
    ...left.flatMap((column) => [
      `#   ${JSON.stringify(column.name)}: ${samplesOf(column)}`,
      ...tableFor(column)
    ])
  ].join('\n')
}

/** Hints at the end of a draft: how to add what no column says, and how to complete tables. */
const HINTS = [
  '# What holds for every place of the file goes into one line, for example: always: { type: BIB }',
  '# In tables, {} means nothing; write for example { service: acces-internet-et-materiel-informatique } instead. All codes are',
  '# in src/importers/declared/mapping.schema.json.'
]

const WANTED: readonly (readonly [(mapping: WrittenMapping) => boolean, string])[] = [
  [
    ({ id }) => typeof id === 'string',
    'a column with an id of its own in each row; the id is made of several columns'
  ],
  [
    ({ place: { address } }) => 'city' in address || 'whole' in address || 'postcode' in address,
    'town and postcode'
  ],
  [({ place }) => place.hours !== undefined, 'opening hours'],
  [
    ({ place }) => place.phone !== undefined || place.emails !== undefined,
    'phone numbers and e-mail addresses'
  ]
]

const FEW = 12

function tableFor({ name, distinct, values }: Column): readonly string[] {
  if (distinct.size > FEW || distinct.size === values.length) return []
  if ([...distinct].some((value) => value.length > 2 * LONGEST_SAMPLE)) return []
  const entries = [...distinct].map((value) => `${JSON.stringify(value)}: {}`)
  return [`#     - { columns: ${JSON.stringify(name)}, values: { ${entries.join(', ')} } }`]
}
