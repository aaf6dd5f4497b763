import { type InputFault, invalidInput } from '../errors.ts'
import type { Point } from '../geo/geo.ts'
import { findArea } from '../territories/areas.ts'
import { timezoneOf } from '../territories/timezone.ts'
import { readAsName } from '../words/read-name.ts'
import type { Mode } from '../words/read-words.ts'
import { timeAsked } from '../words/time/time-asked.ts'
import { understand } from '../words/understand.ts'
import { isArrondissement } from '../words/where/gazetteer.ts'
import type { Spot, Words } from '../words/words.ts'
import type { SearchDeps } from './ports.ts'
import type { Area, Demands, Filters, Sort } from './search-question.ts'

type Directories = Pick<SearchDeps, 'territories' | 'sources' | 'words' | 'namesKnown' | 'clock'>

/**
 * Replaces each commune by every code its places may carry, and refuses territories and sources that are not
 * known: a typing error in a code must not look like an empty country. Reads the words, of which `sort` says whether
 * where they name is where to begin, or a limit.
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
 * "fablab lyon" means fablabs, those nearest to Lyon first. An order by name, or an export, has no nearest: there it
 * means those of Lyon. A département has no middle that anybody means, so it is a limit always.
 */
async function readingOf(
  directories: Directories,
  { q, near }: Filters,
  sort: Sort | null,
  mode?: Mode
): Promise<Pick<Filters, 'words' | 'area'>> {
  if (q === undefined) return {}
  const read = timed(await readAsMeant(directories, q, near ?? null, mode), directories.clock())
  const { where } = read
  if (!where) return { words: read }
  const isSpot = where.kind === 'commune' || where.kind === 'postcode'
  const centre = isSpot && sort === 'relevance' ? await centreOf(directories.territories, where) : null
  const words = { ...read, where: { ...where, centre } }
  // "relais bayeux intercom" may be called after an intercommunality, and lie outside of it.
  const isNamedAfter =
    where.kind === 'epci' && read.groups.some(({ codes, required }) => required && codes.length === 0)
  if (centre || isNamedAfter) return { words }
  const area = await areaOf(directories.territories, [where, ...where.also])
  return area ? { words, area } : { words }
}

/** Its own; of a part of a town or a postcode, that of its places, because the lists tell only that of the whole. */
async function centreOf(territories: SearchDeps['territories'], where: Spot): Promise<Point | null> {
  const { kind, code, centre, commune, part } = where
  if (kind === 'postcode') return (await territories.aboutPostcode(code)) ?? centre
  const isPart = commune !== null && part !== null && !(centre && isArrondissement(code))
  const own = isPart ? await territories.aboutPart(commune, part) : null
  return own ?? centre ?? (await territories.aboutCommune(commune ?? code))
}

/** The limit that all of these are together; null where they are of several kinds. */
async function areaOf(territories: SearchDeps['territories'], spots: readonly Spot[]): Promise<Area | null> {
  const areas = await Promise.all(
    spots.map(async ({ kind, code }): Promise<Area> => {
      const area = kind === 'area' ? findArea(code) : undefined
      if (area) return { kind: area.of, codes: area.codes }
      if (kind !== 'commune') return { kind: kind === 'area' ? 'region' : kind, codes: [code] }
      return { kind, codes: (await territories.communeCodes(code)) ?? [code] }
    })
  )
  const [first] = areas
  return first && areas.every(({ kind }) => kind === first.kind)
    ? { kind: first.kind, codes: areas.flatMap(({ codes }) => codes) }
    : null
}

/** With the time that is meant, as clocks show it where the words say. */
const timed = (words: Words, now: number): Words => {
  const { when, where } = words
  const zone = timezoneOf(where?.department ?? null)
  return when ? { ...words, when: { ...when, at: timeAsked(when.said, now, zone) } } : words
}

/** Whoever types the whole name of a place means that place, even with a letter wrong. */
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
  // Once each: Paris and its 11e arrondissement share a code, under which places would be found twice.
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
