import { textTable } from '../../src/commands/shell/text-table.ts'

/** The first column names, the last one remarks; between them are figures, which stand to the right. */
export const table = (rows: readonly (readonly string[])[]): string =>
  textTable(rows, (_, column, columns) => column > 0 && column < columns - 1)
