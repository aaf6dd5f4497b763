import { compose } from '../compose/compose.ts'
import { ofColumn, ofText, type ResolvedHours } from '../compose/target-days.ts'
import { fold } from '../lexicon/clean-text.ts'
import { limitsColumns } from '../lexicon/takes-away.ts'
import { DAYS, type Day, type DayRank, FRENCH_DAYS, type HoursReading, unread, WEEK } from '../reading.ts'
import type { ParsedHours } from '../say/clause.ts'
import { parseHours, readingOf } from './read-hours.ts'

export type DayColumns = Partial<Record<Day, string | null>>
type HalfDayColumns = Partial<Record<Day, { readonly am?: string | null; readonly pm?: string | null }>>

const rankOf = (day: Day): DayRank => DAYS.indexOf(day) as DayRank
const isEmpty = (cell: string | null | undefined): boolean => !cell || /^[\s\-–—;,.:/|]*$/.test(cell)

const joined = (parts: readonly ResolvedHours[]): ResolvedHours => ({
  resolved: parts.flatMap((part) => part.resolved),
  leftovers: parts.flatMap((part) => part.leftovers)
})

const OPENS = /\bouver/
/** Words about other places, whose days say nothing about this one. Takes folded text. */
const ELSEWHERE =
  /\b(?:permanences? (?:a|au|aux|en|dans|sur|espace)\b|antennes?\b|annexes?\b|multi-?sites?\b|itineran|bus\b|camion|mobile\b)/

/** The days on which a remark beside the columns says that the place may be open. */
function openIn(parsed: ParsedHours, comment: string): readonly DayRank[] {
  const folded = fold(comment)
  if (ELSEWHERE.test(folded) || !(limitsColumns(folded) || OPENS.test(folded))) return []
  const open = parsed.clauses.filter((clause) => !clause.closed)
  return [
    // "ouvert tous les jours" beside the columns does not mean the days without a column.
    ...open
      .flatMap(({ targets }) => targets.flatMap(({ days }) => days?.days ?? []))
      .filter((_, __, all) => new Set(all).size < 7),
    ...parsed.leftovers.flatMap((one) => one.names ?? [])
  ]
}

/** The days that a remark may concern: the days that it names, or all days if it names none. */
function touchedBy(parsed: ParsedHours, comment: string): readonly DayRank[] {
  if (!limitsColumns(fold(comment))) return []
  const named = parsed.clauses.flatMap((clause) =>
    clause.targets.flatMap((target) => target.days?.days ?? [])
  )
  const touched = [...named, ...parsed.leftovers.flatMap((one) => one.touches)]
  return touched.length > 0 ? touched : WEEK
}

/**
 * The changes made by a remark beside the columns. The columns give the hours, so the remark adds conditions,
 * never hours.
 */
function ofComment(comment: string): ResolvedHours {
  const parsed = parseHours(comment)
  // A remark about something else, such as the car park, does not affect the hours.
  if (!parsed.aboutHours && !limitsColumns(fold(comment))) return { resolved: [], leftovers: [] }
  const changes = parsed.clauses.every((clause) => clause.entries.length === 0 || clause.closed)
  return changes && parsed.clauses.length > 0 && parsed.leftovers.length === 0
    ? ofText(parsed)
    : {
        resolved: [],
        leftovers: [{ words: comment, touches: touchedBy(parsed, comment), names: openIn(parsed, comment) }]
      }
}

const EMPTY_SLOT = /(?<![\d:])00?[:h]00 ?[-–à] ?00?[:h]00(?![\d:])(?: ?\/ ?)?/g

/**
 * Removes "00:00-00:00" beside other hours: forms with more slots than hours write it into the empty slots. Alone, it
 * may be intended.
 */
function withoutEmptySlots(cell: string): string {
  const rest = cell.replace(EMPTY_SLOT, '')
  return /\d/.test(rest) ? rest : cell
}

/** A cell without anything about hours ("la journée") is not a closed day: it is reported, and its day is unknown. */
function ofCell(cell: string, day: DayRank): ResolvedHours {
  const parsed = ofColumn(parseHours(withoutEmptySlots(cell)), day)
  // A form writes "00:00-00:00" into the slots of a closed day. So the day is not unknown, just as with an empty
  // cell.
  const isEmptySlot = !/[1-9]/.test(cell) && /\d/.test(cell)
  if (isEmptySlot) return { ...parsed, leftovers: parsed.leftovers.map((one) => ({ ...one, names: [] })) }
  const isSilent = parsed.resolved.length === 0 && parsed.leftovers.length === 0
  return isSilent ? { resolved: [], leftovers: [{ words: cell.trim(), touches: [], names: [day] }] } : parsed
}

const inWords = (days: DayColumns): string =>
  DAYS.flatMap((day) => {
    const cell = days[day]
    return cell && !isEmpty(cell) ? [`${FRENCH_DAYS[rankOf(day)]} : ${cell.trim()}`] : []
  }).join(' ; ')

/** Reads one column per day, with a remark. */
export function readDayColumns(days: DayColumns, comment: string | null = null): HoursReading {
  const cells = DAYS.flatMap((day) => {
    const cell = days[day]
    return cell && !isEmpty(cell) ? [ofCell(cell, rankOf(day))] : []
  })
  const remark = comment === null || isEmpty(comment) ? null : comment.trim()
  const raw = [inWords(days), remark ?? ''].filter(Boolean).join(' — ')
  if (raw === '') return unread('', null)
  const parts = remark === null ? cells : [...cells, ofComment(remark)]
  return readingOf(raw, compose(joined(parts), true))
}

/** Reads one column per half day, with a remark. */
export function readHalfDayColumns(days: HalfDayColumns, comment: string | null = null): HoursReading {
  const whole: DayColumns = Object.fromEntries(
    DAYS.map((day) => [
      day,
      [days[day]?.am, days[day]?.pm].filter((cell) => !isEmpty(cell)).join(' / ') || null
    ])
  )
  return readDayColumns(whole, comment)
}
