import { compose } from '../compose/compose.ts'
import { ofText } from '../compose/target-days.ts'
import type { Timetable } from '../compose/timetable.ts'
import { writeOsm } from '../compose/write-osm.ts'
import { cleanText } from '../lexicon/clean-text.ts'
import { spellDays } from '../lexicon/day-letters.ts'
import { tokenize } from '../lexicon/tokenize.ts'
import { type HoursReading, unread } from '../reading.ts'
import { parsePhrases } from '../rule/parse-phrases.ts'
import type { Leftover, ParsedHours } from '../say/clause.ts'
import { parseClauses } from '../say/parse-clauses.ts'
import { withRounds } from '../say/rounds.ts'
import { isAmbiguous, meansOsm, mendEnglish, mendOsm, mendTwelveHours } from './mend-osm.ts'
import { readOsm } from './read-osm.ts'

/**
 * Maximum length; real texts are shorter. A condition is compared with all the hours before it, so a text with
 * thousands of repetitions would take long.
 */
const LONGEST = 10_000

/** Parses a French text about hours into clauses. */
export function parseHours(raw: string): ParsedHours {
  if (raw.length > LONGEST) return { clauses: [], leftovers: [{ words: raw, touches: [] }], aboutHours: true }
  const text = spellDays(cleanText(raw))
  return parseClauses(text, parsePhrases(tokenize(text)))
}

const joinLeftovers = (leftovers: readonly Leftover[]): string | null => {
  const words = [...new Set(leftovers.map((one) => one.words.trim()).filter(Boolean))]
  return words.length > 0 ? words.join(' … ') : null
}

/** The reading of a timetable; it is exact only if nothing was left over. */
export function readingOf(raw: string, timetable: Timetable): HoursReading {
  const osm = writeOsm(timetable)
  const leftover = joinLeftovers(timetable.leftovers)
  if (osm === null) return unread(raw, leftover)
  return { raw, osm, confidence: leftover === null ? 'exact' : 'partial', leftover }
}

/**
 * A whole value in quotation marks, as spreadsheets leave it. In the OpenStreetMap format, it would be a comment.
 */
const QUOTED = /^\s*"([^"]*\d[^"]*)"\s*$/

const DAYLESS = /^(?!.*00:00-24:00)[\d:,; -]+$/

/**
 * In loosely written values, "Mo,Th 9:00-12:00; Th 14:00-17:00" means two openings on Thursday, although in the
 * format the second rule replaces the first. Hours that overlap are read as the format defines.
 */
function readLooseOsm(value: string): HoursReading {
  const added = readOsm(value.replace(/;(?= (?:Mo|Tu|We|Th|Fr|Sa|Su)[^;"]*\d:)/g, ','))
  return added.confidence === 'exact' ? added : readOsm(value)
}

/** Reads opening hours in French, or in the OpenStreetMap format. */
export function readHours(raw: string): HoursReading {
  // In the OpenStreetMap format, a value without days applies to all days. But people who leave the days out do not
  // mean to include Sunday.
  const osm = DAYLESS.test(raw) || QUOTED.test(raw) ? unread(raw, raw) : readOsm(raw)
  if (osm.osm !== null) return osm
  const quoted = QUOTED.exec(raw)?.[1]
  if (quoted !== undefined) return { ...readHours(quoted), raw }
  const english = mendEnglish(raw)
  if (english !== null) {
    const reading = readLooseOsm(mendOsm(english))
    if (reading.osm !== null) return { ...reading, raw }
  }
  if (meansOsm(raw)) return { ...readLooseOsm(mendOsm(raw)), raw }
  if (isAmbiguous(raw)) return unread(raw, raw.trim())
  return readingOf(raw, compose(ofText(withRounds(parseHours(mendTwelveHours(raw)))), false))
}
