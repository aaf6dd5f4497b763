import mapLibreCss from 'maplibre-gl/dist/maplibre-gl.css?inline'
import mapCss from '../map/map.css?inline'
import { sheetOf } from './sheet.ts'

export { createMap } from '../map/create-map.ts'

// The content security policy of the embedding page may refuse images in a style sheet, and the browser would still
// try to load them. So they are removed, and embed.css has text symbols instead.
const withoutImages = mapLibreCss.replace(/url\((['"])data:.*?\1\)/gs, 'none')

export const MAP_STYLES = [withoutImages, mapCss].map(sheetOf)
