import type { Language } from '../../domain/language.ts'
import { textIn, type Values } from '../forms/receive.ts'
import { type Clash, choiceName } from './clashes.tsx'
import { HOURS, type TypedEdit } from './edit-fields.ts'
import { CARRIED } from './edit-form.tsx'
import { contentInWords } from './field-label.ts'
import { HOURS_NAMES } from './hours-table.ts'
import { changedIn } from './read-edit.ts'

/* What two people changed in the same place at the same time. */

/** What the fields contained at first, as the form carries it. */
export function beforeIn(values: Values): TypedEdit | undefined {
  try {
    const before: unknown = JSON.parse(textIn(values, CARRIED.before))
    const isTyped =
      typeof before === 'object' &&
      before !== null &&
      Object.values(before).every((value) => typeof value === 'string')
    return isTyped ? (before as TypedEdit) : undefined
  } catch {
    return undefined
  }
}

const namesOf = (name: string): readonly string[] => (name === HOURS.name ? HOURS_NAMES : [name])

const only = (names: readonly string[], from: TypedEdit): TypedEdit =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? '']))

/** After a clash, the present value of each field for which it was chosen. */
export function chosen(typed: TypedEdit, before: TypedEdit, values: Values): TypedEdit {
  const given = changedIn(typed, before).filter((name) => textIn(values, choiceName(name)) === 'actuelle')
  return { ...typed, ...only(given.flatMap(namesOf), before) }
}

/** The fields that this person changed, and that say something else now than when the form was shown. */
export function clashesIn(
  typed: TypedEdit,
  before: TypedEdit,
  now: TypedEdit,
  lang: Language
): readonly Clash[] {
  const moved = changedIn(now, before)
  const different = changedIn(typed, now)
  return changedIn(typed, before)
    .filter((name) => moved.includes(name) && different.includes(name))
    .map((name) => ({
      name,
      mine: contentInWords(name, typed, lang),
      current: contentInWords(name, now, lang)
    }))
}

/** What this person changed, on top of what there is now. */
export const rebased = (typed: TypedEdit, before: TypedEdit, now: TypedEdit): TypedEdit => ({
  ...now,
  ...only(changedIn(typed, before).flatMap(namesOf), typed)
})
