import type { Token } from '../tokens.ts'
import type { Hours, SaidTime } from '../words.ts'
import { dateAt } from './find-date.ts'
import { hoursAt } from './find-hours.ts'
import { DAYS, PARTS, type SaidDay } from './time-words.ts'

/** A time in the words, and the tokens that express it. */
export type FoundTime = { readonly said: SaidTime; readonly tokens: ReadonlySet<number> }

/** A value that is expressed at a token, and the number of tokens that express it. */
type At<Value> = { readonly value: Value; readonly length: number }

/**
 * Reads all words about time as one time: "demain matin", "samedi", "ouvert maintenant", "open tomorrow after
 * 6pm". Null if there are none.
 */
export function findTime(tokens: readonly Token[]): FoundTime | null {
  const said = new Set<number>()
  const days: SaidDay[] = []
  let hours: Hours | null = null
  for (let at = 0; at < tokens.length; ) {
    const refused = refusedTimeAt(tokens, at)
    if (refused > 0) {
      at += refused
      continue
    }
    const day = dayAt(tokens, at)
    const part = day ? undefined : partAt(tokens, at, said)
    const found = day ?? part
    if (!found) {
      at++
      continue
    }
    if (day) days.push(day.value)
    hours ??= day?.value.hours ?? part?.value ?? null
    for (let next = at; next < at + found.length; next++) said.add(next)
    at += found.length
  }
  const time = timeOf(days, hours, { through: saidThrough(tokens, said), next: saidNext(tokens, said) })
  return time && { said: time, tokens: around(tokens, said) }
}

/**
 * Number of tokens of a time to avoid: "pas le matin", "sauf le lundi", "fermé le lundi". Such a time is not searched for, but
 * reported as ignored.
 */
export function refusedTimeAt(tokens: readonly Token[], at: number): number {
  const { text = '', literal = false } = tokens[at] ?? {}
  if (literal || !NOT_AT.has(text)) return 0
  let behind = at + 1
  while (OF_A_TIME.has(tokens[behind]?.text ?? '')) behind++
  const found = dayAt(tokens, behind) ?? wordingAt(tokens, behind, PARTS)
  return found ? behind + found.length - at : 0
}

const NOT_AT = new Set(['pas', 'sauf', 'hors', 'ferme', 'fermee', 'fermes', 'not', 'except', 'closed'])

/** The longest wording that begins at the token. */
function wordingAt<Value>(
  tokens: readonly Token[],
  at: number,
  wordings: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: Value }[]>
): At<Value> | undefined {
  const first = tokens[at]
  if (!first || first.literal) return undefined
  const found = wordings
    .get(first.text)
    ?.find(({ words }) =>
      words.every((word, index) => tokens[at + index]?.text === word && !tokens[at + index]?.literal)
    )
  return found && { value: found.value, length: found.words.length }
}

function dayAt(tokens: readonly Token[], at: number): At<SaidDay> | undefined {
  const date = dateAt(tokens, at)
  return date ? { value: { date: date.value }, length: date.length } : wordingAt(tokens, at, DAYS)
}

/** Part of a day, or hours: "le midi" and "samedi midi" are times, "canal du midi" is not. */
function partAt(tokens: readonly Token[], at: number, said: ReadonlySet<number>): At<Hours> | undefined {
  const hours = hoursAt(tokens, at, said.has(at - 1))
  if (hours) return hours
  const part = wordingAt(tokens, at, PARTS)
  if (!part) return undefined
  const before = tokens[at - 1]?.text ?? ''
  const isTime =
    part.length > 2 ||
    said.has(at - 1) ||
    BEFORE_A_PART.has(before) ||
    (before === 'du' && EVENINGS.has(tokens[at]?.text ?? ''))
  return isTime ? part : undefined
}

const BEFORE_A_PART = new Set(
  'le les l en la ce cet cette ouvert ouverte ouverts ouvertes ouvre open opened this the at every day tot tard'.split(
    ' '
  )
)
const EVENINGS = new Set(['soir', 'matin'])

type Said = { readonly through: boolean; readonly next: boolean }

function timeOf(days: readonly SaidDay[], hours: Hours | null, { through, next }: Said): SaidTime | null {
  // "mardi 8 décembre" means the date, even if that day is not a Tuesday.
  const date = days.find((each) => each.date)?.date
  if (date) return { day: 'date', ...date, hours }
  const week = [...new Set(days.flatMap(({ week }) => week ?? []))]
  const [first, last] = week
  if (first !== undefined && last !== undefined && week.length === 2 && through && first < last)
    return { day: 'week', days: Array.from({ length: last - first + 1 }, (_, index) => first + index), hours }
  if (week.length > 0)
    return { day: 'week', days: week.toSorted((one, other) => one - other), hours, ...(next && { next }) }
  const plus = days.find(({ plus }) => plus !== undefined)?.plus
  if (plus !== undefined) return { day: 'today', plus, hours }
  if (days.some(({ now }) => now)) return { day: 'now' }
  return hours && { day: 'any', hours }
}

/** Whether the days are a range: "du lundi au vendredi". */
const saidThrough = (tokens: readonly Token[], said: ReadonlySet<number>): boolean =>
  tokens.some(
    ({ text }, at) =>
      (text === 'au' || text === 'to' || text === 'through') && said.has(at - 1) && said.has(at + 1)
  )

/** Whether today is excluded: "lundi prochain", "next Monday". */
const saidNext = (tokens: readonly Token[], said: ReadonlySet<number>): boolean =>
  tokens.some(({ text }, at) => NEXT.has(text) && (said.has(at - 1) || said.has(at + 1)))

const NEXT = new Set(['prochain', 'prochaine', 'next'])

/** Adds the words that belong to a time: "ouvert le samedi", "every saturday", "lundi prochain". */
function around(tokens: readonly Token[], said: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(said)
  for (const at of said) {
    for (let before = at - 1; isAround(tokens, before) && !all.has(before); before--) all.add(before)
    for (let after = at + 1; BEHIND_A_TIME.has(tokens[after]?.text ?? '') && !all.has(after); after++)
      all.add(after)
  }
  return all
}

const isAround = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return token !== undefined && !token.literal && (OPEN.has(token.text) || OF_A_TIME.has(token.text))
}

const OPEN = new Set(
  'ouvert ouverte ouverts ouvertes ouvre ouvrent ouverture ouvertures open opened opens opening disponible disponibles'.split(
    ' '
  )
)
const OF_A_TIME = new Set(
  'le les l en ce cet cette tous toutes chaque des du au et on this next every the in at during pendant jusqu meme aussi est sont toute'.split(
    ' '
  )
)
const BEHIND_A_TIME = new Set(
  'prochain prochaine prochains prochaines next ouvert ouverte ouverts ouvertes open'.split(' ')
)
