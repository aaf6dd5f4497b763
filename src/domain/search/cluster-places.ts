import { senselessQuestion } from '../errors.ts'
import type { BBox } from '../geo/geo.ts'
import { cellsIn, frameOf, gridLevel, isOfTile, type Tile } from '../geo/map-grid.ts'
import { answeredFilters } from './other-reading.ts'
import type { Cell, SearchDeps } from './ports.ts'
import { defaultSort, type Filters } from './search-question.ts'

/** Maximum number of cells in a box: four times as many as the largest screens show, at 64 pixels per cell. */
const CELLS_MOST = 16_384

/** Up to this zoom, all tiles of a search are cut from one result, because it has few cells. */
const READ_WHOLE = 6

/**
 * Counts the places of a box in the cells of a map at this zoom. Throws `senselessQuestion` if the box contains more
 * cells than anyone can look at, and `invalidInput` for an unknown territory or source.
 */
export async function clusterPlaces(
  deps: SearchDeps,
  asked: Filters & { readonly bbox: BBox },
  zoom: number
): Promise<readonly Cell[]> {
  if (cellsIn(asked.bbox, zoom) > CELLS_MOST) throw senselessQuestion([TOO_FINE])
  const { bbox, ...question } = asked
  const filters = await answeredFilters(deps, question, defaultSort(question))
  return deps.places.cells({ ...filters, bbox }, gridLevel(zoom))
}

const TOO_FINE = {
  parameter: 'zoom',
  detail: `At this zoom the box holds more than ${CELLS_MOST} clusters: lower the zoom, or ask for a smaller box.`
}

/** Counts the places of one tile. At each zoom, a place is in exactly one tile, however close to the border it is. */
export async function tilePlaces(deps: SearchDeps, asked: Filters, tile: Tile): Promise<readonly Cell[]> {
  const filters = await answeredFilters(deps, asked, defaultSort(asked))
  const read = tile.zoom <= READ_WHOLE ? filters : { ...filters, bbox: frameOf(tile) }
  const cells = await deps.places.cells(read, gridLevel(tile.zoom))
  return cells.filter((cell) => isOfTile(cell, tile))
}
