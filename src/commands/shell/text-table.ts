type Cell = string | number

/**
 * Formats rows in columns as wide as their widest cell. Figures are aligned to the right: numbers, or cells
 * for which `isFigure` is true.
 */
export function textTable(
  rows: readonly (readonly Cell[])[],
  isFigure = (cell: Cell, _column: number, _columns: number): boolean => typeof cell === 'number'
): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length))
  )
  const padded = (cell: Cell, column: number, row: readonly Cell[]): string =>
    isFigure(cell, column, row.length)
      ? String(cell).padStart(widths[column] ?? 0)
      : String(cell).padEnd(widths[column] ?? 0)
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')
}
