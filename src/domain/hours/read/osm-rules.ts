import { DAYS, type DayRank, WEEK } from '../reading.ts'

/** A rule of an OpenStreetMap value that contains only days and hours. */
export type PlainRule = {
  readonly adds: boolean
  readonly days: readonly DayRank[]
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

/** The rules of a value, each with the separator before it. Quoted text is left unchanged. */
export function splitRules(value: string): readonly { readonly separator: string; readonly text: string }[] {
  const rules: { separator: string; text: string }[] = []
  const pieces = value.split(/("[^"]*")/)
  let separator = ''
  let text = ''
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) {
      text += piece
      continue
    }
    // A comma after hours or a state starts a rule if days, dates or weeks come next; between days it only separates
    // them.
    const parts = piece.split(/(;|\|\||(?<=[\d+fn] ?),(?= ?[A-Zw])(?! ?(?:PH|SH)\b(?!.*\d)))/)
    for (const [at, part] of parts.entries()) {
      if (at % 2 === 0) text += part
      else {
        rules.push({ separator, text: text.trim() })
        separator = part
        text = ''
      }
    }
  }
  rules.push({ separator, text: text.trim() })
  return rules.filter((rule) => rule.text !== '')
}

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su)'
const PLAIN = new RegExp(`^(?:(${DAY}(?:-${DAY})?(?:, ?${DAY}(?:-${DAY})?)*):? *)?(off|closed|[\\d:, -]+)$`)

const rankOf = (name: string): number => (DAYS as readonly string[]).indexOf(name)

function daysOf(list: string): readonly DayRank[] {
  return list.split(',').flatMap((item) => {
    const [first, last] = item.trim().split('-')
    const from = rankOf(first ?? '')
    const to = last === undefined ? from : rankOf(last)
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => ((from + step) % 7) as DayRank)
  })
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

function spanOf(text: string): { from: number; to: number } {
  const [from, to] = [minutes(text.trim().slice(0, 5)), minutes(text.trim().slice(-5))]
  return { from, to: to > from ? to : to + 24 * 60 }
}

/** The rule as days and hours; null if it contains anything else. */
export function plainRule(separator: string, text: string): PlainRule | null {
  const found = PLAIN.exec(text)
  if (!found || separator === '||') return null
  const spans = /^(?:off|closed)$/.test(found[2] ?? '') ? [] : (found[2] ?? '').split(',').map(spanOf)
  return { adds: separator === ',', days: found[1] ? daysOf(found[1]) : WEEK, spans }
}
