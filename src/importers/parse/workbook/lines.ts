/** What the process that reads a workbook writes, one a line: the header, the rows, and why it stopped. */
export type ReaderLine = ReaderHeader | ReaderRow | ReaderRefusal

export type ReaderHeader = { readonly columns: readonly string[]; readonly header_row: number }
/** `cells` is null for a row that is too long. */
export type ReaderRow = { readonly line: number; readonly cells: readonly string[] | null }
type ReaderRefusal = { readonly refused: string; readonly french: string }
