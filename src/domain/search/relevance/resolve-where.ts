import type { Point } from '../../geo/geo.ts'
import { findArea } from '../../territories/areas.ts'
import { isArrondissement } from '../../words/where/gazetteer.ts'
import type { Spot, Where, Words } from '../../words/words.ts'
import type { SearchDeps } from '../ports.ts'
import type { Filters, Sort } from '../search-question.ts'
import { type AreaWhere, type OwnPlaces, pointStart, type SearchWhere, type Start } from './search-where.ts'

type Directory = SearchDeps['territories']

/**
 * Decides where to search: the territory named in the words, else the position, else the commune or postcode
 * in the filters. When sorting by distance, the position comes before a town in the words. Null if none of
 * them is given.
 */
export async function resolveWhere(
  territories: Directory,
  filters: Pick<Filters, 'near' | 'territory' | 'radius'>,
  words: Words | null,
  sort: Sort | null
): Promise<SearchWhere | null> {
  const { near } = filters
  if (!words) return near && sort === 'distance' ? nearOnly(near) : null
  const said = words.where && (await whereSaid(territories, words.where))
  // A département stays a limit, even when sorting by distance from a position.
  if (said && !(sort === 'distance' && near && said.kind === 'around')) return said
  if (near) return { kind: 'around', starts: [pointStart(near, await territories.scaleAt(near))] }
  return whereDemanded(territories, filters.territory)
}

/** A search without words scores nothing, so the scale of its starting point has no effect. */
const nearOnly = (near: Point): SearchWhere => ({ kind: 'around', starts: [pointStart(near, 1)] })

async function whereSaid(territories: Directory, where: Where): Promise<SearchWhere | null> {
  const spots: readonly Spot[] = [where, ...where.also]
  const starts = await Promise.all(spots.map((spot) => startAt(territories, spot, where.postcode)))
  const known = starts.filter((start) => start !== null)
  if (known.length > 0) return { kind: 'around', starts: known }
  const areas = await Promise.all(spots.map((spot) => areaOf(territories, spot)))
  const [first] = areas
  // Several areas are combined only if they are of the same kind.
  return first
    ? { ...first, codes: areas.flatMap((each) => (each.territory === first.territory ? each.codes : [])) }
    : null
}

/** The starting point in a town, with the town's own places. Null for an area, or if the position is unknown. */
async function startAt(territories: Directory, spot: Spot, postcode: string | null): Promise<Start | null> {
  const { kind, code, commune, part, centre } = spot
  if (kind === 'postcode') {
    const around = await territories.surroundings('postcode', code)
    return around && { ...around, own: { territory: 'postcode', codes: [code] } }
  }
  if (kind === 'epci') {
    // People of an intercommunality go to its main town, so that the distance from there says much. It says little in a
    // département, which has several.
    const around = await territories.surroundings('epci', code)
    return around && { ...around, own: { territory: 'epci', codes: [code] } }
  }
  if (kind !== 'commune') return null
  const own = postcode
    ? ({ territory: 'postcode', codes: [postcode] } as const)
    : await filedUnder(territories, code)
  if (commune === null || part === null) {
    const around = await territories.surroundings('commune', code)
    return around && { ...around, own }
  }
  return partAt(territories, { commune, part, arrondissement: isArrondissement(code) ? own : null, centre })
}

const filedUnder = async (territories: Directory, code: string): Promise<OwnPlaces> => ({
  territory: 'commune',
  codes: (await territories.communeCodes(code)) ?? [code]
})

type Part = {
  readonly commune: string
  readonly part: string
  /** The places of an arrondissement. Null for other parts of a commune, because places do not carry their codes. */
  readonly arrondissement: OwnPlaces | null
  readonly centre: Point | null
}

/**
 * A part of a commune is located at the middle of its places, because the lists give the centre of the whole
 * commune only. For arrondissements, they give the centre too.
 */
async function partAt(
  territories: Directory,
  { commune, part, arrondissement, centre }: Part
): Promise<Start | null> {
  const whole = await territories.surroundings('commune', commune)
  const own = arrondissement && centre ? null : await territories.aboutPart(commune, part)
  const from = own ?? centre ?? whole?.centre
  if (!from) return null
  return { ...pointStart(from, await territories.scaleAt(from)), own: arrondissement }
}

async function areaOf(territories: Directory, { kind, code }: Spot): Promise<AreaWhere> {
  if (kind === 'commune') {
    const { codes } = await filedUnder(territories, code)
    return { kind: 'area', territory: 'commune', codes, centre: null }
  }
  const area = kind === 'area' ? findArea(code) : undefined
  const [territory, codes] = area ? [area.of, area.codes] : [kind === 'area' ? 'region' : kind, [code]]
  const around = await Promise.all(codes.map((each) => territories.surroundings(territory, each)))
  return { kind: 'area', territory, codes, centre: middleOf(around.flatMap((each) => each?.centre ?? [])) }
}

function middleOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, each) => sum + of(each), 0) / points.length
  return { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) }
}

/**
 * Starts from the one commune or postcode in the filters, whose places are the only results. Null if there are
 * several, because they have no common centre.
 */
async function whereDemanded(
  territories: Directory,
  { commune, postcode }: Filters['territory']
): Promise<SearchWhere | null> {
  const one = (demands: typeof commune) =>
    demands?.length === 1 && demands[0]?.length === 1 ? demands[0][0] : undefined
  const [town, code] = [one(commune), one(postcode)]
  const around =
    town !== undefined
      ? await territories.surroundings('commune', town)
      : code !== undefined && (await territories.surroundings('postcode', code))
  if (!around) return null
  const own: OwnPlaces =
    town === undefined ? { territory: 'postcode', codes: [code ?? ''] } : await filedUnder(territories, town)
  return { kind: 'around', starts: [{ ...around, extentM: around.reachM, own }], demanded: true }
}
