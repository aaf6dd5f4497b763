import { LOST, onlyFit } from '../../domain/vocabularies/lost-letters.ts'
import { codeOfLabel, labelsOf, normaliseLabel, normaliseOnce } from '../../domain/vocabularies/read-label.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { PARAGRAPHS } from '../clean/text.ts'
import type { RowReader } from '../row.ts'
import { readLabels } from './label-list.ts'

type Codes = { readonly [parameter in CodeParameter]: readonly string[] }

/** Columns with codes or labels, and the vocabularies to search, in order. */
export type CodeColumns = { readonly columns: readonly string[]; readonly into: readonly CodeParameter[] }

/** The meaning of a third-party wording: one code, or several in different vocabularies. */
type Meaning = { readonly [parameter in CodeParameter]?: readonly string[] }
type Wordings = ReadonlyMap<string, Meaning>

export const wordings = (table: Readonly<Record<string, Meaning>>): Wordings =>
  new Map(Object.entries(table).map(([wording, meaning]) => [normaliseLabel(wording), meaning]))

/**
 * Separators between values. The standard separates them by `|`, its earlier version by `;`; no label contains
 * either.
 */
const SEPARATORS = /[|;]/

export function readCodes(row: RowReader, columns: readonly CodeColumns[], other: Wordings): Codes {
  const found = new Map(CODE_PARAMETERS.map((parameter) => [parameter, new Set<string>()]))
  for (const { columns: names, into } of columns) {
    // Line ends are kept, because producers also separate values by them.
    for (const { column, value, written } of row.cells(names, SEPARATORS, PARAGRAPHS)) {
      const read = (wording: string) => meaningOf(row, column, wording, into, other)
      const { meanings, rest } = readLabels(value, read)
      const partly = meanings.length > 0
      reportRest(row, column, partly ? rest : [written], partly, notIn(into))
      for (const meaning of meanings) {
        for (const parameter of CODE_PARAMETERS) {
          for (const code of meaning[parameter] ?? []) found.get(parameter)?.add(code)
        }
      }
    }
  }
  return Object.fromEntries(
    CODE_PARAMETERS.map((parameter) => [parameter, [...(found.get(parameter) ?? [])]])
  ) as unknown as Codes
}

export const notIn = (into: readonly CodeParameter[]): string =>
  `not in the vocabulary ${into.map((parameter) => vocabularyOf(parameter).name).join(' or ')}`

/** Reports the text in a cell that is not a label. `partly` is true if other text in the cell is a label. */
export function reportRest(
  row: RowReader,
  field: string,
  rest: readonly string[],
  partly: boolean,
  reason: string
): void {
  for (const value of rest) {
    row.report({
      kind: 'unmapped-value',
      field,
      value,
      reason: partly ? `rest of a cell: ${reason}` : reason
    })
  }
}

function meaningOf(
  row: RowReader,
  field: string,
  wording: string,
  into: readonly CodeParameter[],
  other: Wordings
): Meaning | undefined {
  const elsewhere = other.get(normaliseOnce(wording))
  if (elsewhere !== undefined) return elsewhere
  for (const parameter of into) {
    const code = codeOfLabel(vocabularyOf(parameter).name, wording)
    if (code !== undefined) return { [parameter]: [code] }
  }
  if (!wording.includes(LOST)) return undefined
  const fits = onlyFit(wording, normaliseLabel, [...other, ...labelsIn(into)])
  if (fits !== undefined) row.report({ kind: 'repaired', field, reason: RESTORED })
  return fits
}

/** Name of the repair when exactly one label fits a text with U+FFFD. */
export const RESTORED = 'restored the letters lost from a label'

const labelsIn = (into: readonly CodeParameter[]): readonly (readonly [string, Meaning])[] =>
  into.flatMap((parameter) =>
    [...labelsOf(vocabularyOf(parameter).name)].map(
      ([label, code]) => [label, { [parameter]: [code] }] as const
    )
  )
