import type { Phrase } from '../rule/phrase.ts'
import { EMPTY_CLAUSE, isInHalf } from './clause.ts'
import { isClosing, saysNothing } from './draft.ts'
import { beside, besideAt, flush, isAfterSeparator, leave, type State } from './parse-state.ts'

/** Whether "fermé" only means the afternoon of the same day, which has no hours: "Lundi : 9h-12h / fermé". */
function closesRestOfDay(state: State, index: number): boolean {
  const { draft } = state
  const before = beside(state, index, -1)
  const next = beside(state, index, 1)?.is
  const isStroke = before?.is === 'pause' && state.text.charAt(before.start) === '/'
  const at = besideAt(state, index, 1)
  // "MARDI 08H30 12H00 FERME MERCREDI 08H30 12H00": a row of columns, in which the next day has hours of its own.
  const isRow =
    before?.is === 'times' &&
    next === 'days' &&
    ['times', 'colon', 'closed'].includes(beside(state, at, 1)?.is ?? 'stop')
  const isMorning = draft.entries.length > 0 && draft.entries.every((span) => isInHalf(span, 'am'))
  if (!isMorning || draft.targets.length === 0) return false
  return isRow || (isStroke && (next === undefined || next === 'stop'))
}

export function onClosed(state: State, index: number): void {
  const { draft, text, phrases } = state
  const next = beside(state, index, 1)?.is
  const phrase = phrases[index]
  if (phrase && /^ ?(?:à|a|dès|vers) ?\d/i.test(text.slice(phrase.end, phrase.end + 6))) {
    // "fermeture à 17h pendant les vacances": the place closes earlier, it is not closed.
    leave(state, phrase)
    return
  }
  if (closesRestOfDay(state, index)) return
  // "mercredi : fermé / fermé": the second "fermé" adds nothing.
  const isAgain = draft.closed && draft.entries.length === 0 && beside(state, index, -1)?.is === 'pause'
  if (isAgain && phrases[index - 2]?.is === 'closed') return
  // "mercredi uniquement sur rdv, fermé au public": closed without an appointment, which is already known.
  if (draft.comment !== null && (next === undefined || next === 'stop' || next === 'close')) return
  const wasClosed = draft.closed && (draft.targets.length > 0 || isClosing(draft))
  // "9h-17h (fermé entre 12h et 14h)", "mardi 9h-17h, fermé de 12h à 14h": the closing is part of the same days, if
  // it is in brackets or no other days were named before.
  const isOwn = beside(state, index, -1)?.is === 'open' || state.clauses.length === 0
  const targets = next === 'times' && isOwn && draft.entries.length > 0 && !draft.closed ? draft.targets : []
  if (draft.entries.length > 0 || draft.comment !== null || wasClosed) flush(state)
  state.draft.closed = true
  if (targets.length > 0) state.draft.targets = [...targets]
}

/**
 * "tous les jours sauf lundi 9h-12h": hours after the exception belong to the days before it. If the hours come
 * before the exception, it changes them.
 */
export function onExcept(state: State, index: number): void {
  const { draft } = state
  if (
    draft.entries.length === 0 &&
    (draft.targets.length > 0 || draft.comment !== null || state.clauses.length === 0)
  ) {
    draft.excepting = true
    return
  }
  // "lundi 9h-12h, samedi 9h-12h sauf en août": the exception applies to Saturday only. After a pause, it
  // applies to all days.
  const own =
    !isAfterSeparator(state, index) && beside(state, index, 1)?.is === 'scope' && draft.targets.length > 0
  const targets =
    own && draft.targets.every(({ days, half }) => days !== null && half === null) ? draft.targets : []
  flush(state)
  state.draft.closed = true
  state.draft.instead = true
  state.draft.targets = [...targets]
}

const LONGEST_ASIDE = 8
const SMALL: readonly Phrase['is'][] = ['neutral', 'only', 'colon', 'pause']

/**
 * "(fermé le matin)", "(sur RDV l'après-midi)": a remark about half of the surrounding days, whose statement
 * continues after it. Returns the index of the closing bracket, or 0 if the bracket contains something else.
 */
export function asideAt(state: State, index: number): number {
  if (state.phrases[index]?.is !== 'open') return 0
  const near = state.phrases.slice(index, index + LONGEST_ASIDE)
  const length = near.findIndex((phrase) => phrase.is === 'close')
  const words = near.slice(1, Math.max(length, 1)).filter((phrase) => !SMALL.includes(phrase.is))
  const half = words.find((phrase) => phrase.is === 'half')
  const closed = words.some((phrase) => phrase.is === 'closed')
  const appointment = words.find((phrase) => phrase.is === 'appointment')
  if (words.length !== 2 || !half || (!closed && !appointment)) return 0
  const named = saysNothing(state.draft) ? [{ days: null }] : state.draft.targets
  state.clauses.push({
    ...EMPTY_CLAUSE,
    targets: named.map(({ days }) => ({ days, half: half.half })),
    closed,
    comment: appointment?.words ?? null
  })
  return index + length
}
