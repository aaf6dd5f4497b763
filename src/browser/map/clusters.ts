import type { z } from 'zod'
import type { BBox } from '../../domain/geo/geo.ts'
import type { ClusterCollection } from '../../http/v1/schemas/clusters.ts'
import { cellsSeen } from './view.ts'

type Clusters = z.output<typeof ClusterCollection>
export type Cluster = Clusters['features'][number]

type Asked = {
  /** Origin of the API; empty if it is the origin of the page. */
  readonly api: string
  /** The filters of the search. */
  readonly filters: URLSearchParams
  readonly seen: BBox
  readonly zoom: number
}

const DEEPEST = 20

/** Fetches the places that match the filters, as the map shows them: alone or in clusters. */
export async function fetchClusters(
  { api, filters, seen, zoom }: Asked,
  signal: AbortSignal
): Promise<Clusters> {
  // The zoom is rounded down, so that cells have 64 pixels or more, and buttons of 44 pixels seldom overlap.
  const level = Math.max(0, Math.min(DEEPEST, Math.floor(zoom)))
  const { west, south, east, north } = cellsSeen(seen, level)
  return askClusters(api, filters, [west, south, east, north], level, signal)
}

/** Asks the API for the places of a box, which is west, south, east, north in degrees. */
export async function askClusters(
  api: string,
  filters: URLSearchParams,
  box: readonly number[],
  zoom: number,
  signal: AbortSignal
): Promise<Clusters> {
  const asked = new URLSearchParams(filters)
  asked.set('bbox', box.join(','))
  asked.set('zoom', String(zoom))
  const answer = await fetch(`${api}/v1/clusters?${asked}`, { signal })
  if (!answer.ok) throw new Error(`/v1/clusters: ${answer.status}`)
  return (await answer.json()) as Clusters
}
