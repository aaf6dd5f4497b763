import { clean } from '../clean/step.ts'
import { PARAGRAPHS } from '../clean/text.ts'
import type { Cell, RowReader } from '../row.ts'
import type { Mapping } from './mapping-schema.ts'
import { listed } from './texts.ts'

type Contact = Mapping['place']['phone']

const NOWHERE = /(?!)/

/**
 * Reads the phone numbers, addresses or sites of a row with the function for their kind. If they stand inside a longer
 * text, that function sees only the parts that the mapping describes: "Tél : 02 31 … / Fax : 02 31 …".
 */
export function readContact<Value>(
  row: RowReader,
  contact: Contact,
  read: (row: RowReader, columns: readonly string[]) => Value
): Value {
  if (contact === undefined || typeof contact === 'string' || Array.isArray(contact))
    return read(row, listed(contact))
  const { columns, part } = contact as { readonly columns: string | string[]; readonly part: string }
  return read(partsOnly(row, new RegExp(part, 'giu')), listed(columns))
}

/**
 * Reads only the parts of the cells that match. Of each match, the first group is used if there is one, otherwise the
 * whole match. A cell without a match is reported.
 */
const partsOnly = (row: RowReader, part: RegExp): RowReader => {
  const cells: RowReader['cells'] = (columns, separator, repairs) =>
    row.cells(columns, NOWHERE, PARAGRAPHS).flatMap((cell) =>
      matchesIn(row, cell, part)
        .flatMap((text) => text.split(separator))
        .flatMap((text) => {
          const { value, applied } = clean(repairs, text)
          for (const reason of applied) row.report({ kind: 'repaired', field: cell.column, reason })
          return value === '' ? [] : [{ column: cell.column, value, written: text.trim() }]
        })
    )
  return { ...row, cells, cell: (columns, repairs) => cells(columns, NOWHERE, repairs)[0] ?? null }
}

function matchesIn(row: RowReader, { column, value, written }: Cell, part: RegExp): readonly string[] {
  const found = [...value.matchAll(part)].map(([whole, group]) => group ?? whole)
  if (found.length === 0)
    row.report({
      kind: 'unmapped-value',
      field: column,
      value: written,
      reason: `does not match ${part.source}`
    })
  return found
}
