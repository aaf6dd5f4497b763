import { twoDigits } from '../../time.ts'
import { DAYS, type DayRank, WEEK } from '../reading.ts'
import type { Scope } from '../rule/phrase.ts'
import type { Fallback, Off, Reopening, Slot, Timetable, Week } from './timetable.ts'

const DAY = 24 * 60

/** `HH:MM`: 1440 minutes are "24:00", and later minutes are a time on the next day. */
const clock = (minutes: number): string => {
  const shown = minutes > DAY ? minutes - DAY : minutes
  return `${twoDigits(Math.floor(shown / 60))}:${twoDigits(shown % 60)}`
}

const spans = (slots: readonly { readonly from: number; readonly to: number }[]): string =>
  slots.map((slot) => `${clock(slot.from)}-${clock(slot.to)}`).join(',')

/** "Mo-We,Fr": three or more consecutive days are written as a range. */
function writeDays(days: readonly DayRank[]): string {
  const runs: DayRank[][] = []
  for (const day of WEEK.filter((rank) => days.includes(rank))) {
    const run = runs.at(-1)
    if (run && day === (run.at(-1) ?? -9) + 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) => run.map((rank) => DAYS[rank]))
    .flatMap((names) => (names.length > 2 ? `${names[0]}-${names.at(-1)}` : names))
    .join(',')
}

function writeScope(scope: Scope): string {
  const weeks = scope.weeks === 'even' ? 'week 2-52/2' : scope.weeks === 'odd' ? 'week 1-53/2' : ''
  const holidays = [scope.publicHolidays === 'in' ? 'PH' : '', scope.school === 'in' ? 'SH' : ''].filter(
    Boolean
  )
  return [scope.dates ?? scope.months ?? '', weeks, holidays.join(',')].filter(Boolean).join(' ')
}

const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ')

/** One rule of the value. It either adds to the earlier rules for its days, or replaces them. */
type Rule = { readonly text: string; readonly adds: boolean }

const modifier = (slot: Slot): string =>
  slot.comment === null ? '' : `${slot.uncertain ? 'unknown ' : ''}"${slot.comment.replace(/"/g, "'")}"`

/**
 * The days on which the hours of the day before continue past midnight. A separate rule for such a day would
 * cut those hours short, so its rule is appended with a comma. Rules of seasons are not appended: they must
 * replace the usual week.
 */
function spilledInto({ days }: Week): ReadonlySet<DayRank> {
  const late = [...days].filter(([, slots]) => slots.some((slot) => slot.to > DAY))
  return new Set(late.map(([day]) => ((day + 1) % 7) as DayRank))
}

function writeWeek(week: Week): readonly Rule[] {
  const scope = writeScope(week.scope)
  const written = new Set<DayRank>()
  const spill = scope === '' ? spilledInto(week) : new Set<DayRank>()
  const rules: Rule[] = []
  const kinds = [...new Set([...week.days.values()].flat().map(modifier))].sort((a, b) => a.length - b.length)
  for (const kind of kinds) {
    const byTimes = new Map<string, DayRank[]>()
    for (const day of WEEK) {
      const times = spans((week.days.get(day) ?? []).filter((slot) => modifier(slot) === kind))
      if (times) byTimes.set(times, [...(byTimes.get(times) ?? []), day])
    }
    for (const [times, days] of byTimes) {
      const adds = days.some((day) => written.has(day) || spill.has(day))
      const always = times === '00:00-24:00' && days.length === 7 && kind === '' && scope === ''
      const named = days.length === 7 && week.scope.dates !== undefined ? '' : writeDays(days)
      rules.push({ text: always ? '24/7' : join(scope, named, times, kind), adds })
    }
    for (const days of byTimes.values()) for (const day of days) written.add(day)
  }
  return rules
}

const nthDay = (day: DayRank, nth: readonly number[]): string =>
  `${DAYS[day]}[${[...nth].sort((a, b) => (a < 0 ? 9 : a) - (b < 0 ? 9 : b)).join(',')}]`

function writeNth(week: Week): readonly Rule[] {
  const scope = writeScope(week.scope)
  return week.nth.flatMap(({ day, nth, slots, replaces }) =>
    [...new Set(slots.map(modifier))].map((kind, index) => {
      const times = spans(slots.filter((slot) => modifier(slot) === kind))
      const taken = week.days.get(day) ?? []
      return {
        text: join(scope, nthDay(day, nth), times, kind),
        adds: index > 0 || (taken.length > 0 && !replaces && !week.others.has(day))
      }
    })
  )
}

/**
 * The rules for holidays. They are written after the weekdays, so that they replace the hours of a weekday that is a
 * holiday.
 */
function writeHolidays(week: Week): readonly Rule[] {
  const scope = writeScope(week.scope)
  return [...week.holidays].flatMap(([name, slots]) =>
    [...new Set(slots.map(modifier))].map((kind, index) => {
      const times = spans(slots.filter((slot) => modifier(slot) === kind))
      return { text: join(scope, name, times, kind), adds: index > 0 }
    })
  )
}

/** "Su 10:00-12:00; PH 10:00-12:00" is shorter as "Su,PH 10:00-12:00". */
function inOneRule(weeks: readonly Rule[], holidays: readonly Rule[]): readonly Rule[] {
  const [days, other] = weeks
  const named = holidays.map(({ text }) => /^([PS]H) (.*)$/.exec(text))
  const times = /^([A-Z][a-z](?:[-,][A-Z][a-z])*) (.*)$/.exec(days?.text ?? '')
  if (!times || other || named.some((one) => one?.[2] !== times[2])) return [...weeks, ...holidays]
  return [{ text: `${[times[1], ...named.map((one) => one?.[1])].join(',')} ${times[2]}`, adds: false }]
}

function writeOff(off: Off): Rule {
  const days = off.days ?? []
  const named = off.nth ? days.map((day) => nthDay(day, off.nth ?? [])).join(',') : writeDays(days)
  return { text: join(writeScope(off.scope), named, spans(off.spans), 'off'), adds: false }
}

function writeReopening({ condition, uncertain, ...off }: Reopening): Rule {
  const days = off.days ?? []
  const named = off.nth ? days.map((day) => nthDay(day, off.nth ?? [])).join(',') : writeDays(days)
  const words = condition === null ? '' : modifier({ from: 0, to: 0, comment: condition, uncertain })
  return { text: join(writeScope(off.scope), named, spans(off.spans), words), adds: false }
}

const writeFallback = (fallback: Fallback): string =>
  join(fallback.days ? writeDays(fallback.days) : '', `"${fallback.comment}"`)

/**
 * Writes a rule for days whose hours are unknown. If the hours of the day before continue into such a day, the rule
 * adds to them instead of replacing them.
 */
const writeUnknown =
  (usual: readonly Week[]) =>
  ({ days, comment }: Fallback): Rule => ({
    text: join(writeDays(days ?? []), `unknown "${comment}"`),
    adds: usual.some((week) => days?.some((day) => spilledInto(week).has(day)))
  })

const opensAgain = (week: Week): boolean => Boolean(week.scope.school || week.scope.publicHolidays)

/** The normalised value of a timetable; null if it is empty. */
export function writeOsm(timetable: Timetable): string | null {
  const usual = timetable.weeks.filter((week) => !opensAgain(week))
  const again = timetable.weeks.filter(opensAgain)
  const write = (week: Week) => [...writeWeek(week), ...writeNth(week)]
  const termOffs = timetable.termOffs.map(writeOff)
  const holidays = timetable.weeks.flatMap(writeHolidays)
  const rules = [
    ...(termOffs.length > 0
      ? [...usual.flatMap(write), ...termOffs, ...holidays]
      : inOneRule(usual.flatMap(write), holidays)),
    ...again.flatMap(write),
    ...timetable.unknowns.map(writeUnknown(usual)),
    ...timetable.conditions.map((condition) => ({ text: writeFallback(condition), adds: false })),
    ...timetable.reopenings.filter(({ isLast }) => !isLast).map(writeReopening),
    ...timetable.offs.map(writeOff),
    ...timetable.reopenings.filter(({ isLast }) => isLast).map(writeReopening)
  ]
  const main = rules.reduce(
    (value, rule) => (value ? `${value}${rule.adds ? ',' : ';'} ${rule.text}` : rule.text),
    ''
  )
  const fallbacks = timetable.fallbacks.map(writeFallback)
  return [main, ...fallbacks].filter(Boolean).join(' || ') || null
}
