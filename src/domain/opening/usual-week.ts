import { DAY_MS } from '../time.ts'
import { plainRules } from './plain-week.ts'
import type { Week } from './week.ts'

/** Any week from Monday to Sunday. */
const FIRST_DAY = Date.UTC(2026, 0, 5)

/** A rule that says "by appointment": with times, or for the whole day. */
const APPOINTMENT = /( [\d:,-]+)? "[^"]*(?:rendez-vous|appointment)[^"]*"$/

type Rule = NonNullable<ReturnType<typeof plainRules>>[number] & { readonly nth: number }

const spansOn = (rules: readonly Rule[], day: number) => {
  const rule = rules.findLast(({ days }) => days.has(day))
  return rule?.spans.map((span) => ({ ...span, nth: rule.nth })) ?? []
}

/** A week without holidays, from Monday; null if the hours are not the same each week, or are written in another way. */
export function usualWeek(osm: string): Week | null {
  const byAppointment: number[] = []
  const rules = osm.split(';').flatMap((text, nth) => {
    const plain = text.trim().replace(APPOINTMENT, (_, times: string | undefined) => {
      byAppointment.push(nth)
      return times ?? ' 00:00-24:00'
    })
    return plainRules(plain)?.map((rule) => ({ ...rule, nth })) ?? [null]
  })
  if (!rules.every((rule) => rule !== null)) return null
  return [0, 1, 2, 3, 4, 5, 6].map((day) => ({
    date: new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10),
    spans: spansOn(rules, day).map(({ from, to, nth }) => ({
      ...{ from, to },
      state: byAppointment.includes(nth) ? 'by_appointment' : 'open'
    })),
    holiday: null,
    exception: false
  }))
}
