import type { Cell } from '../../../domain/search/ports.ts'

/** A row of the statement that reads the cells of a map. */
export type CellColumns = Omit<Cell, 'single'> & {
  readonly id: string | null
  readonly name: string
  readonly display_name: string
  /** The types of the only place in the cell, as JSON text. */
  readonly types: string
}

export const toCell = ({ id, name, display_name, types, ...cell }: CellColumns): Cell => ({
  ...cell,
  single: id === null ? null : { id, name, display_name, types: JSON.parse(types) }
})
