// A table with words aligned left and figures aligned right.

export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => aligned(cell, widths[column] ?? 0, column, row))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

/** The first column has names, the last one remarks; the others have figures. */
const aligned = (cell: string, width: number, column: number, row: readonly string[]): string =>
  column === 0 || column === row.length - 1 ? cell.padEnd(width) : cell.padStart(width)
