type Cell = string | number

/** Columns as wide as their widest cell. Figures stand to the right: numbers, or what `isFigure` says. */
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
