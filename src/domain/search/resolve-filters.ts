import { type InputFault, invalidInput } from '../errors.ts'
import type { Point } from '../geo/geo.ts'
import { askableInstants } from '../opening/known-weeks.ts'
import { timezoneOf } from '../territories/timezone.ts'
import { DAY_MS } from '../time.ts'
import { readAsName } from '../words/read-name.ts'
import type { Mode } from '../words/read-words.ts'
import { timeAsked } from '../words/time/time-asked.ts'
import { understand } from '../words/understand.ts'
import type { TimeAsked, When, Words } from '../words/words.ts'
import type { SearchDeps } from './ports.ts'
import { knownItem } from './relevance/known-item.ts'
import { institutionsIn, onlyInstitutions } from './relevance/ranked-wishes.ts'
import { resolveWhere } from './relevance/resolve-where.ts'
import type { SearchWhere } from './relevance/search-where.ts'
import { type Demands, EVERYTHING, type Filters, type Sort } from './search-question.ts'

type Directories = Pick<SearchDeps, 'territories' | 'sources' | 'words' | 'namesKnown' | 'clock' | 'places'>

/**
 * Replaces each commune by all codes that its places may carry, and rejects unknown territories and sources,
 * so that a typing error in a code does not look like an empty country. Also reads the words of `q`; `sort`
 * decides whether a town in them is a starting point or a limit.
 */
export async function resolveFilters(
  directories: Directories,
  filters: Filters,
  sort: Sort | null,
  mode?: Mode
): Promise<Filters> {
  const { territories, sources } = directories
  const faults: InputFault[] = []
  const { commune, epci, department, region } = filters.territory
  const communes = await mapDemands(commune, async (code) => {
    const codes = await territories.communeCodes(code)
    if (!codes) faults.push(unknownTerritory('commune', code))
    return codes ?? []
  })
  for (const [kind, demands] of [
    ['epci', epci],
    ['department', department],
    ['region', region]
  ] as const) {
    for (const code of (demands ?? []).flat()) {
      if (!(await territories.exists(kind, code))) faults.push(unknownTerritory(kind, code))
    }
  }
  if (filters.source) faults.push(...unknownSources(filters.source, await sources.slugs()))
  if (faults.length > 0) throw invalidInput(faults)
  const read = { ...filters, ...(await readingOf(directories, filters, sort, mode)) }
  return communes ? { ...read, territory: { ...filters.territory, commune: communes } } : read
}

/**
 * What the words ask for, where, and whether they may be a name. "fablab lyon" means fablabs, the nearest to Lyon
 * first. "fablab calvados" means fablabs, the ones in the Calvados first, because the distance from the middle of a
 * département says little.
 */
async function readingOf(
  directories: Directories,
  filters: Filters,
  sort: Sort | null,
  mode?: Mode
): Promise<Pick<Filters, 'words' | 'where' | 'known' | 'absent'>> {
  const { territories } = directories
  const { q, near = null } = filters
  const words =
    q === undefined ? null : timed(await readAsMeant(directories, q, near, mode), directories.clock())
  const where = await resolveWhere(territories, filters, words, sort)
  if (!words) return where ? { where } : {}
  const known = knownItem(words, (await directories.words()).lexicon)
  const absent = where?.kind === 'around' ? await absentNear(directories, words, where) : []
  return {
    words: located(words, where),
    ...(where && { where }),
    ...(known && { known }),
    ...(absent.length > 0 && { absent })
  }
}

/**
 * In metres. If the nearest office of an institution is farther away, the France services in town that represent it come
 * first.
 */
const OFFICE_NEARBY = 15_000

/** Institutions that are asked for, if none of them has a place nearby. */
async function absentNear(
  { places }: Directories,
  words: Words,
  where: SearchWhere
): Promise<readonly string[]> {
  const asked = institutionsIn(words)
  if (asked.length === 0) return []
  const reach = await places.reach({ ...EVERYTHING, words: onlyInstitutions(words), where })
  return (reach?.nearestM ?? Number.POSITIVE_INFINITY) > OFFICE_NEARBY ? asked : []
}

/** Adds the point from which the search starts; null if the territory is a limit instead. */
function located(words: Words, where: SearchWhere | null): Words {
  if (!words.where) return words
  const centre = where?.kind === 'around' ? (where.starts[0]?.centre ?? null) : null
  return { ...words, where: { ...words.where, centre } }
}

/**
 * Resolves the time in the words, in the time zone of their territory. A time outside the known weeks is
 * ignored.
 */
function timed(words: Words, now: number): Words {
  const { when, where } = words
  if (!when) return words
  const at = timeAsked(when.said, now, timezoneOf(where?.department ?? null))
  return isKnownTime(at, now) ? { ...words, when: { ...when, at } } : withoutTime(words, when)
}

function isKnownTime(at: TimeAsked, now: number): boolean {
  if ('instant' in at) return true
  const { from, to } = askableInstants(new Date(now))
  // A margin at both ends, because the places are in different time zones.
  return ('local' in at ? [at.local] : [at.from, at.to]).every((local) => {
    const instant = Date.parse(`${local}Z`)
    return instant >= from + DAY_MS / 2 && instant <= to - DAY_MS
  })
}

const withoutTime = (words: Words, { spans, typed, undo }: When): Words => ({
  ...words,
  when: null,
  wishes: words.wishes.filter(({ kind }) => kind !== 'time'),
  ignored: [...words.ignored, { spans, typed, undo }],
  readings: [...words.readings, { as: 'ignored', spans, typed, undo }]
})

/** If the words are the whole name of a place, even with one letter wrong, that place is meant. */
async function readAsMeant(
  { words, namesKnown }: Directories,
  q: string,
  near: Point | null,
  mode?: Mode
): Promise<Words> {
  const reader = await words()
  const { words: read, names } = understand(q, reader, mode, near)
  const known = await namesKnown(names)
  return (known.size > 0 && readAsName(q, read, known, reader, near)) || read
}

async function mapDemands(
  demands: Demands | undefined,
  expand: (code: string) => Promise<readonly string[]>
): Promise<Demands | undefined> {
  if (!demands) return undefined
  // Without duplicates: Paris and its 11e arrondissement share a code, so its places would be found twice.
  const expanded = async (codes: readonly string[]) => [
    ...new Set((await Promise.all(codes.map(expand))).flat())
  ]
  return Promise.all(demands.map(expanded))
}

const unknownTerritory = (parameter: string, code: string): InputFault => ({
  parameter,
  detail: `No ${parameter} has the code ${code}. Look codes up at /v1/territories?kind=${parameter}&q=.`
})

function unknownSources(demands: Demands, slugs: readonly string[]): readonly InputFault[] {
  return demands
    .flat()
    .filter((slug) => !slugs.includes(slug))
    .map((slug) => ({ parameter: 'source', detail: `No source is named ${slug}.`, allowed: slugs }))
}
