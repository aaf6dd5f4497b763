import type { Holiday, Phrase, Scope } from '../rule/phrase.ts'
import { beside, besideAt, type State } from './parse-state.ts'

const LED = /^(?:pendant|durant|lors|en)/i

const holidaysIn = (scope: Scope): readonly Holiday[] => [
  ...(scope.publicHolidays === 'in' ? ['PH' as const] : []),
  ...(scope.school === 'in' ? ['SH' as const] : [])
]

/**
 * "dimanche et jours fériés", "samedi, vacances scolaires": holidays in a list of days are additional days. In
 * "le mercredi pendant les vacances", they limit the days.
 */
export function listHolidays(state: State, index: number, phrase: Phrase, scope: Scope): boolean {
  const { draft } = state
  const also = holidaysIn(scope)
  const at = besideAt(state, index, -1)
  const link = state.phrases[at]?.is
  const listed = link === 'and' || (link === 'pause' && !LED.test(state.text.slice(phrase.start, phrase.end)))
  const last = draft.targets.at(-1)
  if (also.length === 0 || !listed || draft.closed || draft.excepting || !last?.days) return false
  const before = beside(state, at, -1)
  if (before?.is !== 'days' && !(before?.is === 'scope' && last.days.also)) return false
  const days = { ...last.days, also: [...(last.days.also ?? []), ...also] }
  draft.targets[draft.targets.length - 1] = { ...last, days }
  return true
}

/** The holidays that stand before the days of the same list: "jours fériés et dimanche". */
export function holidaysBefore(state: State, index: number): readonly Holiday[] {
  const { draft } = state
  const at = besideAt(state, index, -1)
  const before = beside(state, at, -1)
  if (state.phrases[at]?.is !== 'and' || before?.is !== 'scope' || draft.closed || draft.targets.length > 0)
    return []
  const also = holidaysIn(draft.scope)
  if (also.length > 0) draft.scope = state.scope
  return also
}
