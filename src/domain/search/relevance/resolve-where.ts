import type { Point } from '../../geo/geo.ts'
import type { Where, Words } from '../../words/words.ts'
import type { SearchDeps } from '../ports.ts'
import type { Filters, Sort } from '../search-question.ts'
import { pointStart, type SearchWhere, type Start } from './search-where.ts'

type Directory = SearchDeps['territories']

/**
 * Where places are sought: where the words say, else in the commune or postcode that is demanded, else near the position. An
 * order by distance is from the position first. Null if nothing says where.
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
  // A département is a limit, whatever the order is from.
  if (said && !(sort === 'distance' && near && said.kind === 'around')) return said
  if (near) return { kind: 'around', starts: [pointStart(near, await territories.scaleAt(near))] }
  return whereDemanded(territories, filters.territory)
}

/** Where nothing is wished, nothing is scored. */
const nearOnly = (near: Point): SearchWhere => ({ kind: 'around', starts: [pointStart(near, 1)] })

async function whereSaid(territories: Directory, where: Where): Promise<SearchWhere | null> {
  const { kind, code, postcode, also } = where
  if (kind === 'department' || kind === 'region' || kind === 'epci') {
    const centre = (await territories.surroundings(kind, code))?.centre ?? null
    return { kind: 'area', territory: kind, codes: [code], centre }
  }
  if (kind === 'area') return null
  const spots = [{ kind, code, commune: where.commune, centre: where.centre, postcode }, ...also]
  const starts = await Promise.all(spots.map((spot) => startAt(territories, spot)))
  const known = starts.filter((start) => start !== null)
  if (known.length > 0) return { kind: 'around', starts: known }
  if (kind === 'postcode') return { kind: 'area', territory: 'postcode', codes: [code], centre: null }
  const codes = (await territories.communeCodes(code)) ?? [code]
  return { kind: 'area', territory: 'commune', codes, centre: null }
}

type Spot = Pick<Where, 'kind' | 'code' | 'commune' | 'centre'> & { readonly postcode?: string | null }

/** A town with its own places. A part of a commune without any of its own lies where it is said to, else where the commune does. */
async function startAt(
  territories: Directory,
  { kind, code, commune, centre, postcode }: Spot
): Promise<Start | null> {
  if (kind === 'postcode') {
    const around = await territories.surroundings('postcode', code)
    return around && { ...around, own: { territory: 'postcode', codes: [code] } }
  }
  if (kind !== 'commune') return null
  const around = await territories.surroundings('commune', code)
  const whole = around ?? (commune === null ? null : await territories.surroundings('commune', commune))
  if (!whole) return centre && pointStart(centre, await territories.scaleAt(centre))
  const codes = (await territories.communeCodes(around ? code : (commune ?? code))) ?? [code]
  const own = postcode
    ? ({ territory: 'postcode', codes: [postcode] } as const)
    : ({ territory: 'commune', codes } as const)
  return { ...whole, ...(around || !centre ? {} : { centre }), own }
}

/** Of one commune or postcode that is demanded; of several there is no middle. */
async function whereDemanded(
  territories: Directory,
  { commune, postcode }: Filters['territory']
): Promise<SearchWhere | null> {
  const demanded =
    (commune?.length === 1 &&
      commune[0]?.[0] !== undefined && { kind: 'commune', code: commune[0][0], one: true }) ||
    (postcode?.length === 1 &&
      postcode[0]?.length === 1 && { kind: 'postcode', code: postcode[0][0] ?? '', one: true })
  if (!demanded) return null
  const around = await territories.surroundings(demanded.kind as 'commune' | 'postcode', demanded.code)
  return around && { kind: 'around', starts: [{ ...around, own: null }] }
}
