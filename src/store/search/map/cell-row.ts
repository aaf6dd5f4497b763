import type { Cell } from '../../../domain/search/ports.ts'

/** A cell of a map as the statement reads it. */
export type CellColumns = Omit<Cell, 'single'> & {
  readonly id: string | null
  readonly name: string
  readonly display_name: string
  /** JSON text. */
  readonly types: string
}

export const toCell = ({ id, name, display_name, types, ...cell }: CellColumns): Cell => ({
  ...cell,
  single: id === null ? null : { id, name, display_name, types: JSON.parse(types) }
})
