import type { Phrase } from '../rule/phrase.ts'
import { addDays, type Draft, setHalf, withComment } from './draft.ts'
import { beside, besideAt, dropWalkIn, flush, isAfterSeparator, type State } from './parse-state.ts'

type Is<Kind extends Phrase['is']> = Extract<Phrase, { readonly is: Kind }>

const isFull = (draft: Draft): boolean => draft.entries.length > 0 && draft.targets.length > 0
const namesDays = (draft: Draft): boolean => draft.targets.some((target) => target.days !== null)

/** The phrase after some days and their half: their hours, or the next item of a list. */
function afterDays(state: State, index: number): Phrase | undefined {
  const at = besideAt(state, index, 1)
  const next = state.phrases[at]
  return next?.is === 'half' ? beside(state, at, 1) : next
}

const OWN: readonly Phrase['is'][] = ['times', 'colon', 'closed', 'appointment', 'scope']

/** Whether these days start a new clause. */
function beginsClause(state: State, index: number): boolean {
  const { draft } = state
  const before = beside(state, index, -1)
  if (isFull(draft)) return true
  if (!namesDays(draft)) return false
  if (draft.entries.length === 0 && !draft.closed && draft.comment === null) {
    // "mardi de 16h45, mercredi de 14h à 18h": the hours of Tuesday are incomplete, and those of Wednesday do
    // not apply to it.
    return draft.disturbed || before?.is === 'stop' || before?.is === 'close'
  }
  // "fermé le lundi matin et le mardi" continues the clause; "lundi fermé, mardi 9h-12h" does not.
  return before?.is === 'stop' || OWN.includes(afterDays(state, index)?.is ?? 'stop')
}

export function onDays(state: State, index: number, phrase: Pick<Is<'days'>, 'days' | 'nth'>): void {
  dropWalkIn(state)
  const { draft } = state
  const days = { days: phrase.days, nth: phrase.nth }
  if (draft.excepting && draft.entries.length === 0) {
    addDays(draft.excepted, days)
    return
  }
  if (beginsClause(state, index)) flush(state)
  else if (draft.entries.length > 0) draft.daysLast = true
  addDays(state.draft.targets, days)
}

export function onHalf(state: State, index: number, phrase: Is<'half'>): void {
  dropWalkIn(state)
  const { draft } = state
  if (draft.excepting) {
    setHalf(draft.excepted, phrase.half)
    return
  }
  if (draft.entries.length === 0) {
    setHalf(draft.targets, phrase.half)
    return
  }
  // "9h-12h le matin": the hours are more precise, unless a condition follows: "9h-12h, l'après-midi sur
  // rendez-vous".
  const sides = [beside(state, index, 1), beside(state, index, -1)]
  if (!sides.some((side) => side?.is === 'appointment' || side?.is === 'closed')) return
  // After a full stop it belongs to other days, which may follow.
  const inherited = beside(state, index, -1)?.is === 'stop' ? [] : draft.targets
  const targets = inherited.map((target) => ({ ...target, half: phrase.half }))
  flush(state)
  if (targets.length > 0) state.draft.targets = targets
  else setHalf(state.draft.targets, phrase.half)
}

/** Whether these hours come before their days, after a clause that is already complete. */
function beginsDaysLast(state: State, index: number): boolean {
  const at = besideAt(state, index, 1)
  const days = state.phrases[at]
  if (!isFull(state.draft) || days?.is !== 'days' || !isAfterSeparator(state, index)) return false
  const after = afterDays(state, at)
  return after === undefined || (after.is !== 'times' && after.is !== 'colon')
}

function opensBracket(state: State, index: number): boolean {
  const at = besideAt(state, index, -1)
  return (
    state.phrases[at]?.is === 'open' ||
    (state.phrases[at]?.is === 'and' && beside(state, at, -1)?.is === 'open')
  )
}

export function onTimes(state: State, index: number, phrase: Is<'times'>): void {
  const { draft } = state
  const afterClosed = draft.closed && !draft.instead && isAfterSeparator(state, index)
  // "9h-12h (+ 14h-17h le 1er samedi)": hours in brackets with days of their own.
  const bracketed =
    draft.entries.length > 0 && opensBracket(state, index) && beside(state, index, 1)?.is === 'days'
  if (bracketed || draft.daysLast || afterClosed || beginsDaysLast(state, index)) flush(state)
  state.draft.excepting = false
  state.draft.lastAdded = phrase.spans.length
  state.draft.entries.push(...withComment(phrase.spans, state.comment ?? state.draft.comment))
}
