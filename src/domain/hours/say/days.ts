import { WEEK } from '../reading.ts'
import type { Days, Phrase } from '../rule/phrase.ts'
import { isInHalf, type Target } from './clause.ts'
import { addDays, type Draft, hasScope, isClosing, newDraft, withComment } from './draft.ts'
import { holidaysBefore } from './holidays.ts'
import {
  beside,
  besideAt,
  dropWalkIn,
  flush,
  isAfterSeparator,
  leave,
  SEPARATORS,
  type State
} from './parse-state.ts'

type Is<Kind extends Phrase['is']> = Extract<Phrase, { readonly is: Kind }>

const isFull = (draft: Draft): boolean => draft.entries.length > 0 && draft.targets.length > 0
const namesDays = (draft: Draft): boolean => draft.targets.some((target) => target.days !== null)

/** The phrase after some days and their half: their hours, or the next item of a list. */
export function afterDays(state: State, index: number): Phrase | undefined {
  const at = besideAt(state, index, 1)
  const next = state.phrases[at]
  return next?.is === 'half' ? beside(state, at, 1) : next
}

export const OWN: readonly Phrase['is'][] = ['times', 'colon', 'closed', 'appointment', 'scope']

const SAID: readonly Phrase['is'][] = ['days', 'times', 'closed', 'appointment', 'scope']

/** "9h-12h lundi, 14h-17h mardi": if a text ends with days, all days in it follow their hours. */
const endsWithDays = (state: State): boolean =>
  state.phrases.findLast((phrase) => SAID.includes(phrase.is))?.is === 'days'

/** "Fermé en août. Du lundi au vendredi 9h-12h": the closing ends before the days. */
const followsClosing = (state: State, index: number): boolean => {
  const before = beside(state, index, -1)
  const { draft } = state
  // "Fermé. Lundi 9h-12h": what is closed is unknown.
  if (
    draft.closed &&
    !draft.instead &&
    before?.is === 'stop' &&
    draft.targets.length === 0 &&
    draft.entries.length === 0
  )
    return true
  return (
    isClosing(draft) &&
    (before?.is === 'stop' || (before?.is === 'pause' && OWN.includes(afterDays(state, index)?.is ?? 'stop')))
  )
}

/** "Dimanche (2e dimanche du mois uniquement)": the bracket limits the days before it. */
function narrowsBracket(state: State, index: number, { days, nth }: Days): boolean {
  if (nth === null) return false
  const { targets } = state.draft
  const last = targets.at(-1)
  const same = last?.days?.nth === null && String(last.days.days) === String(days)
  if (!last || !same || beside(state, index, -1)?.is !== 'open') return false
  // "(dernier lundi du mois : fermé)" says more about these days than when they apply.
  if (afterDays(state, index)?.is !== 'close') return false
  targets[targets.length - 1] = { ...last, days: { days, nth } }
  return true
}

/**
 * Whether a colon follows the days of a statement. If so, the days after it start a new statement: in "mercredi : la
 * journée / jeudi : 17h-21h", Thursday does not continue a list that begins with Wednesday.
 */
const hasColon = (state: State, start: number, end: number): boolean => {
  const next = state.phrases.find((phrase) => phrase.start >= end && phrase.is !== 'neutral')
  return start >= 0 && next?.is === 'colon'
}

/** Whether these days start a new clause. */
function beginsClause(state: State, index: number): boolean {
  const { draft } = state
  const before = beside(state, index, -1)
  if (followsClosing(state, index)) return true
  if (draft.entries.length > 0 && !namesDays(draft)) {
    // "le matin 9h-12h du lundi au vendredi": the days complete the hours. After a separator, days with their
    // own hours start a new statement: the earlier hours belong to a day that was not read ("merdredi 14h-18h ;
    // jeudi 9h-12h").
    const owns = ['times', 'colon'].includes(afterDays(state, index)?.is ?? 'stop')
    return isAfterSeparator(state, index) && owns && !endsWithDays(state)
  }
  if (isFull(draft)) return true
  if (!namesDays(draft)) return false
  if (draft.entries.length === 0 && !draft.closed && draft.comment === null) {
    // "mardi de 16h45, mercredi de 14h à 18h": the hours of Tuesday are incomplete, and those of Wednesday do
    // not apply to it.
    const headed = before?.is === 'pause' && hasColon(state, draft.start, draft.end)
    return headed || draft.disturbed || before?.is === 'stop' || before?.is === 'close'
  }
  // "fermé le lundi matin et le mardi" continues the clause; "lundi fermé, mardi 9h-12h" does not.
  return before?.is === 'stop' || OWN.includes(afterDays(state, index)?.is ?? 'stop')
}

/**
 * "(sauf juillet-août : vendredi seulement)": the place stays open on the days after the colon in this period.
 * Without "seulement", it is unclear what happens on these days. Returns whether the days were of this kind.
 */
function staysOpen(state: State, index: number, { days, nth }: Days): boolean {
  const { draft } = state
  const isOfPeriod = draft.closed && draft.instead && draft.entries.length === 0 && hasScope(draft.scope)
  const after = afterDays(state, index)?.is
  if (!isOfPeriod || beside(state, index, -1)?.is !== 'colon') return false
  if (after === 'times' || after === 'colon') {
    // "(sauf octobre : mardi 10h-12h)": the period has hours of its own, like a season.
    state.draft = { ...newDraft(), scope: draft.scope, doubts: draft.doubts }
    return false
  }
  const isOnly = [index - 1, index + 1].some((at) => state.phrases[at]?.is === 'only')
  if (isOnly && nth === null) {
    const others = WEEK.filter((day) => !days.includes(day))
    draft.targets = [{ days: { days: others, nth: null }, half: null }]
  } else {
    leave(state, { start: draft.start, end: state.phrases[index]?.end ?? draft.end })
    state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
  }
  return true
}

/**
 * "Accès libre sauf mardi matin : lundi au vendredi 9h-12h", "sauf août, mardi 9h-12h": the exception is complete, and
 * these are the days that it limits.
 */
function endsException(state: State, index: number): boolean {
  const { excepted, exceptedPeriods, targets } = state.draft
  const before = beside(state, index, -1)?.is
  if (targets.length > 0) return false
  if (before === 'colon') return excepted.length > 0 || exceptedPeriods.length > 0
  const after = afterDays(state, index)?.is
  return (
    before === 'pause' &&
    excepted.length === 0 &&
    exceptedPeriods.length > 0 &&
    (after === 'times' || after === 'colon')
  )
}

export function onDays(state: State, index: number, phrase: Days): void {
  dropWalkIn(state)
  if (staysOpen(state, index, phrase)) return
  const { draft } = state
  const days = { days: phrase.days, nth: phrase.nth, ...(phrase.others && { others: phrase.others }) }
  if (narrowsBracket(state, index, days)) return
  if (draft.excepting && endsException(state, index)) draft.excepting = false
  if (draft.excepting && draft.entries.length === 0) {
    addDays(draft.excepted, days)
    return
  }
  // "du lundi au vendredi, jours ouvrables": the days are already named.
  if (phrase.working && namesDays(draft)) {
    draft.scope = { ...draft.scope, publicHolidays: 'out' }
    return
  }
  if (beginsClause(state, index)) flush(state)
  else if (draft.entries.length > 0) draft.daysLast = true
  const also = holidaysBefore(state, index)
  if (phrase.working) state.draft.scope = { ...state.draft.scope, publicHolidays: 'out' }
  addDays(state.draft.targets, also.length > 0 ? { ...days, also } : days)
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

/** Whether "fermé" means the morning, and the hours after it the afternoon: "Mardi : fermé / 14h-17h". */
function closesMorning(state: State, index: number, { spans }: Is<'times'>): boolean {
  const at = besideAt(state, index, -1)
  const isNext = state.phrases[at]?.is === 'pause' && beside(state, at, -1)?.is === 'closed'
  const isWhole =
    state.draft.closed && !state.draft.instead && state.draft.targets.every(({ half }) => half === null)
  return (
    isNext && isWhole && beside(state, index, 1)?.is !== 'days' && spans.every((span) => isInHalf(span, 'pm'))
  )
}

/**
 * The days to which hours after a closed half-day apply: in "Mardi : fermé le matin / 13h45-17h30", Tuesday
 * afternoon. Empty if no half-day was closed.
 */
function restOfClosedHalf(state: State, index: number, phrase: Is<'times'>): readonly Target[] {
  const { draft } = state
  const named = draft.targets.length > 0 && draft.targets.every(({ days }) => days !== null)
  if (named && closesMorning(state, index, phrase))
    draft.targets = draft.targets.map((target) => ({ ...target, half: 'am' }))
  const halfClosed = named && draft.targets.every(({ half }) => half !== null)
  if (!draft.closed || draft.instead || !halfClosed || beside(state, index, -1)?.is === 'stop') return []
  return draft.targets.map((target) => ({ ...target, half: target.half === 'am' ? 'pm' : 'am' }))
}

/**
 * Whether these hours are for the same days in another period, if each period comes after its hours: "mercredi
 * 14h-17h hors vacances, 10h-12h en vacances".
 */
function beginsAnotherPeriod(state: State, index: number): boolean {
  const { draft } = state
  const hasOwn =
    (hasScope(draft.scope) && draft.scope !== state.scope) || draft.doubts.length > state.doubts.length
  let at = besideAt(state, index, 1)
  if (state.phrases[at]?.is === 'open') at = besideAt(state, at, 1)
  const after = state.phrases[at]?.is
  return isFull(draft) && !draft.closed && hasOwn && (after === 'scope' || after === 'doubt')
}

/**
 * "9h-18h (10h-16h pendant les vacances)": the same days have other hours in the period of the bracket. Weeks such as
 * "semaine paire" are not handled here, because they limit the days instead.
 */
function opensPeriodInBracket(state: State, index: number): boolean {
  const at = besideAt(state, index, 1)
  const period = state.phrases[at]
  if (!isFull(state.draft) || state.draft.closed || beside(state, index, -1)?.is !== 'open') return false
  return period?.is === 'scope' && !period.scope.weeks && beside(state, at, 1)?.is === 'close'
}

/**
 * Whether these hours may belong to another day or subject, because an unknown word stands between them and the
 * separator: "me 14h-18h ; s 10h-12h".
 */
function isOfUnreadDay(state: State, index: number): boolean {
  let at = besideAt(state, index, -1)
  if (state.phrases[at]?.is === 'colon') at = besideAt(state, at, -1)
  const from = at
  while (state.phrases[at]?.is === 'unknown') at--
  return at < from && isFull(state.draft) && SEPARATORS.includes(state.phrases[at]?.is ?? 'stop')
}

export function onTimes(state: State, index: number, phrase: Is<'times'>): void {
  const { draft } = state
  const afterClosed = draft.closed && !draft.instead && isAfterSeparator(state, index)
  // "9h-12h (+ 14h-17h le 1er samedi)": the hours in brackets have their own days. "fermé mardi : 9h-12h"
  // either closes the day during these hours, or is two statements.
  const isClosing = draft.closed && !draft.instead && draft.targets.length > 0
  if (isClosing && beside(state, index, -1)?.is === 'colon')
    leave(state, { start: draft.start, end: phrase.end })
  const isRow =
    state.phrases[index - 1]?.is === 'closed' &&
    state.phrases[index - 2]?.is === 'days' &&
    /\d/.test(state.text.charAt(phrase.start))
  // "LUNDI FERME 14H00 18H00": the hours may be those of the closing or of the afternoon.
  if (isClosing && isRow && draft.entries.length === 0) {
    leave(
      state,
      { start: draft.start, end: phrase.end },
      draft.targets.flatMap(({ days }) => days?.days ?? WEEK)
    )
    state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
    return
  }
  const rest = restOfClosedHalf(state, index, phrase)
  const bracketed =
    draft.entries.length > 0 && opensBracket(state, index) && beside(state, index, 1)?.is === 'days'
  const ofBracketedPeriod = opensPeriodInBracket(state, index)
  const ofAnotherPeriod = beginsAnotherPeriod(state, index)
  const ofUnreadDay = isOfUnreadDay(state, index)
  if (
    bracketed ||
    ofBracketedPeriod ||
    draft.daysLast ||
    ofAnotherPeriod ||
    ofUnreadDay ||
    afterClosed ||
    beginsDaysLast(state, index)
  )
    flush(state)
  if (rest.length > 0) state.draft.targets = [...rest]
  if (ofAnotherPeriod || ofBracketedPeriod) state.draft.targets = [...draft.targets]
  if (ofBracketedPeriod) state.draft.instead = true
  state.draft.excepting = false
  state.draft.lastAdded = phrase.spans.length
  state.draft.entries.push(...withComment(phrase.spans, state.comment ?? state.draft.comment))
}
