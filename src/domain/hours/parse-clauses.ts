import { type Clause, EMPTY_CLAUSE, type Said } from './clause.ts'
import { addDays, type Draft, newDraft, saysNothing, setHalf, toClause, withComment } from './draft.ts'
import type { Phrase, Scope } from './phrase.ts'

const SEPARATORS: readonly Phrase['is'][] = ['pause', 'stop', 'and']
const CONTENT: readonly Phrase['is'][] = [
  'days',
  'times',
  'half',
  'scope',
  'doubt',
  'appointment',
  'walk-in',
  'closed',
  'except'
]

type State = {
  readonly text: string
  readonly phrases: readonly Phrase[]
  readonly clauses: Clause[]
  readonly leftovers: { start: number; end: number }[]
  draft: Draft
  /** Said before what it holds for, and until another of its kind: "Hors vacances scolaires : …". */
  scope: Scope
  doubts: readonly string[]
  comment: string | null
}

/** The phrase before or after, without the small words. */
function beside(state: State, index: number, step: 1 | -1): Phrase | undefined {
  let at = index + step
  while (['neutral', 'only'].includes(state.phrases[at]?.is ?? '')) at += step
  return state.phrases[at]
}

const isAfterSeparator = (state: State, index: number): boolean => {
  const before = beside(state, index, -1)
  return before === undefined || SEPARATORS.includes(before.is)
}

const leave = (state: State, phrase: { start: number; end: number }): void => {
  state.leftovers.push({ start: phrase.start, end: phrase.end })
}

function flush(state: State): void {
  const { draft } = state
  const unused =
    draft.targets.length > 0 && draft.entries.length === 0 && !draft.closed && draft.comment === null
  if (unused) leave(state, draft)
  else if (!saysNothing(draft)) state.clauses.push(toClause(draft))
  if (draft.excepted.length > 0 && !unused) {
    state.clauses.push({ ...EMPTY_CLAUSE, targets: draft.excepted, closed: true, scope: draft.scope })
  }
  state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
}

const isFull = (draft: Draft): boolean => draft.entries.length > 0 && draft.targets.length > 0

function onDays(state: State, index: number, phrase: Phrase & { is: 'days' }): void {
  const { draft } = state
  if (draft.excepting && draft.entries.length === 0) {
    addDays(draft.excepted, phrase)
    return
  }
  const complete =
    isFull(draft) || ((draft.closed || draft.comment !== null) && draft.targets.some((one) => one.days))
  const separated = isAfterSeparator(state, index)
  if (complete && (isFull(draft) || separated)) flush(state)
  else if (draft.entries.length > 0) draft.daysLast = true
  addDays(state.draft.targets, phrase)
}

/** Whether these hours are said before their days, after a clause that is already whole. */
function beginsDaysLast(state: State, index: number): boolean {
  const days = beside(state, index, 1)
  if (!isFull(state.draft) || days?.is !== 'days' || !isAfterSeparator(state, index)) return false
  const after = beside(state, state.phrases.indexOf(days), 1)
  return after === undefined || (after.is !== 'times' && after.is !== 'colon' && after.is !== 'half')
}

function onTimes(state: State, index: number, phrase: Phrase & { is: 'times' }): void {
  const { draft } = state
  const afterClosed = draft.closed && !draft.instead && isAfterSeparator(state, index)
  if (draft.daysLast || afterClosed || beginsDaysLast(state, index)) flush(state)
  state.draft.excepting = false
  state.draft.entries.push(...withComment(phrase.spans, state.comment ?? state.draft.comment))
}

function onScope(state: State, index: number, phrase: Phrase, scope: Scope, doubts: readonly string[]): void {
  const { draft } = state
  const after = beside(state, index, 1)
  const leads =
    after !== undefined && ['colon', 'times', 'days', 'appointment', 'closed', 'half'].includes(after.is)
  const separated = isAfterSeparator(state, index)
  if (saysNothing(draft) && leads && !(draft.excepting && draft.excepted.length > 0)) {
    // Said first, it holds until another one is said.
    state.scope = scope
    state.doubts = doubts
    state.draft = { ...draft, scope, doubts: [...doubts] }
  } else if (separated && draft.entries.length > 0 && leads) {
    flush(state)
    state.scope = scope
    state.doubts = doubts
    state.draft = { ...newDraft(), scope, doubts: [...doubts] }
  } else if (saysNothing(draft) && state.clauses.length > 0 && !draft.excepting) {
    leave(state, phrase)
  } else if (separated && draft.entries.length > 0 && state.clauses.length > 0 && !scope.publicHolidays) {
    // At the end of several statements: of all of them after a full stop, otherwise of who knows which.
    if (beside(state, index, -1)?.is !== 'stop') leave(state, phrase)
    for (const [at, clause] of state.clauses.entries()) {
      state.clauses[at] = {
        ...clause,
        scope: { ...clause.scope, ...scope },
        doubts: [...clause.doubts, ...doubts]
      }
    }
    draft.scope = { ...draft.scope, ...scope }
    draft.doubts.push(...doubts)
  } else {
    draft.scope = { ...draft.scope, ...scope }
    draft.doubts.push(...doubts)
  }
}

function onHalf(state: State, index: number, phrase: Phrase & { is: 'half' }): void {
  const { draft } = state
  if (draft.excepting) {
    setHalf(draft.excepted, phrase.half)
    return
  }
  const sides = [beside(state, index, 1), beside(state, index, -1)]
  const conditional = sides.some((side) => side?.is === 'appointment' || side?.is === 'closed')
  const startsAnew = conditional && draft.entries.length > 0
  if (startsAnew) {
    const { targets } = draft
    flush(state)
    state.draft.targets = targets.map((target) => ({ ...target, half: phrase.half }))
  }
  if (startsAnew && state.draft.targets.length > 0) return
  if (!startsAnew && draft.entries.length > 0) {
    // "9h-12h le matin": the hours say it better.
    return
  }
  setHalf(state.draft.targets, phrase.half)
}

function onAppointment(state: State, index: number, phrase: Phrase & { is: 'appointment' }): void {
  const { draft } = state
  const before = beside(state, index, -1)
  const after = beside(state, index, 1)
  const leads = after !== undefined && ['colon', 'times', 'days', 'half'].includes(after.is)
  if (draft.entries.length === 0) {
    draft.comment = phrase.words
    if (saysNothing({ ...draft, comment: null }) && leads) state.comment = phrase.words
    return
  }
  if (leads && (isAfterSeparator(state, index) || before?.is === 'colon')) {
    if (after?.is === 'days' || after?.is === 'half') {
      const { targets } = draft
      flush(state)
      state.draft.comment = phrase.words
      if (after.is === 'half') state.draft.targets = targets.map((one) => ({ ...one, half: null }))
    } else state.comment = phrase.words
    return
  }
  if (before?.is === 'and' && !leads) {
    const { targets } = draft
    flush(state)
    state.draft = { ...state.draft, targets: [...targets], comment: phrase.words, besides: true }
    flush(state)
    return
  }
  if (before?.is === 'stop') {
    // A sentence of its own at the end is about the whole.
    for (const [at, clause] of state.clauses.entries()) {
      state.clauses[at] = { ...clause, entries: withComment(clause.entries, phrase.words) }
    }
  } else if (draft.entries.length > 1 || (isAfterSeparator(state, index) && state.clauses.length > 0)) {
    // "9h-12h et 14h-17h sur rendez-vous": of both, or of the afternoon?
    leave(state, phrase)
  }
  draft.entries = withComment(draft.entries, phrase.words)
}

function onClosed(state: State): void {
  if (state.draft.entries.length > 0) {
    flush(state)
  }
  state.draft.closed = true
}

function onExcept(state: State): void {
  const { draft } = state
  if (draft.entries.length === 0 && draft.targets.length > 0) {
    draft.excepting = true
    return
  }
  flush(state)
  state.draft.closed = true
  state.draft.instead = true
}

function step(state: State, index: number, phrase: Phrase): void {
  if (CONTENT.includes(phrase.is)) {
    if (state.draft.start < 0) state.draft.start = phrase.start
    state.draft.end = phrase.end
  }
  switch (phrase.is) {
    case 'days':
      onDays(state, index, phrase)
      break
    case 'times':
      onTimes(state, index, phrase)
      break
    case 'scope':
      onScope(state, index, phrase, phrase.scope, [])
      break
    case 'doubt':
      if (phrase.days) onDays(state, index, { ...phrase, is: 'days', days: phrase.days, nth: null })
      onScope(state, index, phrase, {}, [state.text.slice(phrase.start, phrase.end)])
      break
    case 'half':
      onHalf(state, index, phrase)
      break
    case 'appointment':
      onAppointment(state, index, phrase)
      break
    case 'walk-in':
      state.comment = null
      break
    case 'closed':
      onClosed(state)
      break
    case 'except':
      onExcept(state)
      break
    case 'unknown':
      leave(state, phrase)
      break
    default:
  }
}

/** Puts phrases together into clauses, from left to right. */
export function parseClauses(text: string, phrases: readonly Phrase[]): Said {
  const state: State = {
    text,
    phrases,
    clauses: [],
    leftovers: [],
    draft: newDraft(),
    scope: {},
    doubts: [],
    comment: null
  }
  for (const [index, phrase] of phrases.entries()) step(state, index, phrase)
  flush(state)
  return { clauses: state.clauses, leftovers: state.leftovers.map((one) => text.slice(one.start, one.end)) }
}
