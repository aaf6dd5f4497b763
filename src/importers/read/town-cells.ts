import { communeName } from '../../domain/territories/commune-name.ts'
import { areaName, type CommuneIndex } from '../../domain/territories/communes.ts'
import { fitsOf } from '../../domain/territories/pick-fit.ts'
import { splitName } from '../../domain/territories/similar-names.ts'
import type { CommuneRow } from '../../domain/territories/territory.ts'
import type { Cell, RowReader } from '../row.ts'

/** The cells that say in which town a place is. */
type TownCells = {
  readonly street: Cell | null
  readonly postcode: Cell | null
  readonly city: Cell | null
  readonly department?: Cell | null
}

/**
 * Returns the cells with each part in its own cell. Some rows have the whole address in the street, the postcode or
 * the département beside the town, or the number of the département as the postcode.
 */
export function sortedTownCells(row: RowReader, cells: TownCells, communes: CommuneIndex): TownCells {
  const whole = cells.city === null && cells.postcode === null ? splitStreet(row, cells, communes) : cells
  return departmentOfPostcode(row, splitTown(row, townOfPostcode(row, whole), communes), communes)
}

const STREET_AND_TOWN = /^(.+?)[\s,;–-]+(?:F-)?(\d{5})[\s,;–-]+(\p{L}[^\d,;]*(?:\d{1,2}[\p{L}\s]*)?)$/u

/**
 * Splits off the postcode and the town at the end of the street, but only if the digits are a postcode and the text
 * after them resembles a commune with this postcode.
 */
function splitStreet(row: RowReader, cells: TownCells, { named }: CommuneIndex): TownCells {
  const { street } = cells
  const [, before = '', postcode = '', town = ''] = STREET_AND_TOWN.exec(street?.value ?? '') ?? []
  const there = named.byPostcode.get(postcode) ?? []
  if (street === null || !isOneOf(town, there)) return cells
  const { column } = street
  row.report({ kind: 'repaired', field: column, reason: 'read the postcode and the town after the street' })
  return {
    ...cells,
    street: { ...street, value: before },
    postcode: { ...street, value: postcode },
    city: { ...street, value: town.trim() }
  }
}

const isOneOf = (town: string, there: readonly CommuneRow[]): boolean =>
  there.some(({ name }) => name !== null && communeName(name) === communeName(town)) ||
  fitsOf(splitName(town), there).length > 0

const AREA = String.raw`(?:\d{2}|2[ab]|9[78]\d)`
const BEFORE = new RegExp(
  String.raw`^\(?(?:F-?\s?)?(\d{5}|\d{2} \d{3}|${AREA}(?=\)|\s*[-–:]))\)?[\s,:–-]+(\p{L}.*)$`,
  'iu'
)
const AFTER = /^(\p{L}.*?)(?:\s*[,–]\s*|\s+-\s+|\s*\(|\s+(?=\d{5}$))([^,()]+?)\)?$/u

/** Splits `29200 Brest` in the column of the postcode, if the column of the town is empty. */
function townOfPostcode(row: RowReader, cells: TownCells): TownCells {
  const { postcode, city } = cells
  const [, number, name] = /^(\d{5})[\s,–-]+(\p{L}.*)$/u.exec(postcode?.value ?? '') ?? []
  if (postcode === null || city !== null || number === undefined || name === undefined) return cells
  row.report({ kind: 'repaired', field: postcode.column, reason: 'read the town beside the postcode' })
  return { ...cells, postcode: { ...postcode, value: number }, city: { ...postcode, value: name } }
}

/**
 * Splits a town from its postcode or département: `29200 Brest`, `29 - Brest`, `Brest (29)` and `Brest, Finistère`.
 */
function splitTown(row: RowReader, cells: TownCells, communes: CommuneIndex): TownCells {
  const { city } = cells
  if (city === null) return cells
  const before = BEFORE.exec(city.value)
  const after = before === null ? AFTER.exec(city.value) : null
  const [name, area] = before === null ? [after?.[1], after?.[2]] : [before[2], before[1]]
  if (name === undefined || area === undefined) return cells
  const number = area.replace(/\s/g, '').toUpperCase()
  const { column } = city
  const town = { ...city, value: name }
  if (/^\d{5}$/.test(number)) {
    row.report({ kind: 'repaired', field: column, reason: 'read the postcode beside the town' })
    return { ...cells, city: town, postcode: cells.postcode ?? { ...city, value: number } }
  }
  const isNumber = communes.named.byDepartment.has(number)
  const department = isNumber ? number : communes.departments.get(areaName(area))
  if (department === undefined) return cells
  row.report({ kind: 'repaired', field: column, reason: 'read the département beside the town' })
  return { ...cells, city: town, department: cells.department ?? { ...city, value: department } }
}

/** Moves the number of a département, such as `81` or `2A`, from the column of the postcode to the département. */
function departmentOfPostcode(row: RowReader, cells: TownCells, { named }: CommuneIndex): TownCells {
  const { postcode } = cells
  const number = /^(?:\d{1,3}|2[ab])$/i.test(postcode?.value ?? '')
    ? (postcode?.value.toUpperCase().padStart(2, '0') ?? '')
    : ''
  if (postcode === null || !named.byDepartment.has(number)) return cells
  row.report({
    kind: 'repaired',
    field: postcode.column,
    reason: 'read the number of the département in the column of the postcode'
  })
  return { ...cells, postcode: null, department: cells.department ?? { ...postcode, value: number } }
}
