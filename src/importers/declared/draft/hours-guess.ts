import { normaliseLabel } from '../../../domain/vocabularies/read-label.ts'
import type { Column } from './columns.ts'

const DAYS = [
  ['Mo', 'lundi'],
  ['Tu', 'mardi'],
  ['We', 'mercredi'],
  ['Th', 'jeudi'],
  ['Fr', 'vendredi'],
  ['Sa', 'samedi'],
  ['Su', 'dimanche']
] as const

/** Lines of YAML below `hours:`, and the columns that they name; null if the file has no column for each day. */
type Guess = { readonly hours: Readonly<Record<string, unknown>>; readonly columns: readonly Column[] } | null

/** Hours in a column for each day, or one for each morning and afternoon. */
export function dayColumns(columns: readonly Column[]): Guess {
  const ofDay = DAYS.map(([code, day]) => ({
    code,
    found: columns.filter(({ name }) => normaliseLabel(name).split(' ').includes(day))
  }))
  const days = ofDay.filter(({ found }) => found.length === 1)
  if (days.length >= 3)
    return guess(
      'days',
      days.map(({ code, found }) => [code, found[0]?.name]),
      days
    )
  const halves = ofDay.flatMap(({ code, found }) => {
    const morning = found.find(({ name }) => /matin|\bam\b/.test(normaliseLabel(name)))
    const afternoon = found.find(({ name }) => /apres|\bpm\b/.test(normaliseLabel(name)))
    return morning && afternoon ? [{ code, found: [morning, afternoon] }] : []
  })
  if (halves.length < 3) return null
  const written = halves.map(({ code, found: [morning, afternoon] }) => [
    code,
    { morning: morning?.name, afternoon: afternoon?.name }
  ])
  return guess('half_days', written, halves)
}

const guess = (
  form: 'days' | 'half_days',
  entries: readonly (readonly unknown[])[],
  days: readonly { readonly found: readonly Column[] }[]
): Guess => ({
  hours: { [form]: Object.fromEntries(entries as [string, unknown][]) },
  columns: days.flatMap(({ found }) => found)
})
