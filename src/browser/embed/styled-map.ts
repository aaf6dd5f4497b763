import mapLibreCss from 'maplibre-gl/dist/maplibre-gl.css?inline'
import mapCss from '../map/map.css?inline'
import { sheetOf } from './sheet.ts'

export { createMap } from '../map/create-map.ts'
export { FRANCE } from '../map/view.ts'

// The policy of the page around may refuse images within a style sheet, and they would be tried: embed.css has signs instead.
const withoutImages = mapLibreCss.replace(/url\((['"])data:.*?\1\)/gs, 'none')

export const MAP_STYLES = [withoutImages, mapCss].map(sheetOf)
