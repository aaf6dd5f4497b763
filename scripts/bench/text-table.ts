import { textTable } from '../../src/commands/shell/text-table.ts'

/**
 * Formats a table of measurements: names in the first column, remarks in the last, and right-aligned figures in
 * between.
 */
export const table = (rows: readonly (readonly string[])[]): string =>
  textTable(rows, (_, column, columns) => column > 0 && column < columns - 1)
