import type { Phrase, Scope } from '../rule/phrase.ts'
import { type Draft, isClosing, newDraft, saysNothing, withComment } from './draft.ts'
import { listHolidays } from './holidays.ts'
import { beside, besideAt, dropWalkIn, flush, isAfterSeparator, leave, type State } from './parse-state.ts'

type Condition = { readonly scope: Scope; readonly doubts: readonly string[] }

const LED: readonly Phrase['is'][] = ['colon', 'times', 'days', 'appointment', 'closed', 'half']

const add = <T extends { readonly scope: Scope; readonly doubts: readonly string[] }>(
  to: T,
  one: Condition
): T => ({
  ...to,
  scope: { ...to.scope, ...one.scope },
  doubts: [...to.doubts, ...one.doubts]
})

const isOneDay = ({ dates }: Scope): boolean => dates !== undefined && !/[^ ]-/.test(dates)

/**
 * Applies a condition that stands before its hours. It holds until the next such condition, unless it is a single day:
 * "Vendredi saint 9h-12h ; mardi 9h-12h".
 */
function head(state: State, draft: Draft, condition: Condition): void {
  state.scope = isOneDay(condition.scope) ? {} : condition.scope
  state.doubts = condition.doubts
  state.draft = { ...draft, scope: condition.scope, doubts: [...condition.doubts] }
}

const isException = (draft: Draft): boolean => draft.excepting || draft.closed || draft.instead

/** "sauf dimanche et jours fériés": the hours apply outside the holidays. */
function exceptCondition(state: State, scope: Scope): boolean {
  const { draft } = state
  const isListed = draft.excepted.length > 0 || draft.exceptedPeriods.length > 0
  if (!draft.excepting || !isListed || (!scope.school && !scope.publicHolidays)) return false
  draft.scope = {
    ...draft.scope,
    ...(scope.school && { school: 'out' }),
    ...(scope.publicHolidays && { publicHolidays: 'out' })
  }
  return true
}

/** Whether the period is excepted like the period before it: "sauf les jours fériés et le 1er mai". */
function isExceptedToo(state: State, index: number): boolean {
  const at = besideAt(state, index, -1)
  const first = beside(state, at, -1)
  if (state.phrases[at]?.is !== 'and' || first?.is !== 'scope') return false
  const after = beside(state, index, 1)?.is
  if (state.draft.entries.length > 0 && (after === 'times' || after === 'colon')) return false
  return first.scope.publicHolidays === 'out' || first.scope.school === 'out'
}

/** "tous les jours sauf le mardi et le 1er mai de 10h à 18h": closed in that period, open in the others. */
function exceptPeriod(state: State, index: number, phrase: Phrase, scope: Scope): boolean {
  const { draft } = state
  const isPeriod = scope.months !== undefined || scope.dates !== undefined || scope.weeks !== undefined
  const isExcepting = (draft.excepting && draft.entries.length === 0) || isExceptedToo(state, index)
  if (!isPeriod || !isExcepting || draft.closed) return false
  const before = beside(state, index, -1)
  // "sauf le lundi, le 1er mai et le 25 décembre": a date in a list is an exception like the others.
  const isDate = before?.is === 'pause' && scope.dates !== undefined && !scope.dates.includes('-')
  // "sauf le mardi d'avril à octobre", "sauf le mardi, en avril": the period may belong to the hours instead.
  const isOfHours = draft.excepted.length > 0 && before?.is !== 'and' && !isDate
  if (isOfHours || before?.is === 'scope') leave(state, phrase)
  else draft.exceptedPeriods.push(scope)
  return true
}

/**
 * "fermé le dimanche et les jours fériés", "fermé en mai et du 1er au 15 août": each item of the list becomes a
 * closed period of its own.
 */
function closeOnToo(state: State, before: Phrase | undefined, scope: Scope): boolean {
  const { draft } = state
  const listed = before?.is === 'and' || before?.is === 'pause'
  const another = Object.keys(draft.scope).length > 0 || draft.targets.length > 0
  if (!draft.closed || draft.entries.length > 0 || !listed || !another) return false
  flush(state)
  state.draft = { ...state.draft, closed: true, instead: draft.instead, scope }
  return true
}

/** "mercredi 9h-12h ; (semaines impaires) vendredi 14h-17h": the bracket applies to the days after it. */
function headsNextDays(state: State, index: number): boolean {
  const open = besideAt(state, index, -1)
  const close = besideAt(state, index, 1)
  if (state.phrases[open]?.is !== 'open' || state.phrases[close]?.is !== 'close') return false
  return beside(state, open, -1)?.is === 'stop' && beside(state, close, 1)?.is === 'days'
}

/** Whether "et" stands between this statement and the one before. */
const isJoined = ({ draft, phrases, stretches }: State): boolean => {
  const last = stretches.at(-1)
  const first = phrases.findLastIndex((phrase) => phrase.end <= draft.start && phrase.is !== 'neutral')
  return last !== undefined && draft.targets.length > 0 && phrases[first]?.is === 'and'
}

/**
 * "lundi au vendredi 9h-17h sauf vacances 10h-16h", "9h-18h pendant les vacances 10h-16h": the hours right after the
 * period apply to the same days during this period. Otherwise they would overlap the hours before the period. Returns
 * false if the period comes after its own hours: "9h-12h hors vacances, 9h-13h en vacances".
 */
function beginsOwnHours(state: State, index: number, scope: Scope): boolean {
  const { draft } = state
  let at = besideAt(state, index, 1)
  if (state.phrases[at]?.is === 'colon') at = besideAt(state, at, 1)
  const times = state.phrases[at]
  const isOwn = draft.entries.length > 0 && draft.targets.length > 0 && !isException(draft) && !draft.daysLast
  if (!isOwn || times?.is !== 'times' || isAfterSeparator(state, index)) return false
  if (beside(state, at, 1)?.is === 'scope' || beside(state, at, 1)?.is === 'days') return false
  const period = periodOf(scope)
  const isOutside = scope.school === 'out' || scope.publicHolidays === 'out'
  const overlaps = times.spans.some(({ from, to }) =>
    draft.entries.some((entry) => from < entry.to && entry.from < to)
  )
  if (period === null || !(isOutside || overlaps)) return false
  const targets = [...draft.targets]
  flush(state)
  state.draft = { ...state.draft, targets, instead: true, scope: { ...state.draft.scope, ...period } }
  return true
}

/**
 * The period of the hours after a condition: the holidays, also if the condition is "outside the holidays", or the
 * months or dates; null for weeks.
 */
function periodOf({ school, publicHolidays, months, dates }: Scope): Scope | null {
  if (school) return { school: 'in' }
  if (publicHolidays) return { publicHolidays: 'in' }
  return months ? { months } : dates ? { dates } : null
}

/** "3 décembre, 17 décembre 9h-12h": adds a date to the list of dates before it, if no hours stand between them. */
function inList(state: State, index: number, condition: Condition): Condition {
  const { entries, closed, scope } = state.draft
  const { dates } = condition.scope
  const isListed = entries.length === 0 && !closed && scope !== state.scope && isAfterSeparator(state, index)
  if (!isListed || dates === undefined || scope.dates === undefined) return condition
  return { ...condition, scope: { ...condition.scope, dates: `${scope.dates},${dates}` } }
}

const closesDays = ({ closed, targets, entries }: Draft): boolean =>
  closed && targets.length > 0 && entries.length === 0

/** "Pendant les vacances, tous les jours 10h-18h": the period begins a sentence, so it is of the days after it. */
function leadsAfterPause(state: State, index: number, after: Phrase): boolean {
  const before = beside(state, index, -1)
  if (after.is !== 'pause' || (before !== undefined && before.is !== 'stop')) return false
  const next = beside(state, besideAt(state, index, 1), 1)
  return next?.is === 'days' || next?.is === 'times'
}

/**
 * Applies a season, week, holiday or doubt to the statements after it, to the current clause, or to all statements so
 * far.
 */
export function onCondition(state: State, index: number, phrase: Phrase, alone: Condition): void {
  const condition = inList(state, index, alone)
  const before = beside(state, index, -1)
  // "Vacances : 14h-18h sauf samedi. Hors vacances : mercredi": a period after a full stop begins a new statement.
  if (before?.is === 'stop' && (isClosing(state.draft) || closesDays(state.draft))) flush(state)
  if (headsNextDays(state, index)) {
    flush(state)
    state.draft = { ...state.draft, ...add(state.draft, condition), doubts: [...condition.doubts] }
    return
  }
  const { draft } = state
  const after = beside(state, index, 1)
  const leads =
    after !== undefined &&
    (LED.includes(after.is) || (alone.doubts.length === 0 && leadsAfterPause(state, index, after)))
  const separated = isAfterSeparator(state, index)
  const last = state.leftovers.at(-1)
  if (draft.entries.length > 0 && !leads && last && last.start >= draft.end) {
    // "mardi 9h-12h ; horaires modifiés pendant les vacances": the words before the condition say what applies
    // then.
    leave(state, phrase)
    return
  }
  if (beginsOwnHours(state, index, condition.scope)) return
  if (listHolidays(state, index, phrase, condition.scope)) return
  if (exceptPeriod(state, index, phrase, condition.scope)) return
  if (exceptCondition(state, condition.scope) || closeOnToo(state, before, condition.scope)) return
  if (saysNothing(draft) && leads && draft.excepted.length === 0) head(state, draft, condition)
  else if (draft.entries.length > 0 && leads && (separated || after.is === 'colon')) {
    flush(state)
    head(state, newDraft(), condition)
  } else if (saysNothing(draft) && state.clauses.length > 0 && !isException(draft)) leave(state, phrase)
  else if (
    separated &&
    draft.entries.length > 0 &&
    state.clauses.length > 0 &&
    !condition.scope.publicHolidays
  ) {
    // At the end of several statements: after a full stop, the condition applies to all of them; otherwise it is
    // unclear to which ones it applies.
    if (before?.is !== 'stop') leave(state, phrase)
    for (const [at, clause] of state.clauses.entries()) state.clauses[at] = add(clause, condition)
    state.draft = { ...draft, ...add(draft, condition), doubts: [...draft.doubts, ...condition.doubts] }
  } else {
    // "mardi 9h-12h et jeudi 14h-17h 1 semaine sur 2": the condition may apply to both days.
    if (condition.doubts.length > 0 && before?.is === 'times' && isJoined(state)) leave(state, phrase)
    // "vacances : lundi 10h-12h ; fermé en août": the closing in August is not limited to the holidays.
    const ofItsOwn =
      draft.closed && (condition.scope.months !== undefined || condition.scope.dates !== undefined)
    draft.scope = { ...(ofItsOwn && draft.scope === state.scope ? {} : draft.scope), ...condition.scope }
    draft.doubts.push(...condition.doubts)
  }
}

type Appointment = Extract<Phrase, { readonly is: 'appointment' }>

/**
 * Applies an appointment that stands before its hours or days: "9h-12h / Sur RDV : 14h-17h", "9h-12h, sur rendez-vous
 * le samedi".
 */
function headAppointment(state: State, after: Phrase, words: string): void {
  const { targets } = state.draft
  if (after.is !== 'days' && after.is !== 'half') {
    state.comment = words
    return
  }
  flush(state)
  state.draft.comment = words
  if (after.is === 'half') state.draft.targets = targets.map((target) => ({ ...target, half: null }))
}

/** Whether the phrase is a slash. In "9h-12h / sur RDV", the appointment stands in place of other hours. */
const isStroke = (state: State, phrase: Phrase | undefined): boolean =>
  phrase?.is === 'pause' && state.text.charAt(phrase.start) === '/'

/**
 * Applies an appointment that stands after its hours. After two ranges, it may apply to both or to the last one, so
 * the doubt is reported.
 */
function tailAppointment(state: State, index: number, phrase: Appointment): void {
  const { draft } = state
  const before = beside(state, index, -1)
  const inBrackets = before?.is === 'open'
  const bracketed = inBrackets ? draft.entries.length - draft.lastAdded : 0
  const kept = Math.max(bracketed, draft.walkIns < draft.entries.length ? draft.walkIns : 0)
  if (before?.is === 'stop') {
    // A separate sentence at the end applies to everything.
    for (const [at, clause] of state.clauses.entries()) {
      state.clauses[at] = { ...clause, entries: withComment(clause.entries, phrase.words) }
    }
  } else if (draft.entries.length - kept > 1 || before?.is === 'pause') {
    leave(state, phrase)
  }
  draft.entries = [...draft.entries.slice(0, kept), ...withComment(draft.entries.slice(kept), phrase.words)]
}

const opensList = (state: State, next: Phrase | undefined): boolean =>
  saysNothing(state.draft) &&
  state.clauses.length === 0 &&
  (next?.is === 'pause' || next?.is === 'stop') &&
  state.phrases.some((phrase) => phrase.is === 'times')

/** Handles words such as "sans rendez-vous" and "accès libre". */
export function onWalkIn(state: State, index: number, phrase: Phrase): void {
  const { draft } = state
  if (draft.entries.length === 0 && draft.comment !== null && beside(state, index, -1)?.is === 'open') {
    // "Sur rendez-vous (accès libre pour les adhérents) : lundi 9h-12h": a bracket does not end the condition.
    leave(state, phrase)
    return
  }
  state.comment = null
  if (draft.entries.length > 0) {
    draft.comment = null
    draft.walkIns = draft.entries.length
    return
  }
  // "Sur rendez-vous le lundi ; accès libre mardi 14h-17h": Monday still needs an appointment.
  if (draft.comment !== null && draft.targets.length > 0 && isAfterSeparator(state, index)) flush(state)
  state.draft.walkIn = true
}

/** The index after a bracket that begins here: "sur rendez-vous (…) : lundi 9h-12h". */
function afterBracket(state: State, index: number): number {
  if (state.phrases[index]?.is !== 'open') return index
  const close = state.phrases.findIndex((phrase, at) => at > index && phrase.is === 'close')
  return close > 0 && state.phrases[close + 1]?.is === 'colon' ? close + 1 : index
}

export function onAppointment(state: State, index: number, phrase: Appointment): void {
  if (state.draft.targets.length > 0) dropWalkIn(state)
  if (state.draft.closed && isAfterSeparator(state, index)) flush(state)
  const { draft } = state
  const before = beside(state, index, -1)
  const next = afterBracket(state, besideAt(state, index, 1))
  const colon = state.phrases[next]?.is === 'colon'
  const after = colon ? beside(state, next, 1) : state.phrases[next]
  const leads = after !== undefined && ['times', 'days', 'half'].includes(after.is)
  if (draft.entries.length === 0) {
    if (leads && saysNothing(draft)) state.comment = phrase.words
    else if (opensList(state, state.phrases[next])) {
      // "Uniquement sur rendez-vous, mardi 9h-12h, mercredi …": the condition may apply to the first day or to
      // all days.
      leave(state, phrase)
      state.comment = phrase.words
    }
    draft.comment = phrase.words
  } else if (leads && (isAfterSeparator(state, index) || before?.is === 'colon')) {
    headAppointment(state, after, phrase.words)
  } else if (before?.is === 'and' || isStroke(state, before)) {
    const targets = [...draft.targets]
    flush(state)
    state.draft = {
      ...state.draft,
      targets,
      comment: phrase.words,
      besides: true,
      start: phrase.start,
      end: phrase.end
    }
    flush(state)
  } else tailAppointment(state, index, phrase)
}
