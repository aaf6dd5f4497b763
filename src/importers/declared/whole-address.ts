import { LINE } from '../clean/text.ts'
import type { AddressCells, AddressPart } from '../read/address.ts'
import type { Cell, RowReader } from '../row.ts'
import type { Mapping } from './mapping-schema.ts'
import { cellOf } from './texts.ts'

/** The parts of an address, each from its own columns if present, otherwise from the whole address. */
export function addressCells(row: RowReader, address: Mapping['place']['address']): AddressCells {
  const whole = 'whole' in address ? splitAddress(cellOf(row, address.whole, LINE)) : {}
  const part = (name: AddressPart): Cell | null =>
    (name in address ? cellOf(row, address[name as 'postcode'], LINE) : null) ?? whole[name] ?? null
  return {
    street: part('street'),
    complement: part('complement'),
    postcode: part('postcode'),
    city: part('city'),
    code: part('code'),
    department: cellOf(row, address.department, LINE)
  }
}

type Parts = { readonly [part in AddressPart]?: Cell }

// Five digits followed by a town; house numbers and post-office boxes are followed by something else.
const POSTCODE_AND_TOWN = /^(.*?)[\s,;–-]*\b(?:F-)?(\d{2}\s?\d{3})\b[\s,;–-]+(\p{L}.*)$/u

/** Splits `8 rue de la Boétie - 33000 Bordeaux`. Without a postcode, the whole text is the street. */
function splitAddress(cell: Cell | null): Parts {
  if (cell === null) return {}
  const found = POSTCODE_AND_TOWN.exec(cell.value)
  const at = (value: string): Cell => ({ column: cell.column, value, written: value })
  if (found === null) return { street: cell }
  const [, street = '', postcode = '', town = ''] = found
  // Geocoders add département, région and country after the town.
  const city = town.split(/\s*[,(]/, 1)[0] ?? town
  return {
    ...(street.trim() !== '' && { street: at(street.trim()) }),
    postcode: at(postcode),
    city: at(city.trim())
  }
}
