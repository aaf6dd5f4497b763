import type { Phrase } from '../rule/phrase.ts'
import { EMPTY_CLAUSE } from './clause.ts'
import { isClosing, saysNothing } from './draft.ts'
import { beside, flush, isAfterSeparator, type State } from './parse-state.ts'

export function onClosed(state: State, index: number): void {
  const { draft } = state
  const next = beside(state, index, 1)?.is
  // "mercredi uniquement sur rdv, fermé au public": closed without an appointment, which is already known.
  if (draft.comment !== null && (next === undefined || next === 'stop' || next === 'close')) return
  const wasClosed = draft.closed && (draft.targets.length > 0 || isClosing(draft))
  if (draft.entries.length > 0 || draft.comment !== null || wasClosed) flush(state)
  state.draft.closed = true
}

/**
 * "tous les jours sauf lundi 9h-12h": the hours that follow belong to the days before; after hours, the
 * exception changes them.
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
 * "(fermé le matin)", "(sur RDV l'après-midi)": a remark about the surrounding days, which continue. Returns
 * the index of its end, or 0.
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
