import type { Address } from '../../domain/places/place.ts'
import { communeName } from '../../domain/territories/commune-name.ts'
import {
  type CommuneIndex,
  type CommuneResolution,
  resolveCommune
} from '../../domain/territories/communes.ts'
import type { CommuneRow } from '../../domain/territories/territory.ts'
import { INSEE_CODE, isPostcode, POSTCODE } from '../clean/postcode.ts'
import { POST_BOX, STREET } from '../clean/street.ts'
import { LINE } from '../clean/text.ts'
import type { Cell, RowReader } from '../row.ts'
import { withLostLetters } from './lost-town.ts'
import { mend } from './mend.ts'

export type AddressPart = 'street' | 'complement' | 'postcode' | 'city' | 'code'
type AddressColumns = { readonly [part in AddressPart]: string }
/** The parts as read, with their text cleaned. */
export type AddressCells = { readonly [part in AddressPart]: Cell | null }

export const readAddress = (row: RowReader, columns: AddressColumns, communes: CommuneIndex): Address =>
  addressOf(
    row,
    {
      street: row.cell([columns.street], LINE),
      complement: row.cell([columns.complement], LINE),
      postcode: row.cell([columns.postcode], LINE),
      city: row.cell([columns.city], LINE),
      code: row.cell([columns.code], LINE)
    },
    communes
  )

export function addressOf(row: RowReader, cells: AddressCells, communes: CommuneIndex): Address {
  const street = withoutBox(row, cells.street)
  const town = withoutBox(row, withLostLetters(row, cells.city, cells.postcode, communes))
  const code = mend(row, cells.code, INSEE_CODE)
  const postcode = postcodeOf(row, cells.postcode)
  const found = resolveCommune(communes, {
    code: code?.value ?? null,
    name: town.rest?.value ?? null,
    postcode: postcode?.value ?? null
  })
  reportDoubts(row, found, [code, town.rest, postcode])
  const complements = [cells.complement?.value, street.box, town.box].filter((part) => part !== undefined)
  return {
    street: mend(row, street.rest, STREET)?.value ?? null,
    complement: [...new Set(complements)].join(', ') || null,
    postcode: postcode?.value ?? null,
    city: officialSpelling(row, town.rest, found.commune, communes),
    commune: found.commune?.code ?? null,
    epci: found.commune?.epci ?? null,
    department: found.commune?.department ?? null,
    region: found.commune?.region ?? null,
    country: 'FR'
  }
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

function postcodeOf(row: RowReader, cell: Cell | null): Cell | null {
  const mended = mend(row, cell, POSTCODE)
  if (mended === null || isPostcode(mended.value)) return mended
  row.report({
    kind: 'unreadable',
    field: mended.column,
    value: mended.value,
    reason: 'not a French postcode'
  })
  return null
}

function reportDoubts(row: RowReader, found: CommuneResolution, clues: readonly (Cell | null)[]): void {
  const given = clues.filter((clue) => clue !== null)
  const [code] = clues
  if (found.commune === null) {
    if (given.length === 0) return
    const value = given.map(({ value }) => value).join(' ')
    row.report({
      kind: 'unreadable',
      field: [...new Set(given.map(({ column }) => column))].join(', '),
      value,
      reason: `commune not found: ${found.reason}`
    })
  } else if (code && found.by !== 'code' && found.by !== 'former-code') {
    row.report({
      kind: 'unreadable',
      field: code.column,
      value: code.value,
      reason: `name and postcode are those of ${found.commune.code}`
    })
  }
}

/**
 * The official spelling if the producer means the same name; the name of a hamlet or of a former commune is
 * kept.
 */
function officialSpelling(
  row: RowReader,
  city: Cell | null,
  commune: CommuneRow | null,
  communes: CommuneIndex
): string | null {
  const whole = commune === null ? null : (communes.byCode.get(commune.commune)?.name ?? commune.name)
  if (city === null || whole === null) return city?.value ?? whole
  const names = [whole, commune?.name ?? whole].map(communeName)
  if (city.value === whole || !names.includes(communeName(city.value))) return city.value
  row.report({ kind: 'repaired', field: city.column, reason: 'used the official spelling of the commune' })
  return whole
}
