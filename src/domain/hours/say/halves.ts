import { type DayRank, FRENCH_DAYS, WEEK } from '../reading.ts'
import type { Phrase } from '../rule/phrase.ts'
import { isInHalf } from './clause.ts'
import { afterDays, OWN } from './days.ts'
import { newDraft, setHalf } from './draft.ts'
import {
  beside,
  besideAt,
  dropWalkIn,
  flush,
  isAfterSeparator,
  leave,
  type State,
  withHalfOf
} from './parse-state.ts'

type Is<Kind extends Phrase['is']> = Extract<Phrase, { readonly is: Kind }>

/** The index after an exception in brackets that begins here: "après-midi (sauf vendredi) : 14h-17h". */
function afterException(state: State, index: number): number {
  if (state.phrases[index]?.is !== 'open' || beside(state, index, 1)?.is !== 'except') return index
  const close = state.phrases.findIndex((phrase, at) => at > index && phrase.is === 'close')
  return close > 0 ? besideAt(state, close, 1) : index
}

/**
 * Whether new hours begin with this half of the day. In "lundi : matin 9h-12h ; après-midi 14h-17h", they are for the
 * same days, unless other days follow ("l'après-midi 14h-17h le lundi").
 */
function beginsHalf(state: State, index: number, { half }: Is<'half'>): boolean {
  let at = afterException(state, besideAt(state, index, 1))
  if (state.phrases[at]?.is === 'colon') at = besideAt(state, at, 1)
  const times = state.phrases[at]
  if (times?.is !== 'times' || !times.spans.every((span) => isInHalf(span, half))) return false
  if (!isAfterSeparator(state, index) && !state.draft.targets.some((target) => target.half !== null))
    return false
  const after = besideAt(state, at, 1)
  // "après-midi 14h-18h samedi : 10h-12h": Saturday has hours of its own.
  const isOfDaysBehind =
    state.phrases[after]?.is === 'days' && ![...OWN, 'half'].includes(afterDays(state, after)?.is ?? 'stop')
  const targets = isOfDaysBehind ? [] : state.draft.targets.map((target) => ({ ...target, half }))
  flush(state)
  state.draft.targets = targets.length > 0 ? targets : [{ days: null, half }]
  return true
}

/**
 * "lundi au vendredi matin 9h-12h sauf jeudi, après-midi 14h-17h": the exception is from the morning, and the afternoon
 * is of all days. Without "matin", it is unclear what is excepted.
 */
function resumesAfterException(state: State, index: number, { start, end, half }: Is<'half'>): boolean {
  const { draft, clauses } = state
  const after = beside(state, index, 1)?.is
  const isException = draft.closed && draft.instead && draft.targets.length > 0 && draft.entries.length === 0
  if (!isException || !isAfterSeparator(state, index) || (after !== 'times' && after !== 'colon'))
    return false
  const targets = clauses.at(-1)?.targets ?? []
  if (targets.length === 0 || targets.some((target) => target.days === null || target.half === null)) {
    leave(state, { start: draft.start, end }, WEEK)
    state.draft = { ...newDraft(), scope: state.scope, start }
  } else {
    draft.targets = [...withHalfOf(targets, draft.targets)]
    flush(state)
    state.draft.targets = targets.map((target) => ({ ...target, half }))
  }
  return true
}

/** "sauf le week-end et le mercredi après-midi": the half may belong to the last day only. */
function leaveFirstDays(state: State, index: number, { end }: Is<'half'>): void {
  const list = state.phrases[index - 1]
  if (list?.is !== 'days' || list.nth !== null) return
  const words = state.text.slice(list.start, list.end)
  const first = list.days.filter((day) => !lastDay(words, day))
  if (/\b(?:et|puis|,) (?:le|la|les) /i.test(words) && first.length < list.days.length)
    leave(state, { start: list.start, end }, first)
}

const lastDay = (words: string, day: DayRank): boolean =>
  new RegExp(`${FRENCH_DAYS[day].slice(0, 3)}\\p{L}*\\.?$`, 'iu').test(words)

export function onHalf(state: State, index: number, phrase: Is<'half'>): void {
  dropWalkIn(state)
  const { draft } = state
  if (draft.excepting) {
    leaveFirstDays(state, index, phrase)
    setHalf(draft.excepted, phrase.half)
    return
  }
  if (resumesAfterException(state, index, phrase)) return
  if (draft.entries.length === 0) {
    if (draft.closed) leaveFirstDays(state, index, phrase)
    setHalf(draft.targets, phrase.half)
    return
  }
  if (beginsHalf(state, index, phrase)) return
  // "9h-12h le matin": the hours are more precise than the half, which is ignored unless a condition stands beside
  // it: "9h-12h, l'après-midi sur rendez-vous".
  const next = besideAt(state, index, 1)
  const after = state.phrases[next]?.is === 'colon' ? beside(state, next, 1) : state.phrases[next]
  const sides = [after, beside(state, index, -1)]
  if (!sides.some((side) => side?.is === 'appointment' || side?.is === 'closed')) return
  // After a full stop, the half belongs to other days, which may follow.
  const inherited = beside(state, index, -1)?.is === 'stop' ? [] : draft.targets
  const targets = inherited.map((target) => ({ ...target, half: phrase.half }))
  flush(state)
  if (targets.length > 0) state.draft.targets = targets
  else setHalf(state.draft.targets, phrase.half)
}
