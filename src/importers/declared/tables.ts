import { codeOfLabel, normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { LINE } from '../clean/text.ts'
import { dayOf } from '../read/date.ts'
import type { RowReader } from '../row.ts'
import type { Table } from './mapping-schema.ts'
import type { Meaning } from './meaning.ts'
import { cellOf, listed } from './texts.ts'

/** A meaning found in a row, and the validity of its labels. */
export type RowMeaning = {
  readonly meaning: Meaning
  readonly valid_from: string | null
  readonly valid_until: string | null
}

const NOWHERE = /(?!)/

/** Compiled once per source, because a million rows use the same tables. */
export function compileTable(table: Table): (row: RowReader) => readonly RowMeaning[] {
  const separator = table.split === undefined ? NOWHERE : new RegExp(table.split, 'iu')
  const meaningsOf = compileValues(table)
  const reason = table.into.length === 0 ? 'not in the table' : `not in the vocabulary ${namesOf(table)}`
  return (row) => {
    const meanings = row.cells(listed(table.columns), separator, LINE).flatMap(({ column, value }) => {
      if (normaliseLabel(value) === '') return []
      const meanings = meaningsOf(value)
      if (meanings.length === 0) row.report({ kind: 'unmapped-value', field: column, value, reason })
      return meanings
    })
    if (meanings.length === 0) return []
    const valid_from = dayOf(row, cellOf(row, table.valid_from, LINE))
    const valid_until = dayOf(row, cellOf(row, table.valid_until, LINE))
    return meanings.map((meaning) => ({ meaning, valid_from, valid_until }))
  }
}

const namesOf = ({ into }: Table): string =>
  into.map((parameter) => vocabularyOf(parameter).name).join(' or ')

function compileValues(table: Table): (value: string) => readonly Meaning[] {
  const values = new Map(
    Object.entries(table.values).map(([value, meaning]) => [normaliseLabel(value), meaning])
  )
  const words = table.words.map(({ has, unless, means }) => ({
    has: has.map(compileWord),
    unless: unless.map(compileWord),
    means
  }))
  return (value) => {
    // "Gratuit : Je peux accéder gratuitement…": the value is before the colon, followed by an explanation.
    for (const wording of [value, value.split(/\s:\s/, 1)[0] ?? value]) {
      const whole = values.get(normaliseLabel(wording)) ?? labelled(table, wording)
      if (whole !== undefined) return [whole]
    }
    const plain = normaliseLabel(value)
    const matching = words.filter(
      ({ has, unless }) => has.some((word) => word(plain)) && !unless.some((word) => word(plain))
    )
    if (matching.length > 0) return matching.map(({ means }) => means)
    return table.other === undefined ? [] : [table.other]
  }
}

function labelled(table: Table, value: string): Meaning | undefined {
  for (const parameter of table.into) {
    const code = codeOfLabel(vocabularyOf(parameter).name, value)
    if (code !== undefined) return { [parameter]: code }
  }
  return undefined
}

/** Matches whole words: 15 does not contain the code 5. */
function compileWord(word: string): (plain: string) => boolean {
  const wanted = ` ${normaliseLabel(word)}${word.endsWith('*') ? '' : ' '}`
  return (plain) => ` ${plain} `.includes(wanted)
}
