import { type DayRank, WEEK } from '../reading.ts'
import type { Phrase, Scope } from '../rule/phrase.ts'
import { type Clause, EMPTY_CLAUSE, type Target } from './clause.ts'
import { type Draft, hasScope, isClosing, newDraft, saysNothing, toClause } from './draft.ts'

/** The state while phrases are combined into clauses, from left to right. */
export type State = {
  readonly text: string
  readonly phrases: readonly Phrase[]
  readonly clauses: Clause[]
  /** `touches`: the days that the words concern, if they are known. */
  readonly leftovers: { start: number; end: number; touches?: readonly DayRank[] }[]
  /** The position in the text and the days of each statement, including statements that produced no clause. */
  readonly stretches: { readonly start: number; readonly end: number; readonly days: readonly DayRank[] }[]
  /** Phrases such as "fermé le midi". */
  readonly lunches: Phrase[]
  draft: Draft
  /**
   * Conditions given before the statements to which they apply, until the next one of the same kind: "Hors
   * vacances scolaires : …".
   */
  scope: Scope
  doubts: readonly string[]
  comment: string | null
  /** End of the last phrase that was understood. */
  understood: number
}

export const newState = (text: string, phrases: readonly Phrase[]): State => ({
  text,
  phrases,
  clauses: [],
  leftovers: [],
  stretches: [],
  lunches: [],
  draft: newDraft(),
  scope: {},
  doubts: [],
  comment: null,
  understood: 0
})

export const SEPARATORS: readonly Phrase['is'][] = ['pause', 'stop', 'and', 'close']
const SMALL: readonly Phrase['is'][] = ['neutral', 'only']

/** Index of the phrase before or after, skipping small words. */
export function besideAt(state: State, index: number, step: 1 | -1): number {
  let at = index + step
  for (let phrase = state.phrases[at]; phrase && SMALL.includes(phrase.is); phrase = state.phrases[at])
    at += step
  return at
}

export const beside = (state: State, index: number, step: 1 | -1): Phrase | undefined =>
  state.phrases[besideAt(state, index, step)]

export const isAfterSeparator = (state: State, index: number): boolean => {
  const before = beside(state, index, -1)
  return before === undefined || SEPARATORS.includes(before.is)
}

/** Records words as left over, together with earlier ones if only small words are in between. */
export function leave(
  state: State,
  words: { readonly start: number; readonly end: number },
  touches?: readonly DayRank[]
): void {
  const last = state.leftovers.at(-1)
  const isNext = last && last.end <= words.start && state.understood <= last.end
  if (isNext && !touches && !last.touches) last.end = words.end
  else state.leftovers.push({ start: words.start, end: words.end, ...(touches && { touches }) })
}

/**
 * Drops days that need no appointment but have no hours: in "le matin sans rendez-vous, l'après-midi sur
 * rendez-vous", the first half changes nothing.
 */
export function dropWalkIn(state: State): void {
  const { draft } = state
  if (!draft.walkIn || draft.targets.length === 0 || draft.entries.length > 0) return
  state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
}

const hasNoEffect = (draft: Draft): boolean =>
  draft.entries.length === 0 && !draft.closed && draft.comment === null

/** Whether the text of an exception was not understood, so that it has no effect. */
const isEmptyException = (draft: Draft): boolean =>
  draft.instead && draft.targets.length === 0 && Object.keys(draft.scope).length === 0

/** Ends the current clause and starts the next one, in the scope that applies to both. */
export function flush(state: State): void {
  const { draft } = state
  const days = draft.targets.flatMap((target) => target.days?.days ?? [])
  if (draft.start >= 0) {
    state.stretches.push({ start: draft.start, end: draft.end, days })
  }
  // "Vacances scolaires : fermé.": the period is closed, so it is no heading for the statements after it.
  if (isClosing(draft) && hasScope(state.scope)) {
    state.scope = {}
    state.doubts = []
  }
  const unused = draft.targets.length > 0 && hasNoEffect(draft) && !draft.walkIn
  // "sur rendez-vous, sauf le mercredi": an exception from a condition does not mean closed.
  if (draft.excepted.length > 0 && draft.comment !== null && draft.entries.length === 0) {
    leave(state, draft)
    state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
    return
  }
  const undated = draft.exceptional && draft.scope.dates === undefined
  if (draft.byPhone || ((unused || undated || isEmptyException(draft)) && draft.start >= 0))
    leave(state, draft)
  else if (!saysNothing(draft) && !(draft.walkIn && hasNoEffect(draft))) state.clauses.push(toClause(draft))
  if (draft.excepted.length > 0 && !unused) {
    state.clauses.push({
      ...EMPTY_CLAUSE,
      targets: withHalfOf(draft.targets, draft.excepted),
      closed: true,
      scope: withoutExcepted(draft.scope)
    })
  }
  // "lundi au vendredi sauf en août 9h-12h, samedi 10h-12h": only the days of this statement are closed.
  if (draft.exceptedPeriods.length > 0 && !unused) {
    const targets = new Set(days).size < WEEK.length ? draft.targets : []
    for (const scope of draft.exceptedPeriods)
      state.clauses.push({ ...EMPTY_CLAUSE, closed: true, targets, scope })
  }
  state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
}

/** "matin (sauf mardi) 9h-12h": days excepted from hours of half a day are closed in this half only. */
export function withHalfOf(targets: readonly Target[], excepted: readonly Target[]): readonly Target[] {
  const [half] = targets.map((target) => target.half)
  if (!half || targets.some((target) => target.half !== half)) return excepted
  return excepted.map((target) => ({ ...target, half: target.half ?? half }))
}

/**
 * The scope of the excepted days. With "sauf dimanche et jours fériés", the place is closed on every Sunday, whether
 * the week has a holiday or not.
 */
function withoutExcepted({ school, publicHolidays, ...scope }: Scope): Scope {
  return { ...scope, ...(school === 'in' && { school }), ...(publicHolidays === 'in' && { publicHolidays }) }
}
