import { fold } from '../lexicon/clean-text.ts'
import { headsOtherHours, takesAway } from '../lexicon/takes-away.ts'
import { type DayRank, WEEK } from '../reading.ts'
import type { Phrase } from '../rule/phrase.ts'
import type { State } from './parse-state.ts'

type Place = { readonly start: number; readonly end: number }

const BREAKS: readonly Phrase['is'][] = ['pause', 'stop', 'open', 'close']

/** The words between two full stops, semicolons or ends of line. */
function sentenceAround({ phrases, text }: State, { start, end }: Place): Place {
  const stops = phrases.filter((phrase) => phrase.is === 'stop')
  return {
    start: stops.findLast((stop) => stop.end <= start)?.end ?? 0,
    end: stops.find((stop) => stop.start >= end)?.start ?? text.length
  }
}

const isInBrackets = ({ phrases }: State, { start }: Place): boolean =>
  phrases.findLast((phrase) => phrase.end <= start && (phrase.is === 'open' || phrase.is === 'close'))?.is ===
  'open'

const isWithin = (phrase: Phrase, { start, end }: Place): boolean =>
  phrase.start >= start && phrase.end <= end

const daysWithin = ({ phrases }: State, words: Place): readonly DayRank[] =>
  phrases.flatMap((phrase) =>
    isWithin(phrase, words) && (phrase.is === 'days' || phrase.is === 'doubt') ? (phrase.days ?? []) : []
  )

const NO_DAY = /^(?:la )?semaine/i

/**
 * The days that leftover words name. "3 semaines" and "tous les jours" name no day, and hours by telephone are not
 * opening hours.
 */
export function daysNamed(state: State, words: Place): readonly DayRank[] {
  const within = state.phrases.filter((phrase) => isWithin(phrase, words))
  if (within[0]?.is === 'by-phone') return []
  return within.flatMap((phrase) => {
    if ((phrase.is !== 'days' && phrase.is !== 'doubt') || phrase.days === null) return []
    const isOfWeek =
      phrase.days.length === WEEK.length || NO_DAY.test(state.text.slice(phrase.start, phrase.end))
    return isOfWeek ? [] : phrase.days
  })
}

/** The days of the statement that follows without a comma, full stop or bracket in between. */
function followedDirectly(state: State, { end }: Place): readonly DayRank[] {
  const next = state.phrases.find(
    (phrase) => phrase.start >= end && !['neutral', 'colon'].includes(phrase.is)
  )
  const stretch = state.stretches.find((one) => one.start >= end)
  return next && stretch && next.start >= stretch.start ? stretch.days : []
}

/**
 * The days that leftover words may concern. These are the days of the statement beside them, or of all
 * statements in the sentence if it is unclear which. If the words stand alone and name no day, it is the whole
 * week.
 */
export function touchedDays(state: State, words: Place): readonly DayRank[] {
  const within = state.phrases.filter((phrase) => isWithin(phrase, words))
  if (within[0]?.is === 'by-phone') return []
  const wasCut = within.some((phrase) => phrase.is === 'cut')
  const folded = fold(state.text.slice(words.start, words.end))
  const other = headsOtherHours(folded) ? followedDirectly(state, words) : []
  if (!wasCut && !takesAway(folded)) return other
  const sentence = sentenceAround(state, words)
  const beside = state.stretches.filter((one) => one.start < sentence.end && one.end > sentence.start)
  const before = beside.findLast((one) => one.start <= words.start)
  const after = beside.find((one) => one.start >= words.end)
  const separated = (from: number, to: number): boolean =>
    state.phrases.some((phrase) => phrase.start >= from && phrase.end <= to && BREAKS.includes(phrase.is))
  const own =
    before && isInBrackets(state, words)
      ? [before]
      : before && after
        ? [
            ...(separated(before.end, words.start) && !separated(words.end, after.start) ? [] : [before]),
            ...(separated(words.end, after.start) ? [] : [after])
          ]
        : beside
  const days = [...own.flatMap((one) => one.days), ...daysWithin(state, words)]
  return days.length > 0 ? days : WEEK
}
