import type { BBox } from '../../domain/geo/geo.ts'
import { boxAroundAll } from './apart.ts'
import { askClusters } from './clusters.ts'
import type { View } from './view.ts'

type Asked = {
  /** Origin of the API; empty if it is the origin of the page. */
  readonly api: string
  /** The filters of the search. */
  readonly filters: URLSearchParams
}

const WORLD = [-180, -90, 180, 90]
/** The zoom at which the whole world is asked for; the API refuses as many cells as a closer zoom would have. */
const WORLD_ZOOM = 3

/** The box that a view stands for; undefined if no place matches, or if the API does not answer. */
export async function boxOfView(
  { api, filters }: Asked,
  view: View,
  signal: AbortSignal
): Promise<BBox | undefined> {
  if (view !== 'matching') return view
  const answer = await askClusters(api, filters, WORLD, WORLD_ZOOM, signal).catch(() => undefined)
  return answer && boxAroundAll(answer.features)
}
