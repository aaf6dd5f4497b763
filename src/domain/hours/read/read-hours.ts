import { compose } from '../compose/compose.ts'
import { ofText } from '../compose/target-days.ts'
import type { Timetable } from '../compose/timetable.ts'
import { writeOsm } from '../compose/write-osm.ts'
import { cleanText } from '../lexicon/clean-text.ts'
import { tokenize } from '../lexicon/tokenize.ts'
import { type HoursReading, unread } from '../reading.ts'
import { parsePhrases } from '../rule/parse-phrases.ts'
import type { Said } from '../say/clause.ts'
import { parseClauses } from '../say/parse-clauses.ts'
import { readOsm } from './read-osm.ts'

/** Nobody states hours in more; a condition said a thousand times over is looked at with all the hours before it. */
const LONGEST = 10_000

/** What a French text says of hours, clause by clause. */
export function parseHours(raw: string): Said {
  if (raw.length > LONGEST) return { clauses: [], leftovers: [raw], aboutHours: true }
  const text = cleanText(raw)
  return parseClauses(text, parsePhrases(tokenize(text)))
}

const told = (leftovers: readonly string[]): string | null => {
  const words = [...new Set(leftovers.map((one) => one.trim()).filter(Boolean))]
  return words.length > 0 ? words.join(' … ') : null
}

/** The reading of a timetable: exact only when nothing was left over. */
export function readingOf(raw: string, timetable: Timetable): HoursReading {
  const osm = writeOsm(timetable)
  const leftover = told(timetable.leftovers)
  if (osm === null) return unread(raw, leftover)
  return { raw, osm, confidence: leftover === null ? 'exact' : 'partial', leftover }
}

/** Reads opening hours written in French, or already in OpenStreetMap's language. */
export function readHours(raw: string): HoursReading {
  const osm = readOsm(raw)
  if (osm.osm !== null) return osm
  return readingOf(raw, compose(ofText(parseHours(raw)), false))
}
