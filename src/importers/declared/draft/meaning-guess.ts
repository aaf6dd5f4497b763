import { normaliseLabel } from '../../../domain/vocabularies/read-label.ts'
import type { Meaning } from '../meaning.ts'
import { type Column, shareOf } from './columns.ts'

/** A column whose few values mean something that no vocabulary says: closed places, access with a wheelchair. */
export type MeaningGuess = {
  readonly column: Column
  readonly values: Readonly<Record<string, Meaning>>
  /** The meaning of all other values; null if each value is listed. */
  readonly other: Meaning | null
}

const FEW = 12

export function meaningGuess(column: Column): MeaningGuess | null {
  if (column.distinct.size > FEW) return null
  return closedGuess(column) ?? wheelchairGuess(column)
}

const STATUS = /\b(?:statut|status|etat|situation|actif|activite|fermeture)\b/
// Values that mean that a place no longer exists. "Fermé le lundi" is not one of them, because it is about hours.
const CLOSED =
  /^(?:ferme|fermee|fermeture|closed|inacti[fv]e?|supprimee?|cesse|cessation|disparu|archive)(?: (?:definitive?(?:ment)?|depuis .*))?$/

function closedGuess(column: Column): MeaningGuess | null {
  if (!STATUS.test(normaliseLabel(column.name))) return null
  const closed = [...column.distinct].filter((value) => CLOSED.test(normaliseLabel(value)))
  if (closed.length === 0) return null
  const values = Object.fromEntries(closed.map((value) => [value, { refuse: 'closed' }]))
  return { column, values, other: {} }
}

const ACCESS = /\b(?:pmr|handicap|fauteuils?|mobilite reduite|wheelchair|accessib\w*)\b/
const ANSWERS: Readonly<Record<string, Meaning>> = {
  oui: { wheelchair: 'yes' },
  yes: { wheelchair: 'yes' },
  vrai: { wheelchair: 'yes' },
  true: { wheelchair: 'yes' },
  partiel: { wheelchair: 'limited' },
  partiellement: { wheelchair: 'limited' },
  non: { wheelchair: 'no' },
  no: { wheelchair: 'no' },
  faux: { wheelchair: 'no' },
  false: { wheelchair: 'no' }
}

function wheelchairGuess(column: Column): MeaningGuess | null {
  if (!ACCESS.test(normaliseLabel(column.name))) return null
  if (shareOf(column, (value) => ANSWERS[normaliseLabel(value)] !== undefined) < 0.6) return null
  const values = Object.fromEntries(
    [...column.distinct].map((value) => [value, ANSWERS[normaliseLabel(value)] ?? {}])
  )
  return { column, values, other: null }
}
