import { WEEK } from '../reading.ts'
import type { Phrase } from '../rule/phrase.ts'
import { appointmentHoursAt, halfExceptionAt, otherEndAt } from './brackets.ts'
import { NOON, type ParsedHours } from './clause.ts'
import { asideAt, onClosed, onExcept } from './closed.ts'
import { onAppointment, onCondition, onWalkIn } from './conditions.ts'
import { onDays, onTimes } from './days.ts'
import { hasScope, newDraft, saysNothing } from './draft.ts'
import { onHalf } from './halves.ts'
import { headingsOf } from './headings.ts'
import { beside, besideAt, flush, isAfterSeparator, leave, newState, type State } from './parse-state.ts'
import { reopenedAt } from './reopens.ts'
import { daysNamed, touchedDays } from './touched.ts'

const CONTENT: readonly Phrase['is'][] = [
  'days',
  'times',
  'half',
  'scope',
  'doubt',
  'appointment',
  'walk-in',
  'closed',
  'except',
  'same',
  'other-days',
  'by-phone'
]

/** Reports unknown words. They may say what the days before them are really about. */
function onUnknown(state: State, phrase: Phrase): void {
  const { draft } = state
  leave(state, phrase)
  if (draft.targets.length === 0 || draft.entries.length > 0) return
  draft.disturbed = true
  // "mercredi : fermé AM": "AM" may mean the morning or, in French, "après-midi".
  if (draft.closed && /^am$/i.test(state.text.slice(phrase.start, phrase.end))) draft.doubts.push('AM')
  // "du lundi au vendredit": if the end of a range was not read, its beginning alone would be wrong.
  if (/^(?:à|a|au|u|ou)$/i.test(state.text.slice(phrase.start, phrase.end))) {
    leave(state, { start: draft.start, end: phrase.end })
    draft.targets = []
  }
}

/** "(fermeture variable)": a closing in brackets without a time does not close the days after it. */
function endBracket(state: State): void {
  const { draft } = state
  if (!draft.closed || draft.entries.length > 0 || draft.targets.length > 0 || hasScope(draft.scope)) return
  leave(state, draft)
  state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
}

/** "mardi idem": these days have the same hours as the statement before. */
function onSame(state: State, phrase: Phrase): void {
  const { draft } = state
  const last = state.clauses.at(-1)
  const hasDays = draft.targets.some((target) => target.days !== null)
  if (!hasDays || draft.entries.length > 0 || !last || last.entries.length === 0)
    return void onUnknown(state, phrase)
  draft.entries.push(...last.entries)
  draft.scope = { ...last.scope, ...draft.scope }
  draft.doubts.push(...last.doubts)
}

/**
 * "lundi 9h-12h, les autres jours 14h-17h": the days that were not named so far. Sunday is probably not meant, so the
 * hours are certain on none of these days.
 */
function onOtherDays(state: State, index: number, phrase: Phrase): void {
  const targets = [...state.clauses.flatMap((clause) => clause.targets), ...state.draft.targets]
  const named = targets.flatMap(({ days }) => days?.days ?? [])
  const others = WEEK.filter((day) => !named.includes(day))
  const next = besideAt(state, index, 1)
  const after = state.phrases[next]?.is === 'colon' ? beside(state, next, 1) : state.phrases[next]
  const isSaid = after !== undefined && ['times', 'half', 'closed', 'appointment'].includes(after.is)
  if (named.length === 0 || others.length === 0 || !isSaid) return void onUnknown(state, phrase)
  onDays(state, index, { days: others, nth: null })
  if (after?.is !== 'closed') state.draft.doubts.push(state.text.slice(phrase.start, phrase.end))
}

/** "Par téléphone 9h-17h ; sur place le mardi 14h-17h": hours for phone calls are not opening hours. */
function onWay(state: State, index: number, phrase: Phrase): void {
  const before = beside(state, index, -1)
  const begins = saysNothing(state.draft) || before === undefined || before.is === 'stop'
  if (begins || isAfterSeparator(state, index)) flush(state)
  if (phrase.is !== 'by-phone') return
  state.draft.byPhone = true
  state.draft.start = phrase.start
  state.draft.end = phrase.end
}

/** "Fermé le midi" says nothing new beside "9h-12h, 14h-17h", but makes "9h-17h" uncertain. */
function leaveLunches(state: State): void {
  const acrossNoon = state.clauses.some(({ entries }) =>
    entries.some(({ from, to }) => from < NOON && to > NOON + 60)
  )
  if (acrossNoon)
    for (const lunch of state.lunches) state.leftovers.push({ start: lunch.start, end: lunch.end })
}

/** The hours under one of several headings are uncertain. */
function onHeading(state: State, from: number, to: number): void {
  const [first, last] = [state.phrases[from], state.phrases[to]]
  if (!first || !last) return
  if (state.draft.start >= 0) flush(state)
  leave(state, { start: first.start, end: last.end })
  state.doubts = [state.text.slice(first.start, last.end)]
  state.draft = { ...newDraft(), scope: state.scope, doubts: [...state.doubts] }
}

function say(state: State, index: number, phrase: Phrase): void {
  switch (phrase.is) {
    case 'days':
      return void onDays(state, index, phrase)
    case 'times':
      return void onTimes(state, index, phrase)
    case 'half':
      return void onHalf(state, index, phrase)
    case 'scope':
      return void onCondition(state, index, phrase, { scope: phrase.scope, doubts: [] })
    case 'doubt':
      if (phrase.days) onDays(state, index, { days: phrase.days, nth: null })
      if (phrase.half) onHalf(state, index, { ...phrase, is: 'half', half: phrase.half })
      return void onCondition(state, index, phrase, {
        // "vacances de Noël": these are school holidays, but which ones remains a doubt.
        scope: /vacances/i.test(state.text.slice(phrase.start, phrase.end)) ? { school: 'in' } : {},
        doubts: [state.text.slice(phrase.start, phrase.end)]
      })
    case 'appointment':
      return void onAppointment(state, index, phrase)
    case 'walk-in':
      return void onWalkIn(state, index, phrase)
    case 'closed':
      return void onClosed(state, index)
    case 'except':
      return void onExcept(state, index)
    case 'otherwise':
      flush(state)
      state.scope = {}
      state.doubts = []
      state.comment = null
      state.draft = newDraft()
      return
    case 'same':
      return void onSame(state, phrase)
    case 'lunch':
      return void state.lunches.push(phrase)
    case 'other-days':
      return void onOtherDays(state, index, phrase)
    case 'by-phone':
    case 'in-person':
      return void onWay(state, index, phrase)
    case 'exceptional':
      state.draft.exceptional = true
      return
    case 'neutral':
      // "Dimanche : fermé - Ouvert les jours fériés": "Ouvert" begins a new statement.
      if (state.draft.closed && /^ouver/i.test(state.text.slice(phrase.start, phrase.end))) flush(state)
      return
    case 'close':
      return void endBracket(state)
    case 'cut':
      return void leave(state, phrase)
    case 'unknown':
      return void onUnknown(state, phrase)
    default:
  }
}

function step(state: State, index: number, phrase: Phrase): void {
  say(state, index, phrase)
  if (!CONTENT.includes(phrase.is)) return
  if (state.draft.start < 0) state.draft.start = phrase.start
  state.draft.end = phrase.end
  state.understood = phrase.end
}

/** Combines phrases into clauses, from left to right. */
export function parseClauses(text: string, phrases: readonly Phrase[]): ParsedHours {
  const state = newState(text, phrases)
  const headings = headingsOf(text, phrases)
  for (let index = 0; index < phrases.length; index++) {
    const phrase = phrases[index]
    const heading = headings.get(index)
    if (heading) {
      onHeading(state, heading.from, heading.to)
      index = heading.to
      continue
    }
    const aside =
      asideAt(state, index) ||
      otherEndAt(state, index) ||
      appointmentHoursAt(state, index) ||
      halfExceptionAt(state, index) ||
      reopenedAt(state, index)
    if (aside > 0) index = aside
    else if (phrase) step(state, index, phrase)
  }
  flush(state)
  leaveLunches(state)
  const leftovers = [...state.leftovers].sort((a, b) => a.start - b.start)
  return {
    clauses: state.clauses,
    leftovers: leftovers.map((one) => ({
      words: text.slice(one.start, one.end),
      touches: one.touches ?? touchedDays(state, one),
      names: daysNamed(state, one)
    })),
    aboutHours: phrases.some((phrase) => phrase.is !== 'walk-in' && CONTENT.includes(phrase.is))
  }
}
