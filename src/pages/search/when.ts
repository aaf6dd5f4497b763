import type { Language } from '../../domain/language.ts'
import { timezoneOf } from '../../domain/territories/timezone.ts'
import { DAY_MS } from '../../domain/time.ts'
import { momentIn } from '../parts/state.tsx'
import { SEARCH } from '../wording/search.ts'

/*
 * When a place must be open, as people say it: now, today, on Saturday, in the morning. The address keeps these words,
 * so that a shared link to "tomorrow" means the day after it is opened.
 */

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const WHENS = ['now', 'today', 'tomorrow', ...WEEKDAYS] as const
type When = (typeof WHENS)[number]

export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening'] as const
type PartOfDay = (typeof PARTS_OF_DAY)[number]

/** Local times of the parts of a day: the same as for the words of a question. */
const HOURS: Readonly<Record<PartOfDay, readonly [from: string, to: string]>> = {
  morning: ['08:00', '12:00'],
  afternoon: ['14:00', '18:00'],
  evening: ['18:00', '22:00']
}

type Timed = {
  readonly when?: string
  readonly part?: string
  readonly openAt?: string
  readonly department?: string
}

const whenOf = ({ when }: Timed): When | undefined => WHENS.find((each) => each === when)
const partOf = ({ part }: Timed): PartOfDay | undefined => PARTS_OF_DAY.find((each) => each === part)

/** The parameter of the API for a time, with its value; undefined if any time will do. */
export function openFilter(
  choices: Timed,
  now = Date.now()
): ['open_at' | 'open_between', string] | undefined {
  const [when, part] = [whenOf(choices), partOf(choices)]
  if (when === 'now') return ['open_at', 'now']
  if (when === undefined && part === undefined)
    return choices.openAt === undefined ? undefined : ['open_at', choices.openAt]
  const here = clockAt(choices, now)
  const day = dayOf(when, part, here)
  if (part !== undefined) return ['open_between', HOURS[part].map((hour) => `${day}T${hour}`).join('/')]
  const end = `${plusDays(day, 1)}T00:00`
  return ['open_between', day === here.day ? `now/${end}` : `${day}T00:00/${end}`]
}

type Clock = {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:MM` */
  readonly time: string
}

/**
 * The local date and time of the reader: in a browser those of the device, on the server those of the département that
 * is searched, or of Paris.
 */
function clockAt({ department = '' }: Timed, now: number): Clock {
  const timeZone = typeof document === 'undefined' ? timezoneOf(department) : undefined
  // Swedish dates are written as in ISO 8601.
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    ...(timeZone !== undefined && { timeZone }),
    dateStyle: 'short',
    timeStyle: 'short'
  })
    .format(now)
    .split(' ')
  return { day, time }
}

/**
 * The next such day. A part of a day without a day is the next one that is not over: this morning, or tomorrow
 * morning.
 */
function dayOf(when: Exclude<When, 'now'> | undefined, part: PartOfDay | undefined, here: Clock): string {
  const isOver = part !== undefined && here.time >= HOURS[part][1]
  if (when === 'today') return here.day
  if (when === 'tomorrow') return plusDays(here.day, 1)
  if (when === undefined) return plusDays(here.day, isOver ? 1 : 0)
  const today = (new Date(here.day).getUTCDay() + 6) % 7
  const ahead = (WEEKDAYS.indexOf(when) - today + 7) % 7
  return plusDays(here.day, ahead === 0 && isOver ? 7 : ahead)
}

const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The chosen time in words: "Ouvert maintenant", "Ouvert demain matin"; undefined if any time will do. */
export function momentChosen(choices: Timed, lang: Language): string | undefined {
  const says = SEARCH[lang]
  const [when, part] = [whenOf(choices), partOf(choices)]
  if (when === 'now' || (when !== undefined && part === undefined)) return says.openThen(says.days[when])
  if (part !== undefined) {
    if (when === undefined) return says.openThen(says.anyPart[part])
    return says.openThen(when === 'today' ? says.thisPart[part] : `${says.days[when]} ${says.parts[part]}`)
  }
  const { openAt } = choices
  return openAt === undefined
    ? undefined
    : says.openThen(momentIn(lang, openAt, { state: 'open', now: Date.now() }))
}

/** Whether the chosen time passes, so that a printed list must not repeat it. */
export const isPassing = (choices: Timed): boolean =>
  whenOf(choices) !== undefined || partOf(choices) !== undefined
