import type { Phrase } from '../rule/phrase.ts'
import { type Clause, EMPTY_CLAUSE, type Entry, type Target } from './clause.ts'
import { hasScope, toClause } from './draft.ts'
import { besideAt, flush, type State, withHalfOf } from './parse-state.ts'

const LONGEST = 8
const SMALL: readonly Phrase['is'][] = ['neutral', 'only', 'colon', 'pause']
const CLOCK = /^(?:jusqu'(?:à|a)|à|fermeture à)? ?(\d{1,2}) ?(?:h|:) ?([0-5]\d)?$/i

/** The ranges, with the time in `words` as the end of the last range; null if it cannot be the end. */
function ending(entries: readonly Entry[], words: string): readonly Entry[] | null {
  const found = CLOCK.exec(words.trim())
  const last = entries.at(-1)
  if (!found || !last) return null
  const to = Number(found[1]) * 60 + Number(found[2] ?? 0)
  return to > last.from && to <= 24 * 60 ? [...entries.slice(0, -1), { ...last, to }] : null
}

const daysIn = (targets: readonly Target[]): readonly number[] =>
  targets.flatMap(({ days }) => days?.days ?? [])

/**
 * "13h30-17h30 (17h le mercredi)", "(17h pendant les vacances)": a single time in brackets is another end for the
 * last hours, on a day or in a period. ", fermeture à 17h pendant les vacances" has this meaning without brackets.
 * Returns the index of the last phrase of this remark, or 0 if it is something else.
 */
export function otherEndAt(state: State, index: number): number {
  const is = state.phrases[index]?.is
  if (is !== 'open' && is !== 'closed') return 0
  const near = state.phrases.slice(index, index + LONGEST)
  const length = is === 'open' ? near.findIndex((phrase) => phrase.is === 'close') : sentenceLength(near)
  const from = is === 'open' ? 1 : 0
  const words = near.slice(from, Math.max(length, from)).filter((phrase) => !SMALL.includes(phrase.is))
  const when = words.filter((phrase) => phrase.is === 'days' || phrase.is === 'scope')
  const clock = words.filter((phrase) => phrase.is === 'unknown' || phrase.is === 'closed')
  const [first, last] = [clock[0], clock.at(-1)]
  const [only] = when
  if (!first || !last || !only || when.length > 1 || words.length !== clock.length + 1) return 0
  const { draft } = state
  const entries = ending(draft.entries, state.text.slice(first.start, last.end))
  const known = daysIn(draft.targets)
  // If other statements give hours for the same days, those hours would be lost.
  const to = entries?.at(-1)?.to ?? 0
  const elsewhere = state.clauses.some(
    (clause) =>
      daysIn(clause.targets).some((day) => known.includes(day)) ||
      // Without brackets, the new end may apply to the earlier statements as well.
      (is === 'closed' && clause.entries.some((entry) => entry.to > to))
  )
  if (!entries || known.length === 0 || hasScope(draft.scope) || elsewhere) return 0
  const changed = changedClause(toClause(draft), only, entries)
  if (changed === null) return 0
  flush(state)
  state.clauses.push(changed)
  return index + (is === 'open' ? length : length - 1)
}

/** The number of phrases before a full stop, semicolon or bracket. */
function sentenceLength(phrases: readonly Phrase[]): number {
  const end = phrases.findIndex(({ is }) => is === 'stop' || is === 'open' || is === 'close')
  return end < 0 ? phrases.length : end
}

function changedClause(base: Clause, when: Phrase, entries: readonly Entry[]): Clause | null {
  if (when.is === 'scope') return { ...base, entries, scope: when.scope, instead: true }
  if (when.is !== 'days' || when.nth !== null) return null
  const known = daysIn(base.targets)
  if (!when.days.every((day) => known.includes(day))) return null
  return { ...base, entries, targets: [{ days: { days: when.days, nth: null }, half: null }], instead: true }
}

/**
 * "matin : 9h-12h (sauf mercredi), après-midi : 14h-17h (sauf vendredi)": an exception in brackets is from the hours
 * before it, and the other half of the day may follow. Returns the index of the closing bracket, or 0 if the bracket
 * contains something else.
 */
export function halfExceptionAt(state: State, index: number): number {
  const { draft } = state
  if (state.phrases[index]?.is !== 'open' || draft.entries.length === 0 || draft.closed) return 0
  const near = state.phrases.slice(index, index + LONGEST)
  const length = near.findIndex((phrase) => phrase.is === 'close')
  const excepted = exceptedDays(near.slice(1, Math.max(length, 1)))
  const next = nextStatement(state, index + length)
  const { targets, entries, isSplit } = draft
  const isHalf = targets.length > 0 && targets.every(({ half }) => half !== null)
  const splits = next?.is === 'times' && targets.length > 0
  if (excepted.length === 0 || !(isHalf || isSplit || splits)) return 0
  flush(state)
  const closing = { ...EMPTY_CLAUSE, closed: true, scope: draft.scope }
  state.clauses.push(
    isHalf
      ? { ...closing, instead: true, targets: withHalfOf(targets, excepted) }
      : { ...closing, entries, targets: excepted }
  )
  const isNamed = targets.every(({ days }) => days !== null)
  if (isNamed && (splits || next?.is === 'half'))
    state.draft.targets = targets.map((target) => ({ ...target, half: null }))
  if (splits) state.draft.isSplit = true
  return index + length
}

/** The days of "sauf mercredi et vendredi"; empty if the phrases say something else. */
function exceptedDays(phrases: readonly Phrase[]): readonly Target[] {
  const [except, ...named] = phrases.filter(({ is }) => !SMALL.includes(is) && is !== 'and')
  const excepted = named.flatMap((phrase) =>
    phrase.is === 'days' ? [{ days: { days: phrase.days, nth: phrase.nth }, half: null }] : []
  )
  return except?.is === 'except' && excepted.length === named.length ? excepted : []
}

const LINKS: readonly Phrase['is'][] = ['pause', 'and', 'stop']

function nextStatement(state: State, index: number): Phrase | undefined {
  let next = besideAt(state, index, 1)
  while (LINKS.includes(state.phrases[next]?.is ?? 'close')) next = besideAt(state, next, 1)
  return state.phrases[next]
}

/**
 * "9h-12h (sur rendez-vous de 14h à 17h)": the same days have more hours, by appointment only. Returns the index of
 * the closing bracket, or 0 if the bracket contains something else.
 */
export function appointmentHoursAt(state: State, index: number): number {
  const { draft } = state
  if (state.phrases[index]?.is !== 'open' || draft.entries.length === 0 || draft.closed) return 0
  const near = state.phrases.slice(index, index + LONGEST)
  const length = near.findIndex((phrase) => phrase.is === 'close')
  const words = near.slice(1, Math.max(length, 1)).filter((phrase) => !SMALL.includes(phrase.is))
  const times = words.flatMap((phrase) => (phrase.is === 'times' ? phrase.spans : []))
  const appointment = words.find((phrase) => phrase.is === 'appointment')
  const isAll = words.every(({ is }) => is === 'times' || is === 'appointment' || is === 'half')
  if (!appointment || times.length === 0 || !isAll) return 0
  draft.entries = [...draft.entries, ...times.map((span) => ({ ...span, comment: appointment.words }))]
  return index + length
}
