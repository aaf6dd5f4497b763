import type { Phrase } from '../rule/phrase.ts'

/** A heading, which is a run of unknown words before a colon: the indices of its first and last phrase. */
type Heading = { readonly from: number; readonly to: number }

const BEFORE: readonly Phrase['is'][] = ['pause', 'stop', 'close', 'times', 'closed', 'appointment']

function headingAt(phrases: readonly Phrase[], colon: number): Heading | null {
  let from = colon
  while (phrases[from - 1]?.is === 'unknown' || phrases[from - 1]?.is === 'neutral') from--
  const words = phrases.slice(from, colon)
  const before = phrases[from - 1]
  const isFirst = before === undefined || BEFORE.includes(before.is)
  return isFirst && words.some(({ is }) => is === 'unknown') ? { from, to: colon - 1 } : null
}

/**
 * "Mairie : lundi 9h-12h ; Annexe : mardi 14h-17h": the hours of two places or services, and it is unknown which one
 * is meant. Returns the headings by the index of their first phrase. Returns none if there are fewer than two
 * different headings, because a single heading is the name of the place itself.
 */
export function headingsOf(text: string, phrases: readonly Phrase[]): ReadonlyMap<number, Heading> {
  const found = phrases.flatMap((phrase, index) => {
    if (phrase.is !== 'colon') return []
    const next = phrases.slice(index + 1, index + 3).find(({ is }) => is !== 'neutral')
    const heading = next?.is === 'days' ? headingAt(phrases, index) : null
    return heading ? [heading] : []
  })
  const words = new Set(
    found.map(({ from, to }) => text.slice(phrases[from]?.start, phrases[to]?.end).toLowerCase())
  )
  return new Map(words.size > 1 ? found.map((heading) => [heading.from, heading]) : [])
}
