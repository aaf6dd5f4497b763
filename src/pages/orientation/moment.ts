import { wallClock } from '../../domain/opening/wall-clock.ts'
import { timezoneOf } from '../../domain/territories/timezone.ts'
import { DAY_MS } from '../../domain/time.ts'
import { type Answers, DAYS, PARTS } from '../addresses/answers.ts'

/** The value of `open_at`; undefined if the time does not matter. */
export function openAt(when: Answers['when'], department: string | null, now: number): string | undefined {
  if (when === 'now') return 'now'
  return typeof when === 'object' ? nextMoment(when, department, now) : undefined
}

/** The local time that stands for the next such half-day that is not over: `2026-11-24T10:00`. */
export function nextMoment(
  { day, part }: Extract<Answers['when'], object>,
  department: string | null,
  now: number
): string {
  const there = new Date(wallClock(timezoneOf(department), now))
  const today = (there.getUTCDay() + 6) % 7
  const ahead = (DAYS.indexOf(day) - today + 7) % 7
  const over = ahead === 0 && there.toISOString().slice(11, 16) > PARTS[part]
  const date = new Date(there.getTime() + (over ? 7 : ahead) * DAY_MS).toISOString().slice(0, 10)
  return `${date}T${PARTS[part]}`
}
