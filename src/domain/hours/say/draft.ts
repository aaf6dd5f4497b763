import type { Half, Scope, Span } from '../rule/phrase.ts'
import type { Clause, Entry, Target } from './clause.ts'

/** A clause under construction, from left to right. */
export type Draft = {
  targets: Target[]
  entries: Entry[]
  closed: boolean
  instead: boolean
  comment: string | null
  besides: boolean
  scope: Scope
  doubts: string[]
  /** Hours came before their days ("9h-12h le lundi"), so the next hours belong to the next days. */
  daysLast: boolean
  /** An exception is being listed: "tous les jours sauf lundi". */
  excepting: boolean
  excepted: Target[]
  exceptedPeriods: Scope[]
  /** No appointment is needed. If no hours follow, the statement is about something else and is dropped. */
  walkIn: boolean
  /** Words that were not understood came between the days and their hours. */
  disturbed: boolean
  /** These are hours for phone calls. */
  byPhone: boolean
  /** The text calls this an exception, so it must have a date. */
  exceptional: boolean
  /** Number of ranges in the last list of hours. */
  lastAdded: number
  /** Number of ranges that need no appointment: "9h-12h sans RDV, 14h-17h avec RDV". */
  walkIns: number
  /** These hours follow an exception from other hours of the same days: "9h-12h (sauf mercredi) et 14h-17h". */
  isSplit: boolean
  start: number
  end: number
}

export const newDraft = (): Draft => ({
  targets: [],
  entries: [],
  closed: false,
  instead: false,
  comment: null,
  besides: false,
  scope: {},
  doubts: [],
  daysLast: false,
  excepting: false,
  excepted: [],
  exceptedPeriods: [],
  walkIn: false,
  disturbed: false,
  byPhone: false,
  exceptional: false,
  lastAdded: 0,
  walkIns: 0,
  isSplit: false,
  start: -1,
  end: -1
})

export const saysNothing = (draft: Draft): boolean =>
  draft.targets.length === 0 && draft.entries.length === 0 && !draft.closed && draft.comment === null

export const hasScope = (scope: Scope): boolean => Object.values(scope).some(Boolean)

/** A closing with a period: "fermé en août". */
export const isClosing = (draft: Draft): boolean =>
  draft.closed &&
  !draft.instead &&
  draft.entries.length === 0 &&
  draft.targets.length === 0 &&
  hasScope(draft.scope)

export const toClause = (draft: Draft): Clause => ({
  targets: draft.targets,
  entries: draft.entries,
  closed: draft.closed,
  instead: draft.instead,
  comment: draft.comment,
  besides: draft.besides,
  scope: draft.scope,
  doubts: draft.doubts,
  reopens: null
})

/** The half applies to every day named since the last half: "mardi et jeudi après-midi". */
export function setHalf(targets: Target[], half: Half): void {
  const last = targets.at(-1)
  // "le matin …, l'après-midi": the other half of unnamed days. "lundi matin et après-midi": both halves of a named
  // day.
  if (!last || (last.days === null && last.half !== half)) targets.push({ days: null, half })
  else if (last.half !== null && last.half !== half) targets[targets.length - 1] = { ...last, half: null }
  else {
    for (const [index, target] of targets.entries()) {
      if (target.half === null) targets[index] = { ...target, half }
    }
  }
}

/** Days after their half ("le matin du lundi au vendredi") complete it. */
export function addDays(targets: Target[], days: Target['days']): void {
  const last = targets.at(-1)
  if (last && last.days === null) targets[targets.length - 1] = { ...last, days }
  else targets.push({ days, half: null })
}

export const withComment = (spans: readonly Span[], comment: string | null): Entry[] =>
  spans.map((span) => ({ ...span, comment }))
