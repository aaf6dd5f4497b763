import type { z } from 'zod'
import type { BBox } from '../../domain/geo/geo.ts'
import type { ClusterCollection } from '../../http/v1/schemas/clusters.ts'
import { cellsSeen } from './view.ts'

type Clusters = z.output<typeof ClusterCollection>
export type Cluster = Clusters['features'][number]

type Asked = {
  /** Origin of the API; empty for that of the page. */
  readonly api: string
  /** The search's own filters. */
  readonly filters: URLSearchParams
  readonly seen: BBox
  readonly zoom: number
}

const DEEPEST = 20

/** What a map shows of the places that match. */
export async function fetchClusters(
  { api, filters, seen, zoom }: Asked,
  signal: AbortSignal
): Promise<Clusters> {
  // Down: cells of 64 pixels or more, so that buttons of 44 seldom meet.
  const level = Math.max(0, Math.min(DEEPEST, Math.floor(zoom)))
  const { west, south, east, north } = cellsSeen(seen, level)
  const asked = new URLSearchParams(filters)
  asked.set('bbox', [west, south, east, north].join(','))
  asked.set('zoom', String(level))
  const answer = await fetch(`${api}/v1/clusters?${asked}`, { signal })
  if (!answer.ok) throw new Error(`/v1/clusters: ${answer.status}`)
  return (await answer.json()) as Clusters
}
