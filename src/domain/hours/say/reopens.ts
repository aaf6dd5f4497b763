import { type DayRank, WEEK } from '../reading.ts'
import type { Days, Phrase, Scope } from '../rule/phrase.ts'
import { type Clause, EMPTY_CLAUSE, type Target } from './clause.ts'
import { type Draft, hasScope, newDraft, saysNothing, withComment } from './draft.ts'
import { beside, flush, isAfterSeparator, leave, type State } from './parse-state.ts'

// "Fermé le samedi, sauf le 1er samedi du mois 9h-12h": what is excepted from a closing is open.

const SMALL: readonly Phrase['is'][] = ['neutral', 'only', 'colon', 'pause', 'and']
const ENDS: readonly Phrase['is'][] = ['stop', 'open', 'close']
const OWN: readonly Phrase['is'][] = ['times', 'colon', 'closed', 'appointment']

const isOutside = (phrase: Phrase): boolean =>
  phrase.is === 'scope' && (phrase.scope.school === 'out' || phrase.scope.publicHolidays === 'out')

/** The index after the exception that begins at `index`. */
function endOf({ phrases, ...state }: State, index: number): number {
  for (let at = index + 1; at < phrases.length; at++) {
    const phrase = phrases[at]
    if (!phrase || ENDS.includes(phrase.is)) return at
    const said = phrases.slice(index, at).filter(({ is }) => !SMALL.includes(is) && is !== 'except')
    const isNext =
      said.some(({ is }) => is === 'times') ||
      (said.length > 0 &&
        isAfterSeparator({ ...state, phrases }, at) &&
        OWN.includes(beside({ ...state, phrases }, at, 1)?.is ?? 'stop'))
    if (phrase.is === 'days' && isNext) return at
  }
  return phrases.length
}

type Exception = {
  readonly days: Days | null
  readonly scope: Scope
  readonly spans: Clause['entries']
  readonly comment: string | null
}

const inside = ({ school, publicHolidays, ...scope }: Scope): Scope => ({
  ...scope,
  ...(school && { school: 'in' }),
  ...(publicHolidays && { publicHolidays: 'in' })
})

/** The parts of an exception; null if it has other words, or the same part twice. */
function exceptionOf(words: readonly Phrase[]): Exception | null {
  const days = words.flatMap((phrase) => (phrase.is === 'days' ? [phrase] : []))
  const scopes = words.flatMap((phrase) => (phrase.is === 'scope' ? [phrase.scope] : []))
  const times = words.flatMap((phrase) => (phrase.is === 'times' ? [phrase.spans] : []))
  const appointments = words.flatMap((phrase) => (phrase.is === 'appointment' ? [phrase.words] : []))
  const parts = [days, scopes, times, appointments]
  const isAll = parts.reduce((sum, { length }) => sum + length, 0) === words.length
  if (words.length === 0 || !isAll || parts.some(({ length }) => length > 1)) return null
  const [named] = days
  return {
    days: named ? { days: named.days, nth: named.nth } : null,
    scope: inside(scopes[0] ?? {}),
    spans: withComment(times[0] ?? [], null),
    comment: appointments[0] ?? null
  }
}

const daysOf = ({ targets }: Draft): readonly DayRank[] => targets.flatMap(({ days }) => days?.days ?? [])

/** "Dimanche fermé, tous les jours sauf lundi": days on both sides of "fermé" may belong to two statements. */
function hasDaysOnBothSides({ phrases, draft }: State, index: number): boolean {
  const own = phrases.slice(0, index).filter(({ start }) => start >= draft.start)
  const closed = own.findIndex(({ is }) => is === 'closed')
  const named = own.flatMap(({ is }, at) => (is === 'days' || is === 'half' ? [at] : []))
  return named.some((at) => at < closed) && named.some((at) => at > closed)
}

/** "fermé l'après-midi sauf le mardi", "fermé en août sauf le mardi": the closing is of the other days. */
function otherDays({ targets, scope }: Draft, excepted: readonly DayRank[]): readonly Target[] {
  const meant = targets.length > 0 ? targets : [{ days: null, half: null }]
  if (targets.length === 0 && !hasScope(scope)) return []
  return meant.flatMap((target) => {
    if (target.days?.nth) return []
    const days = (target.days?.days ?? WEEK).filter((day) => !excepted.includes(day))
    return days.length > 0 ? [{ ...target, days: { days, nth: null } }] : []
  })
}

/** The clause of what is open; null if it is unclear. Its hours are unknown if the exception does not give them. */
function reopening(draft: Draft, { days, scope, spans, comment }: Exception, words: string): Clause | null {
  const targets = days ? [{ days, half: null }] : draft.targets
  const both =
    Boolean(draft.scope.publicHolidays && scope.school) || Boolean(draft.scope.school && scope.publicHolidays)
  if (both || draft.targets.some((target) => target.half !== null)) return null
  const { publicHolidays: _, ...rest } = draft.scope
  const isNth = draft.targets.some((target) => target.days?.nth)
  const isTimed = spans.length > 0 && (targets.length > 0 || scope.dates !== undefined)
  const isKnown = isTimed || (comment !== null && spans.length === 0)
  return {
    ...EMPTY_CLAUSE,
    targets,
    entries: isTimed ? withComment(spans, comment) : [],
    comment: isKnown ? comment : words,
    doubts: isKnown ? [] : [words],
    // "Fermé les jours fériés sauf le 14 juillet": the date is enough.
    scope: { ...(scope.dates ? rest : draft.scope), ...scope },
    reopens: hasScope(draft.scope) || isNth ? 'period' : 'days'
  }
}

/** "Fermé sauf le mercredi 14h-17h", "lundi fermé sauf sur rendez-vous": a statement like any other. */
function statement(draft: Draft, { days, scope, spans, comment }: Exception): Draft | null {
  if (saysNothing({ ...draft, closed: false }) && !hasScope(draft.scope)) {
    const isWhole = comment !== null || (days !== null && spans.length > 0)
    if (!isWhole) return null
    const targets = days ? [{ days, half: null }] : []
    return { ...draft, closed: false, targets, scope, comment, entries: withComment(spans, comment) }
  }
  const isAppointment = comment !== null && days === null && spans.length === 0
  return isAppointment && !hasScope(scope) && !hasScope(draft.scope)
    ? { ...draft, closed: false, comment }
    : null
}

/** Closes the days of the draft and opens the exception again. Returns whether the exception was understood. */
function reopen(state: State, exception: Exception, words: { start: number; end: number }): boolean {
  const { draft } = state
  const said = statement(draft, exception)
  if (said) {
    state.draft = said
    flush(state)
    return true
  }
  const isOnlyDays = exception.spans.length === 0 && exception.comment === null && !hasScope(exception.scope)
  if (exception.days && exception.days.nth === null && isOnlyDays) {
    const targets = otherDays(draft, exception.days.days)
    if (targets.length === 0) return false
    draft.targets = [...targets]
    flush(state)
    return true
  }
  if (saysNothing({ ...draft, closed: false }) && !hasScope(draft.scope)) return false
  const clause = reopening(draft, exception, state.text.slice(words.start, words.end))
  if (clause === null) return false
  flush(state)
  state.clauses.push(clause)
  if (clause.doubts.length > 0) leave(state, words, [])
  return true
}

/**
 * Reads the exception from a closing that begins here. Returns the index of its last phrase, or 0 if there is none. If
 * it is not understood, neither the closing nor the exception is certain.
 */
export function reopenedAt(state: State, index: number): number {
  const { draft, phrases } = state
  const phrase = phrases[index]
  const isException = phrase !== undefined && (phrase.is === 'except' || isOutside(phrase))
  if (!isException || !draft.closed || draft.instead || draft.entries.length > 0 || draft.start < 0) return 0
  const end = endOf(state, index)
  const words = phrases.slice(index, end).filter(({ is }) => !SMALL.includes(is) && is !== 'except')
  const last = phrases.slice(index, end).findLast(({ is }) => is !== 'pause') ?? phrase
  const exception = hasDaysOnBothSides(state, index) ? null : exceptionOf(words)
  if (exception && reopen(state, exception, { start: phrase.start, end: last.end })) return end - 1
  const days = daysOf(draft)
  leave(state, { start: draft.start, end: last.end }, days.length > 0 ? days : WEEK)
  state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
  return end - 1
}
