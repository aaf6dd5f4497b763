import { communeName } from '../../domain/commune-name.ts'
import { type CommuneIndex, type CommuneResolution, resolveCommune } from '../../domain/communes.ts'
import type { Address } from '../../domain/place.ts'
import type { CommuneRow } from '../../domain/territory.ts'
import { INSEE_CODE, isPostcode, POSTCODE } from '../clean/postcode.ts'
import { replace } from '../clean/step.ts'
import { LINE } from '../clean/text.ts'
import type { Cell, RowReader } from '../row.ts'

export type AddressColumns = {
  readonly street: string
  readonly complement: string
  readonly postcode: string
  readonly city: string
  readonly code: string
}

const CITY = [...LINE, replace('dropped CEDEX', /\s+cedex(?:\s+\d{1,2})?$/i, '')]

export function readAddress(row: RowReader, columns: AddressColumns, communes: CommuneIndex): Address {
  const city = row.cell([columns.city], CITY)
  const code = row.cell([columns.code], [...LINE, ...INSEE_CODE])
  const postcode = readPostcode(row, columns.postcode)
  const found = resolveCommune(communes, {
    code: code?.value ?? null,
    name: city?.value ?? null,
    postcode: postcode
  })
  tellDoubts(row, found, [
    code,
    city,
    postcode === null ? null : { column: columns.postcode, value: postcode }
  ])
  return {
    street: row.cell([columns.street], LINE)?.value ?? null,
    complement: row.cell([columns.complement], LINE)?.value ?? null,
    postcode,
    city: spelt(row, city, found.commune, communes),
    commune: found.commune?.code ?? null,
    epci: found.commune?.epci ?? null,
    department: found.commune?.department ?? null,
    region: found.commune?.region ?? null,
    country: 'FR'
  }
}

function readPostcode(row: RowReader, column: string): string | null {
  const cell = row.cell([column], [...LINE, ...POSTCODE])
  if (cell === null || isPostcode(cell.value)) return cell?.value ?? null
  row.tell({ kind: 'unreadable', field: column, value: cell.value, reason: 'not a French postcode' })
  return null
}

function tellDoubts(row: RowReader, found: CommuneResolution, clues: readonly (Cell | null)[]): void {
  const said = clues.filter((clue) => clue !== null)
  const [code] = clues
  if (found.commune === null) {
    if (said.length === 0) return
    const value = said.map(({ value }) => value).join(' ')
    row.tell({
      kind: 'unreadable',
      field: said.map(({ column }) => column).join(', '),
      value,
      reason: `no commune: ${found.reason}`
    })
  } else if (code && found.by !== 'code' && found.by !== 'former-code') {
    row.tell({
      kind: 'unreadable',
      field: code.column,
      value: code.value,
      reason: `name and postcode say ${found.commune.code}`
    })
  }
}

/** The official spelling where the producer means the same name; a hamlet's or a former commune's name is kept. */
function spelt(
  row: RowReader,
  city: Cell | null,
  commune: CommuneRow | null,
  communes: CommuneIndex
): string | null {
  const whole = commune === null ? null : (communes.byCode.get(commune.commune)?.name ?? commune.name)
  if (city === null || whole === null) return city?.value ?? whole
  const names = [whole, commune?.name ?? whole].map(communeName)
  if (city.value === whole || !names.includes(communeName(city.value))) return city.value
  row.tell({ kind: 'repaired', field: city.column, reason: 'official spelling of the commune' })
  return whole
}
