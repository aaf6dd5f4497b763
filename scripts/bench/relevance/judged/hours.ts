// Decides whether a place is open at a given time, from its OSM hours. It understands the part of the OSM language
// that occurs in the directories.

export type Known = 'yes' | 'no' | 'unknown'

interface Window {
  day: number
  from: number
  to: number
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const WORKING = [0, 1, 2, 3, 4]
const MINUTES = 1440

/** The local day of the week (Monday is 0) and minute of the day at the place. */
export function localTime(now: Date, timezone: string): { day: number; minute: number } {
  const options = {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false
  } as const
  const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(now)
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(get('weekday'))
  return { day, minute: (Number(get('hour')) % 24) * 60 + Number(get('minute')) }
}

/**
 * The windows of time that a word such as `evening` stands for. A place counts as open then if it is open in any of
 * them.
 */
export function windowsOf(when: string, now: Date, timezone: string): Window[] {
  const today = localTime(now, timezone)
  const next = (today.day + 1) % 7
  const all = (days: number[], from: number, to: number): Window[] =>
    days.map((day) => ({ day, from: from * 60, to: to * 60 }))
  const table: Record<string, Window[]> = {
    now: [{ day: today.day, from: today.minute, to: today.minute + 1 }],
    tonight: all([today.day], 18, 23),
    tomorrow: all([next], 7, 21),
    'tomorrow-am': all([next], 7, 12.5),
    'tomorrow-pm': all([next], 13.5, 18),
    sat: all([5], 7, 21),
    'sat-am': all([5], 7, 12.5),
    sun: all([6], 7, 21),
    weekend: all([5, 6], 7, 23),
    mon: all([0], 7, 21),
    'mon-am': all([0], 7, 12.5),
    wed: all([2], 7, 21),
    'wed-pm': all([2], 13.5, 19),
    'fri-pm': all([4], 13.5, 19),
    'tue-eve': all([1], 18.25, 22),
    evening: all(WORKING, 18.25, 23),
    lunch: all(WORKING, 12.25, 13.25),
    h8: all(WORKING, 8, 8.25),
    h1830: all(WORKING, 18.5, 19)
  }
  const windows = table[when]
  if (!windows) throw new Error(`No time "${when}"`)
  return windows
}

/** Converts `Mo-We,Fr` to days; null if the text contains anything other than days. */
function daysOf(text: string): number[] | null {
  if (text === '') return [0, 1, 2, 3, 4, 5, 6]
  const days: number[] = []
  for (const part of text.split(',')) {
    if (part === 'PH' || part === 'SH') continue
    const [first, last = first] = part.split('-').map((name) => DAYS.indexOf(name))
    if (first === undefined || last === undefined || first < 0 || last < 0) return null
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day)
      if (day === last) break
    }
  }
  return days
}

function spansOf(text: string): [number, number][] | null {
  const spans: [number, number][] = []
  for (const part of text.split(',')) {
    const found = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/.exec(part.trim())
    if (!found) return null
    const [from = 0, to = 0] = [
      Number(found[1]) * 60 + Number(found[2]),
      Number(found[3]) * 60 + Number(found[4])
    ]
    spans.push([from, to > from ? to : to + MINUTES])
  }
  return spans
}

type Day = { spans: [number, number][]; vague: boolean }

const RULE =
  /((?:Mo|Tu|We|Th|Fr|Sa|Su|PH)[A-Za-z,\-[\]0-9]*)?\s*((?:\d{1,2}:\d\d-\d{1,2}:\d\d,?\s*)+|off|closed)?$/

/**
 * Applies one rule to the week. Days that the rule names get its hours instead of earlier ones, or in addition to
 * them if `adds` is true.
 */
function lay(week: Day[], rule: string, adds: boolean): void {
  const vague = /"|week|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\[|20\d\d|easter|unknown/.test(
    rule
  )
  const bare = rule.replace(/"[^"]*"/g, '').trim()
  if (/^(PH|SH)\b.*(off|closed)$/.test(bare)) return
  const found = RULE.exec(bare)
  const days = daysOf((found?.[1] ?? '').replace(/\[[^\]]*\]/g, ''))
  const times = found?.[2] ?? ''
  const off = times === 'off' || times === 'closed'
  const spans = off || times === '' ? [] : spansOf(times)
  if (days === null || spans === null) {
    for (const day of week) day.vague = true
    return
  }
  for (const index of days) {
    const day = week[index]
    if (!day) continue
    if (vague) day.vague = true
    else if (adds) day.spans.push(...spans)
    else week[index] = { spans: [...spans], vague: false }
  }
}

export function weekOf(osm: string): Day[] {
  const week: Day[] = DAYS.map(() => ({ spans: [], vague: false }))
  if (osm.trim() === '24/7') return week.map(() => ({ spans: [[0, MINUTES]], vague: false }))
  for (const rule of osm.split(/;|\|\|/)) {
    const parts = rule.trim().split(/, (?=Mo|Tu|We|Th|Fr|Sa|Su)/)
    parts.forEach((part, index) => {
      lay(week, part, index > 0)
    })
  }
  return week
}

export function openThen(osm: string | null, confidence: string, windows: Window[]): Known {
  if (!osm || windows.length === 0) return 'unknown'
  const week = weekOf(osm)
  const open = windows.some(
    ({ day, from, to }) => week[day]?.spans.some(([a, b]) => a < to && from < b) === true
  )
  if (open) return 'yes'
  return confidence === 'partial' || windows.some(({ day }) => week[day]?.vague === true) ? 'unknown' : 'no'
}
