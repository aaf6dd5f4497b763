import fc from 'fast-check'
import t from 'tap'
import { cleanText } from '../../../src/domain/hours/lexicon/clean-text.ts'
import { tokenize } from '../../../src/domain/hours/lexicon/tokenize.ts'
import { readDayColumns } from '../../../src/domain/hours/read/read-columns.ts'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'
import { readOsm } from '../../../src/domain/hours/read/read-osm.ts'
import { DAYS, FRENCH_DAYS } from '../../../src/domain/hours/reading.ts'
import { parsePhrases } from '../../../src/domain/hours/rule/parse-phrases.ts'
import { complaints, opens } from './opens.ts'

type Span = readonly [from: number, to: number]

const RUNS = { numRuns: 150 }

/** One to three spans between 06:00 and 23:00 that start and end at quarter hours. */
const spans: fc.Arbitrary<readonly Span[]> = fc
  .uniqueArray(fc.integer({ min: 24, max: 92 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => {
    const sorted = quarters.sort((a, b) => a - b).map((quarter) => quarter * 15)
    return Array.from(
      { length: Math.floor(sorted.length / 2) },
      (_, i) => [sorted[2 * i]!, sorted[2 * i + 1]!] as const
    )
  })

const week = fc
  .array(fc.option(spans), { minLength: 7, maxLength: 7 })
  .filter((days) => days.some((day) => day !== null))

const two = (n: number) => String(n).padStart(2, '0')
const HOURS: readonly ((minutes: number) => string)[] = [
  (m) => `${two(Math.floor(m / 60))}:${two(m % 60)}`,
  (m) => `${Math.floor(m / 60)}h${m % 60 ? two(m % 60) : ''}`,
  (m) => `${Math.floor(m / 60)}H${two(m % 60)}`,
  (m) => `${Math.floor(m / 60)} h ${two(m % 60)}`
]
const RANGES: readonly ((from: string, to: string) => string)[] = [
  (from, to) => `${from}-${to}`,
  (from, to) => `${from} – ${to}`,
  (from, to) => `de ${from} à ${to}`,
  (from, to) => `${from}/${to}`
]
const LISTS = [' et ', ' / ', ', ', ' - ', ' puis ']
const WEEKS: readonly ((day: string, hours: string) => string)[] = [
  (day, hours) => `${day} : ${hours}`,
  (day, hours) => `Le ${day} ${hours}`,
  (day, hours) => `${day.toUpperCase()} ${hours}`,
  (day, hours) => `les ${day}s ${hours}`
]
const ENDS = ['\n', ' ; ', '. ', ' | ', ', ']

const spelling = fc.record({
  hour: fc.constantFrom(...HOURS),
  range: fc.constantFrom(...RANGES),
  list: fc.constantFrom(...LISTS),
  day: fc.constantFrom(...WEEKS),
  end: fc.constantFrom(...ENDS)
})

t.test('a week opens at the same minutes however it is written in French', async () => {
  fc.assert(
    fc.property(week, spelling, (days, { hour, range, list, day, end }) => {
      const text = days
        .flatMap((hours, rank) =>
          hours
            ? [day(FRENCH_DAYS[rank]!, hours.map(([from, to]) => range(hour(from), hour(to))).join(list))]
            : []
        )
        .join(end)
      const osm = days
        .flatMap((hours, rank) =>
          hours
            ? [`${DAYS[rank]} ${hours.map(([from, to]) => `${HOURS[0]!(from)}-${HOURS[0]!(to)}`).join(',')}`]
            : []
        )
        .join('; ')
      const reading = readHours(text)
      return reading.confidence === 'exact' && opens(reading.osm!) === opens(osm)
    }),
    RUNS
  )
})

const PIECES = [
  'lundi',
  'au',
  'vendredi',
  'sauf',
  'fermé',
  '9h',
  '12h30',
  '-',
  '/',
  'et',
  '(',
  ')',
  'sur rendez-vous',
  'matin'
]
const MORE = [
  'semaine paire',
  '1er',
  'du mois',
  'vacances scolaires',
  'hors',
  'août',
  'à',
  ',',
  ':',
  '.',
  'jours fériés',
  '14/07'
]
const pieces = fc
  .array(fc.constantFrom(...PIECES, ...MORE), { maxLength: 14 })
  .map((words) => words.join(' '))

t.test('no text causes an error, and the library accepts every value', async () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces), (text) => {
      for (const { osm, confidence, raw, leftover } of [readHours(text), readDayColumns({ Tu: text })]) {
        if (osm === null) {
          if (confidence !== 'none') return false
        } else if (complaints(osm).some((told) => /erreur|Unexpected|not valid|inattendu/i.test(told)))
          return false
        if (confidence === 'exact' && leftover !== null) return false
        if (osm !== null && raw === text && confidence === 'none') return false
      }
      return true
    }),
    { numRuns: 600 }
  )
})

t.test('reading a value again gives the same value', async () => {
  fc.assert(
    fc.property(week, (days) => {
      const osm = days
        .flatMap((hours, rank) =>
          hours
            ? [`${DAYS[rank]} ${hours.map(([from, to]) => `${HOURS[0]!(from)}-${HOURS[0]!(to)}`).join(',')}`]
            : []
        )
        .join('; ')
      const once = readOsm(osm).osm!
      return readOsm(once).osm === once && opens(once) === opens(osm)
    }),
    RUNS
  )
})

t.test('reading takes time proportional to the length of the text', async (t) => {
  const steps = (text: string) => {
    const tokens = tokenize(cleanText(text))
    const phrases = parsePhrases(tokens)
    // Every token and phrase advances by at least one character, so none is read twice.
    t.ok(
      tokens.every((token, index) => token.end > token.start && token.start >= (tokens[index - 1]?.end ?? 0))
    )
    t.ok(phrases.every((phrase, index) => phrase.start >= (phrases[index - 1]?.start ?? 0)))
    return tokens.length + phrases.length
  }
  for (const junk of [
    '9h',
    '9h-',
    'lundi ',
    'sur rendez-',
    '09:00-12:00,',
    '(',
    '&amp',
    '<br',
    '1er et ',
    'é\uFFFD',
    '0 '
  ]) {
    const short = steps(junk.repeat(100))
    t.ok(steps(junk.repeat(1000)) <= 11 * short, junk)
    t.type(readHours(junk.repeat(1000)).confidence, 'string')
  }
})
