import { normaliseLabel } from '../../../domain/vocabularies/read-label.ts'
import { type Column, shareOf } from './columns.ts'

const DAYS = [
  ['Mo', /^(?:lundi|lun)s?\d?$/],
  ['Tu', /^(?:mardi|mar)s?\d?$/],
  ['We', /^(?:mercredi|mer)s?\d?$/],
  ['Th', /^(?:jeudi|jeu)s?\d?$/],
  ['Fr', /^(?:vendredi|ven)s?\d?$/],
  ['Sa', /^(?:samedi|sam)s?\d?$/],
  ['Su', /^(?:dimanche|dim)s?\d?$/]
] as const

/** Lines of YAML below `hours:`, and the columns that they name; null if the file has no column for each day. */
type Guess = { readonly hours: Readonly<Record<string, unknown>>; readonly columns: readonly Column[] } | null

/** Hours in a column for each day, or one for each morning and afternoon. */
export function dayColumns(columns: readonly Column[]): Guess {
  const timed = columns.filter((column) => shareOf(column, saysTimes) > 0.5)
  const ofDay = DAYS.map(([code, day]) => ({
    code,
    found: timed.filter(({ name }) =>
      normaliseLabel(name)
        .split(' ')
        .some((word) => day.test(word))
    )
  }))
  const halves = ofDay.flatMap(({ code, found }) => {
    const { morning, afternoon } = halvesOf(found)
    return morning || afternoon ? [{ code, morning, afternoon }] : []
  })
  const isHalved = halves.some(({ morning, afternoon }) => morning && afternoon)
  if (isHalved && halves.length >= 2)
    return guess(
      'half_days',
      halves.map(({ code, morning, afternoon }) => [
        code,
        { morning: morning?.name, afternoon: afternoon?.name }
      ]),
      halves.map(({ morning, afternoon }) => ({ found: [morning ?? [], afternoon ?? []].flat() }))
    )
  const days = ofDay.filter(({ found }) => found.length === 1)
  if (days.length < 3) return null
  return guess(
    'days',
    days.map(({ code, found }) => [code, found[0]?.name]),
    days
  )
}

/** Whether a value is about opening hours: "fermé", "9h-12h", "8:30-12:00", "sur rendez-vous". */
const saysTimes = (value: string): boolean => /\d ?[h:]|ferm|^[-–—/x]$|rendez|rdv|closed/i.test(value)

/**
 * Finds the columns for the morning and the afternoon. "AM" means the morning ("Lundi AM"), but the afternoon
 * ("après-midi") if another column is for the morning ("Lundi matin").
 */
function halvesOf(found: readonly Column[]) {
  const has = (pattern: RegExp) => found.find(({ name }) => pattern.test(normaliseLabel(name)))
  const spelt = has(/\bmat(?:in)?\b/)
  const afternoon = has(/\bapres|\bap m|\bapm\b|\bpm\b|\baprem/)
  return {
    morning: spelt ?? has(/\bam\b/),
    afternoon: afternoon ?? (spelt === undefined ? undefined : has(/\bam\b|\ba m\b/))
  }
}

const guess = (
  form: 'days' | 'half_days',
  entries: readonly (readonly unknown[])[],
  days: readonly { readonly found: readonly Column[] }[]
): Guess => ({
  hours: { [form]: Object.fromEntries(entries as [string, unknown][]) },
  columns: days.flatMap(({ found }) => found)
})
