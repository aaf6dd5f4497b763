import { codeOfLabel, normaliseLabel, normaliseOnce } from '../../domain/vocabularies/read-label.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../domain/vocabularies/term.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { LINE } from '../clean/text.ts'
import type { RowReader } from '../row.ts'

type Codes = { readonly [parameter in CodeParameter]: readonly string[] }

/** Columns with codes or labels, and the vocabularies to search, in order. */
export type CodeColumns = { readonly columns: readonly string[]; readonly into: readonly CodeParameter[] }

/** The meaning of a third-party wording: one code, or several in different vocabularies. */
type Meaning = { readonly [parameter in CodeParameter]?: readonly string[] }
type Wordings = ReadonlyMap<string, Meaning>

export const wordings = (table: Readonly<Record<string, Meaning>>): Wordings =>
  new Map(Object.entries(table).map(([wording, meaning]) => [normaliseLabel(wording), meaning]))

/** The standard separates values by `|`, its earlier version by `;`, and no label contains either. */
const SEPARATORS = /[|;]/

export function readCodes(row: RowReader, columns: readonly CodeColumns[], other: Wordings): Codes {
  const found = new Map(CODE_PARAMETERS.map((parameter) => [parameter, new Set<string>()]))
  for (const { columns: names, into } of columns) {
    for (const { column, value } of row.cells(names, SEPARATORS, LINE)) {
      const meaning = meaningOf(value, into, other)
      if (meaning === undefined) {
        const vocabularies = into.map((parameter) => vocabularyOf(parameter).name).join(' or ')
        row.report({
          kind: 'unmapped-value',
          field: column,
          value,
          reason: `not in the vocabulary ${vocabularies}`
        })
        continue
      }
      for (const parameter of CODE_PARAMETERS) {
        for (const code of meaning[parameter] ?? []) found.get(parameter)?.add(code)
      }
    }
  }
  return Object.fromEntries(
    CODE_PARAMETERS.map((parameter) => [parameter, [...(found.get(parameter) ?? [])]])
  ) as unknown as Codes
}

/** "Gratuit : Je peux accéder gratuitement…": the value is before the colon, followed by an explanation. */
function meaningOf(value: string, into: readonly CodeParameter[], other: Wordings): Meaning | undefined {
  for (const wording of [value, value.split(/\s:\s/, 1)[0] ?? value]) {
    const elsewhere = other.get(normaliseOnce(wording))
    if (elsewhere !== undefined) return elsewhere
    for (const parameter of into) {
      const code = codeOfLabel(vocabularyOf(parameter).name, wording)
      if (code !== undefined) return { [parameter]: [code] }
    }
  }
  return undefined
}
