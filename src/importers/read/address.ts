import type { Point } from '../../domain/geo/geo.ts'
import type { Address } from '../../domain/places/place.ts'
import type { CommuneEvidence, CommuneResolution } from '../../domain/territories/clues.ts'
import type { CommuneIndex } from '../../domain/territories/communes.ts'
import { isWithoutZero } from '../../domain/territories/four-digits.ts'
import { meantName } from '../../domain/territories/meant-name.ts'
import { resolveCommune } from '../../domain/territories/resolve-commune.ts'
import type { CommuneRow } from '../../domain/territories/territory.ts'
import { FOUR_DIGITS, INSEE_CODE, isPostcode, LEADING_ZERO, POSTCODE } from '../clean/postcode.ts'
import { POST_BOX, STREET } from '../clean/street.ts'
import { LINE } from '../clean/text.ts'
import type { Cell, RowReader } from '../row.ts'
import type { Lookups } from '../source.ts'
import { withLostLetters } from './lost-town.ts'
import { mend } from './mend.ts'
import { sortedTownCells } from './town-cells.ts'

export type AddressPart = 'street' | 'complement' | 'postcode' | 'city' | 'code'
type AddressColumns = { readonly [part in AddressPart]: string }
/** The cells of an address, one for each part, with cleaned text. */
export type AddressCells = { readonly [part in AddressPart]: Cell | null } & {
  readonly department?: Cell | null
  /** The name of the place, which may name its town. */
  readonly place?: string | undefined
  /** Whether the producer looked the town up by the INSEE code. */
  readonly isTownOfCode?: boolean | undefined
}

/** `place` is the name of the place; `position` is the position in the source; it helps to find the commune. */
export const readAddress = (
  row: RowReader,
  columns: AddressColumns,
  lookups: Lookups,
  position: Point | null,
  place?: string
): Address =>
  addressOf(
    row,
    {
      street: row.cell([columns.street], LINE),
      complement: row.cell([columns.complement], LINE),
      postcode: row.cell([columns.postcode], LINE),
      city: row.cell([columns.city], LINE),
      code: row.cell([columns.code], LINE),
      place
    },
    lookups,
    position
  )

export function addressOf(
  row: RowReader,
  given: AddressCells,
  { communes, centres }: Lookups,
  position: Point | null
): Address {
  const town = withoutBox(row, given.city)
  const cells = { ...given, ...sortedTownCells(row, { ...given, city: town.rest }, communes) }
  const street = withoutBox(row, cells.street)
  const city = withLostLetters(row, cells.city, cells.postcode, communes)
  const code = mend(row, cells.code, INSEE_CODE)
  const beside = {
    code: code?.value ?? null,
    name: city?.value ?? null,
    department: departmentIn(cells.department?.value),
    position,
    beside: besideTown(given),
    isNameOfCode: given.isTownOfCode ?? false
  }
  const isFrench = (postcode: string) => isWithoutZero(communes, postcode, beside, centres)
  const postcode = postcodeOf(row, cells.postcode, isFrench)
  // With a foreign postcode, the name is ignored too: Liège with a Belgian postcode is not the French village Le
  // Liège.
  const name = postcode === 'foreign' ? null : beside.name
  const ofFrance = postcode === 'foreign' ? null : postcode
  const found = resolveCommune(communes, { ...beside, name, postcode: ofFrance?.value ?? null }, centres)
  reportDoubts(row, found, [code, city, ofFrance])
  const isCode = isOwnCode(ofFrance, found)
  const isEither = found.refused === 'digits'
  if (ofFrance !== null && isCode)
    row.report({
      kind: 'unreadable',
      field: ofFrance.column,
      value: ofFrance.value,
      reason: INSEE_AS_POSTCODE
    })
  const complements = [cells.complement?.value, street.box, town.box].filter((part) => part !== undefined)
  return {
    street: mend(row, street.rest, STREET)?.value ?? null,
    complement: [...new Set(complements)].join(', ') || null,
    postcode: isCode || isEither ? null : (ofFrance?.value ?? null),
    city: isEither && beside.isNameOfCode ? null : cityOf(row, city, found, communes),
    ...territoriesOf(found),
    country: 'FR'
  }
}

const INSEE_AS_POSTCODE = 'the INSEE code of the commune, which is not its postcode'

const isOwnCode = (postcode: Cell | null, { commune }: CommuneResolution): boolean =>
  postcode !== null && commune?.code === postcode.value && !commune.postcodes.includes(postcode.value)

/** The name of the place and the end of its street: `33 quai Alba 29150 Châteaulin` is not in Moëlan-sur-Mer, 29150. */
const besideTown = ({ place = '', street }: AddressCells): string =>
  `${place} / ${/\d{5}(\D+)$/.exec(street?.value ?? '')?.[1] ?? ''}`

/** The code of the département in a cell: "14", "1", "D_21" or "Calvados (14)". */
const departmentIn = (value = ''): string | null =>
  /(?<!\d)(?:0?2[AB]|9[78]\d|\d{1,2})(?!\d)/i.exec(value)?.[0].toUpperCase().padStart(2, '0') ?? null

type Territories = Pick<Address, 'commune' | 'epci' | 'department' | 'region'>

function territoriesOf(found: CommuneResolution): Territories {
  if (found.commune === null) {
    const { department = null, region = null } = found.territory ?? {}
    return { commune: null, epci: null, department, region }
  }
  const { code, epci, department, region } = found.commune
  return { commune: code, epci, department, region }
}

function withoutBox(
  row: RowReader,
  cell: Cell | null
): { readonly rest: Cell | null; readonly box?: string } {
  const box = cell === null ? undefined : POST_BOX.exec(cell.value)?.[1]
  if (cell === null || box === undefined) return { rest: cell }
  const moved = { name: 'moved BP, CS or CEDEX to the complement', apply: cutBox }
  return { rest: mend(row, cell, [moved]), box }
}

const cutBox = (value: string): string =>
  value
    .replace(POST_BOX, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;-]+|[\s,;-]+$/g, '')

/** Reads a postcode. Returns `foreign` for four digits that do not fit the other cells even with a leading zero. */
function postcodeOf(
  row: RowReader,
  cell: Cell | null,
  isFrench: (postcode: string) => boolean
): Cell | null | 'foreign' {
  const bare = mend(row, cell, POSTCODE)
  const isShort = bare !== null && FOUR_DIGITS.test(bare.value)
  const isForeign = isShort && !isFrench(`0${bare.value}`)
  const mended = isShort && !isForeign ? mend(row, bare, LEADING_ZERO) : bare
  if (mended === null || isPostcode(mended.value)) return mended
  row.report({
    kind: 'unreadable',
    field: mended.column,
    value: mended.value,
    reason: isForeign ? 'four digits that fit no French town of this name' : 'not a French postcode'
  })
  return isForeign ? 'foreign' : null
}

/** Names of the repairs, by how the commune was found; null if nothing had to be repaired. */
const FOUND_BY: { readonly [by in CommuneEvidence]: string | null } = {
  code: null,
  'former-code': null,
  'name-and-postcode': null,
  'name-and-cedex': null,
  postcode: null,
  'small-words-in-postcode': 'found the commune by its postcode and a name that differs in small words',
  'part-of-name-in-postcode': 'found the commune by its postcode and a longer or shorter name',
  'misspelt-in-postcode': 'found the commune by its postcode and a misspelt name',
  'name-near-position': 'found the commune by its name near the position',
  'name-in-department': 'found the commune by its name in the département',
  'only-name': 'found the commune by its name, which no other commune has',
  'similar-name-near-position': 'found the commune by a longer or shorter name near the position',
  'postcode-of-quarter': 'found the commune by its postcode, because the name is that of a commune elsewhere',
  'postcode-and-nearest-centre': 'found the commune by its postcode and the nearest centre',
  'nearest-centre': 'found the commune by its centre, which is much nearer than the next one'
}

const TERRITORY_BY = {
  postcode: 'found the département or the région by the postcode',
  department: 'took the département without a commune',
  position: 'found the département by the communes around the position'
} as const

type Clues = readonly [code: Cell | null, name: Cell | null, postcode: Cell | null]

function reportDoubts(row: RowReader, found: CommuneResolution, clues: Clues): void {
  reportRefused(row, found, clues)
  const given = clues.filter((clue) => clue !== null)
  if (given.length === 0 && found.commune === null) return
  const field = given.length === 0 ? 'position' : [...new Set(given.map(({ column }) => column))].join(', ')
  const repaired = (reason: string) => row.report({ kind: 'repaired', field, reason })
  if (found.commune !== null) {
    const repair = FOUND_BY[found.by]
    if (repair !== null) repaired(repair)
    return
  }
  const value = given.map(({ value }) => value).join(' ')
  row.report({ kind: 'unreadable', field, value, reason: `commune not found: ${found.reason}` })
  if (found.territory !== null) repaired(TERRITORY_BY[found.territory.by])
}

function reportRefused(row: RowReader, { refused, commune }: CommuneResolution, [code, name]: Clues): void {
  // `digits` are reported as a commune that was not found.
  if (refused === null || refused === 'digits') return
  const reason =
    commune === null
      ? 'contradicted by other columns'
      : `contradicted: the other columns fit the commune ${commune.code}`
  for (const cell of { code: [code], name: [name], 'code-and-name': [code, name] }[refused]) {
    if (cell !== null) row.report({ kind: 'unreadable', field: cell.column, value: cell.value, reason })
  }
}

/** The name of the town. A name that other columns contradict is replaced by the name of the commune. */
function cityOf(
  row: RowReader,
  city: Cell | null,
  { commune, refused }: CommuneResolution,
  communes: CommuneIndex
): string | null {
  const isRefused = refused === 'code-and-name' || refused === 'name'
  return officialSpelling(row, isRefused ? null : city, commune, communes)
}

/**
 * Returns the official spelling if the producer's name means this commune. The name of a hamlet or of a former
 * commune is kept.
 */
function officialSpelling(
  row: RowReader,
  city: Cell | null,
  commune: CommuneRow | null,
  communes: CommuneIndex
): string | null {
  const whole = commune === null ? null : (communes.byCode.get(commune.commune)?.name ?? commune.name)
  if (city === null || commune === null || whole === null) return city?.value ?? whole
  if (city.value === whole) return whole
  const meant = meantName(communes, city.value, commune)
  if (meant === null) return city.value
  row.report({ kind: 'repaired', field: city.column, reason: SPELLING[meant] })
  return whole
}

const SPELLING = {
  spelling: 'used the official spelling of the commune',
  mistake: 'replaced a misspelt or abbreviated name by the official name of the commune'
} as const
