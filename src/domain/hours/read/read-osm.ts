import type { Slot } from '../compose/timetable.ts'
import { writeOsm } from '../compose/write-osm.ts'
import { type DayRank, type HoursReading, unread, WEEK } from '../reading.ts'
import { type PlainRule, plainRule, splitRules } from './osm-rules.ts'

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)'
const NTH = '(?:\\[-?[1-5](?:[-,]-?[1-5])*\\])?'
const DAYS = `${DAY}${NTH}(?:-${DAY})?(?:, ?${DAY}${NTH}(?:-${DAY})?)*`
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const DATE = `(?:\\d{4} )?${MONTH}(?: \\d{1,2})?`
const EASTER = 'easter(?: [+-]\\d{1,2} days?)?'
const DATES = `(?:${EASTER}|${DATE}(?:-(?:${DATE}|\\d{1,2}))?)`
const WEEKS = 'week \\d{1,2}(?:-\\d{1,2}(?:/\\d)?)?(?:,\\d{1,2}(?:-\\d{1,2}(?:/\\d)?)?)*'
const SUN = '(?:sunrise|sunset|dawn|dusk)'
const TIME = `(?:(?:[01]\\d|2[0-6]):[0-5]\\d|${SUN}|\\(${SUN}[+-]\\d\\d:\\d\\d\\))`
const SPAN = `${TIME}(?:-${TIME}\\+?|\\+)`
const TIMES = `${SPAN}(?:, ?${SPAN})*`
const STATE = '(?:off|closed|open|unknown)'
const COMMENT = '"[^"]*"'
const WHEN = `(?:(?:${WEEKS}|${DATES}(?:, ?${DATES})*|${DAYS}):? ?)`
const SAYS = `(?:(?:24/7|${TIMES})(?: ?${STATE})?(?: ?${COMMENT})?|${STATE}(?: ?${COMMENT})?|${COMMENT})`
// After a comma, a new rule must start with days or dates; otherwise the comma separates the items of a list. If both
// were possible, a long list with an error at its end would take exponential time.
const VALUE = new RegExp(`^${WHEN}*${SAYS}(?:(?: ?(?:;|\\|\\|) ?${WHEN}*|, ?${WHEN}+)${SAYS})* ?;?$`)
const LONGEST = 2_000

const overlaps = (slots: readonly Slot[]): boolean =>
  [...slots].sort((a, b) => a.from - b.from).some((slot, index, all) => slot.from < (all[index - 1]?.to ?? 0))

/** The hours by day after each rule has replaced the earlier ones, as OpenStreetMap defines it. */
function tableOf(rules: readonly PlainRule[]): ReadonlyMap<DayRank, readonly Slot[]> {
  const table = new Map<DayRank, readonly Slot[]>()
  for (const { adds, days, spans } of rules) {
    for (const day of days) {
      const slots = spans.map((span) => ({ ...span, comment: null, uncertain: false }))
      table.set(day, adds ? [...(table.get(day) ?? []), ...slots] : slots)
    }
  }
  return new Map(
    WEEK.flatMap((day) => {
      const slots = [...(table.get(day) ?? [])].sort((a, b) => a.from - b.from)
      return slots.length > 0 ? [[day, slots] as const] : []
    })
  )
}

const spaced = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\w\]]), (?=[\w-])/g, ',')
    .replace(/\bclosed\b/g, 'off')

type Rules = ReturnType<typeof splitRules>

const HOURS_ONLY = new RegExp(`^${TIMES}$`)
const ENDS_WITH_HOURS = new RegExp(`${TIMES}$`)

/**
 * Adds hours without days to the rule before them. In "Mo-Fr 09:00-12:00; 14:00-17:00", the afternoon would by
 * definition replace everything before it, Sundays included, which is never intended. Null if the hours cannot be
 * added.
 */
function joinAfternoons(rules: Rules): Rules | null {
  const joined: Rules[number][] = []
  for (const rule of rules) {
    const last = joined.at(-1)
    if (!last || !/^\d\d:/.test(rule.text)) joined.push(rule)
    else if (HOURS_ONLY.test(rule.text) && ENDS_WITH_HOURS.test(last.text))
      joined[joined.length - 1] = { ...last, text: `${last.text},${rule.text}` }
    else return null
  }
  return joined
}

/**
 * "Mo 09:00-12:00; Mo 14:00-17:00": by definition the second rule replaces the first, which would then have no effect.
 * So the afternoon is meant to be added, if the hours do not overlap.
 */
function addsToAll(before: readonly PlainRule[], { days, spans }: PlainRule): boolean {
  const same = before.find((rule) => rule.spans.length > 0 && rule.days.every((day) => days.includes(day)))
  return (
    spans.length > 0 &&
    same !== undefined &&
    !spans.some((one) => same.spans.some((other) => one.from < other.to && other.from < one.to))
  )
}

/** Normalises a value to one notation: plain weeks are merged day by day, other rules keep their order. */
function normalise(value: string): { osm: string | null; doubtful: boolean } {
  const written = splitRules(value)
  const rules = joinAfternoons(written)
  if (rules === null) return { osm: null, doubtful: true }
  const wasJoined = rules.length < written.length
  const holidays = rules.filter((rule) => /^(?:PH|SH)(?:, ?(?:PH|SH))* (?:off|closed)$/.test(rule.text))
  const plain = rules
    .filter((rule) => !holidays.includes(rule))
    .map((rule) => plainRule(rule.separator, rule.text))
  if (plain.length === 0 || plain.some((rule) => rule === null)) {
    const kept = rules.map(
      ({ separator, text }, index) =>
        `${index === 0 ? '' : separator === '||' ? ' || ' : `${separator} `}${text.startsWith('"') ? text : spaced(text)}`
    )
    return { osm: kept.join(''), doubtful: wasJoined }
  }
  const said = plain.flatMap((rule) => rule ?? [])
  const meant = said.map((rule, index) => ({
    ...rule,
    adds: rule.adds || addsToAll(said.slice(0, index), rule)
  }))
  const wasReplaced = meant.some((rule, index) => rule.adds !== said[index]?.adds)
  const days = tableOf(meant)
  const weeks = [{ scope: {}, days, holidays: new Map(), nth: [], others: new Set<DayRank>(), amends: false }]
  const main = writeOsm({
    weeks,
    termOffs: [],
    offs: [],
    reopenings: [],
    conditions: [],
    unknowns: [],
    fallbacks: [],
    leftovers: []
  })
  const closed = holidays.map((rule) => spaced(rule.text))
  const isDouble = [...days.values()].some(overlaps)
  // "Mo-Fr 09:00-18:00; 10:00-12:00": it is unclear for which days the second hours are meant.
  if (wasJoined && isDouble) return { osm: null, doubtful: true }
  return { osm: [main ?? 'off', ...closed].join('; '), doubtful: wasJoined || wasReplaced || isDouble }
}

/** Normalises an OpenStreetMap value; for any other text, nothing but the raw text is returned. */
export function readOsm(raw: string): HoursReading {
  const value = raw.trim()
  // "00:00-00:00" means never or all day, depending on the reader; "24:00-12:00" begins on no day.
  if (value.length > LONGEST || !VALUE.test(value) || /(\d\d:\d\d)-\1(?!\d)|2[4-6]:\d\d-/.test(value))
    return unread(raw, value || null)
  const { osm, doubtful } = normalise(value)
  if (osm === null) return unread(raw, value)
  return { raw, osm, confidence: doubtful ? 'partial' : 'exact', leftover: doubtful ? value : null }
}
