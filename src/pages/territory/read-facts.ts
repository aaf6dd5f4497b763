import type { Territory } from '../../domain/territories/territory.ts'
import { isWholeRegion, type PageKind } from '../addresses/territory-address.ts'
import { isVague } from '../parts/distance.tsx'
import { LISTED_FIELDS, type ListedPlace } from '../parts/listed-place.ts'
import type { Ask } from '../shell/api.ts'
import { namesakes } from './find-territory.ts'
import { childrenOf, neighboursAround } from './relatives.ts'
import type { Shown } from './shown.ts'

type FacetValue = { readonly code: string; readonly label: string; readonly count: number }

/** What the page of a territory shows. */
export type Facts = {
  readonly territory: Shown
  /** The territories around it, from the largest: région, département. */
  readonly enclosing: readonly Shown[]
  readonly places: number
  readonly openNow: number
  readonly unknownHours: number
  readonly services: readonly FacetValue[]
  readonly types: readonly FacetValue[]
  /** The nearest or best places in it or, if there are none, those around. */
  readonly listed: readonly ListedPlace[]
  readonly children: readonly Shown[]
  readonly neighbours: readonly Shown[]
  readonly namesakes: readonly Territory[]
}

type Counted = {
  readonly items: readonly ListedPlace[]
  readonly total: { readonly value: number } | null
  readonly facets?: Readonly<Record<string, readonly FacetValue[]>>
}

const FIELDS = LISTED_FIELDS.join(',')
const LISTED = 8
/** Places read to list those: many may be known by their commune only. */
const READ = 40
/** Places listed for a territory that has none. */
const AROUND = 5
/** What the places of a large territory are ranked by: the directory's own subject. */
const SUBJECT = 'aide numérique'

/** The filter of the API for the places in a territory. */
export const filterOf = ({
  kind,
  code
}: Pick<Territory, 'kind' | 'code'>): Readonly<Record<string, string>> => ({
  [kind]: code
})

/** Reads all that the page of a territory shows; `away` if the API does not answer. */
export async function readFacts(ask: Ask, territory: Shown): Promise<Facts | 'away'> {
  const count = (more: Readonly<Record<string, string>>) =>
    ask<Counted>(`/v1/places?${new URLSearchParams({ ...filterOf(territory), ...more })}`)
  const [all, open, hours, enclosing, children, neighbours, others] = await Promise.all([
    count({
      facets: 'service,type',
      limit: String(LISTED),
      fields: FIELDS,
      total: 'none'
    }),
    count({ open_at: 'now', limit: '1', fields: 'id', total: 'exact' }),
    count({ missing: 'hours', limit: '1', fields: 'id', total: 'exact' }),
    enclosingOf(ask, territory),
    childrenOf(ask, territory),
    neighboursAround(ask, territory),
    namesakes(ask, territory)
  ])
  if (!('body' in all) || !('body' in open) || !('body' in hours)) return 'away'
  // The total of a search would end at 10 000.
  const { places } = territory
  return {
    territory,
    enclosing,
    places,
    openNow: open.body.total?.value ?? 0,
    unknownHours: hours.body.total?.value ?? 0,
    services: all.body.facets?.service ?? [],
    types: all.body.facets?.type ?? [],
    listed: places === 0 ? await placesAround(ask, territory) : await bestOf(ask, territory, all.body.items),
    children,
    neighbours,
    namesakes: others
  }
}

/**
 * The places of a commune from its centre outwards; the best ones of a région or département for help with digital
 * life. They are not counted: a search from a point counts what is near, and a search by words what fits.
 */
async function bestOf(
  ask: Ask,
  territory: Shown,
  given: readonly ListedPlace[]
): Promise<readonly ListedPlace[]> {
  const { kind, centre } = territory
  const order: Readonly<Record<string, string>> =
    kind !== 'commune' ? { q: SUBJECT } : centre ? { lat: String(centre.lat), lon: String(centre.lon) } : {}
  const query = new URLSearchParams({
    ...filterOf(territory),
    ...order,
    limit: String(READ),
    fields: FIELDS,
    total: 'none'
  })
  const best = await ask<Counted>(`/v1/places?${query}`)
  const items = 'body' in best ? best.body.items : []
  // A place that is only known to be in the commune seems to stand at its centre, so it would come first.
  const [exact, vague] = [items.filter((each) => !isVague(each)), items.filter(isVague)]
  return items.length >= Math.min(LISTED, given.length) ? [...exact, ...vague].slice(0, LISTED) : given
}

/** The places nearest to a territory without any or, if its centre is unknown, some of the territory around it. */
async function placesAround(
  ask: Ask,
  { kind, centre, department, region }: Shown
): Promise<readonly ListedPlace[]> {
  const around: Readonly<Record<string, string>> | null = centre
    ? { lat: String(centre.lat), lon: String(centre.lon) }
    : kind === 'commune' && department !== null
      ? { department }
      : kind === 'department' && region !== null
        ? { region }
        : null
  if (!around) return []
  const query = new URLSearchParams({ ...around, limit: String(AROUND), fields: FIELDS, total: 'none' })
  const answered = await ask<Counted>(`/v1/places?${query}`)
  return 'body' in answered ? answered.body.items : []
}

async function enclosingOf(ask: Ask, { kind, region, department }: Shown): Promise<readonly Shown[]> {
  const codes: (readonly [PageKind, string])[] = []
  if (kind !== 'region' && region !== null) codes.push(['region', region])
  if (kind === 'commune' && department !== null && !isWholeRegion(department))
    codes.push(['department', department])
  const answers = await Promise.all(codes.map(([of, code]) => ask<Shown>(`/v1/territories/${of}/${code}`)))
  return answers.flatMap((answered) => ('body' in answered ? answered.body : []))
}
