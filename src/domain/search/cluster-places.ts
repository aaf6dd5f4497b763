import { senselessQuestion } from '../errors.ts'
import type { BBox } from '../geo/geo.ts'
import {
  cellsIn,
  frameOf,
  gridLevel,
  isInRange,
  isOfTile,
  type Tile,
  WIDE_ZOOM,
  wholeCells
} from '../geo/map-grid.ts'
import { answeredFilters } from './other-reading.ts'
import type { Cell, PlaceReader, SearchDeps, WhenCold } from './ports.ts'
import { defaultSort, type Filters } from './search-question.ts'

/** Maximum number of cells in a box: four times as many as the largest screens show, at 64 pixels per cell. */
const CELLS_MOST = 16_384

/** The filters of a map, with their words understood. Throws `invalidInput` for an unknown territory or source. */
export const mapFilters = (deps: SearchDeps, asked: Filters): Promise<Filters> =>
  answeredFilters(deps, asked, defaultSort(asked))

/** Throws `senselessQuestion` if the box contains more cells than anyone can look at. */
export function checkFineness(bbox: BBox, zoom: number): void {
  if (cellsIn(bbox, zoom) > CELLS_MOST) throw senselessQuestion([TOO_FINE])
}

const TOO_FINE = {
  parameter: 'zoom',
  detail: `At this zoom the box holds more than ${CELLS_MOST} clusters: lower the zoom, or ask for a smaller box.`
}

/** Counts the places of a box in the cells of a map at this zoom. `filters` come from `mapFilters`, without a box. */
export async function clusterPlaces(
  places: PlaceReader,
  filters: Filters,
  { bbox, zoom }: { readonly bbox: BBox; readonly zoom: number },
  whenCold?: WhenCold
): Promise<readonly Cell[]> {
  const level = gridLevel(zoom)
  // The map of our pages asks for whole cells, so that all its views of a country share one reading.
  const range = zoom <= WIDE_ZOOM ? wholeCells(bbox, zoom) : undefined
  if (!range) return places.cells({ ...filters, bbox }, level, whenCold)
  return (await places.cells(filters, level, whenCold)).filter((cell) => isInRange(cell, range))
}

/** Counts the places of one tile. At each zoom, a place is in exactly one tile, however close to the border it is. */
export async function tilePlaces(
  places: PlaceReader,
  filters: Filters,
  tile: Tile,
  whenCold?: WhenCold
): Promise<readonly Cell[]> {
  // The cells of a country are few, so all its tiles are cut from one reading.
  const read = tile.zoom <= WIDE_ZOOM ? filters : { ...filters, bbox: frameOf(tile) }
  const cells = await places.cells(read, gridLevel(tile.zoom), whenCold)
  return cells.filter((cell) => isOfTile(cell, tile))
}
