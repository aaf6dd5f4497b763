import { LOST, onlyFit } from '../../domain/vocabularies/lost-letters.ts'
import { codeOfLabel, labelsOf, normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import { vocabularyOf } from '../../domain/vocabularies/vocabularies.ts'
import { LINE, PARAGRAPHS } from '../clean/text.ts'
import { notIn, RESTORED, reportRest } from '../read/codes.ts'
import { dayOf } from '../read/date.ts'
import { readLabels } from '../read/label-list.ts'
import type { Cell, RowReader } from '../row.ts'
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
  const read = table.into.length === 0 ? compileValues(table) : compileLists(table)
  // Lines are kept in lists of labels, because producers also separate values by line ends.
  const repairs = table.into.length === 0 ? LINE : PARAGRAPHS
  return (row) => {
    const meanings = row
      .cells(listed(table.columns), separator, repairs)
      .flatMap((cell) => (normaliseLabel(cell.value) === '' ? [] : read(row, cell)))
    if (meanings.length === 0) return []
    const valid_from = dayOf(row, cellOf(row, table.valid_from, LINE))
    const valid_until = dayOf(row, cellOf(row, table.valid_until, LINE), 'last')
    return meanings.map((meaning) => ({ meaning, valid_from, valid_until }))
  }
}

type ReadCell = (row: RowReader, cell: Cell) => readonly Meaning[]

/** Compiles a table without a vocabulary, whose values are yes and no, or codes of the producer. */
function compileValues(table: Table): ReadCell {
  const meaningOf = compileLookup(table)
  const byWords = compileWords(table)
  return (row, { column, value, written }) => {
    // "Oui : sur rendez-vous": the value stands before the colon, an explanation after it.
    const whole = meaningOf(value) ?? meaningOf(value.split(/\s:\s/, 1)[0] ?? value)
    const meanings = whole === undefined ? byWords(value) : [whole]
    if (meanings.length === 0) reportRest(row, column, [written], false, 'not in the table')
    return meanings
  }
}

/**
 * Compiles a table whose cells contain labels. Text that is not a label is searched for the words of the table, and
 * reported if it contains none.
 */
function compileLists(table: Table): ReadCell {
  const meaningOf = compileLookup(table)
  const byWords = compileWords(table)
  return (row, { column, value, written }) => {
    const { meanings, rest } = readLabels(value, (wording) => {
      const meaning = meaningOf(wording)
      if (meaning !== undefined || !wording.includes(LOST)) return meaning
      const fits = onlyFit(wording, normaliseLabel, labelsOfTable(table))
      if (fits !== undefined) row.report({ kind: 'repaired', field: column, reason: RESTORED })
      return fits
    })
    const others = rest.map((text) => ({ text, meanings: byWords(text) }))
    const unread = others.filter(({ meanings }) => meanings.length === 0).map(({ text }) => text)
    const partly = meanings.length > 0
    reportRest(row, column, partly || unread.length === 0 ? unread : [written], partly, notIn(table.into))
    return [...meanings, ...others.flatMap(({ meanings }) => meanings)]
  }
}

function compileLookup(table: Table): (wording: string) => Meaning | undefined {
  const values = new Map(
    Object.entries(table.values).map(([value, meaning]) => [normaliseLabel(value), meaning])
  )
  return (wording) => values.get(normaliseLabel(wording)) ?? labelled(table, wording)
}

function compileWords(table: Table): (value: string) => readonly Meaning[] {
  const words = table.words.map(({ has, unless, means }) => ({
    has: has.map(compileWord),
    unless: unless.map(compileWord),
    means
  }))
  return (value) => {
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

/**
 * All labels that a table knows, normalised, each with its meaning. The table's own values come before those of its
 * vocabularies.
 */
function labelsOfTable({ values, into }: Table): readonly (readonly [string, Meaning])[] {
  const own = Object.entries(values).map(([label, meaning]) => [normaliseLabel(label), meaning] as const)
  const vocabularies = into.flatMap((parameter) =>
    [...labelsOf(vocabularyOf(parameter).name)].map(
      ([label, code]) => [label, { [parameter]: code }] as const
    )
  )
  return [...own, ...vocabularies]
}

/**
 * Returns a test for a whole word, so that 15 does not contain the code 5. A word that ends in `*` also matches the
 * start of a longer word.
 */
function compileWord(word: string): (plain: string) => boolean {
  const wanted = ` ${normaliseLabel(word)}${word.endsWith('*') ? '' : ' '}`
  return (plain) => ` ${plain} `.includes(wanted)
}
