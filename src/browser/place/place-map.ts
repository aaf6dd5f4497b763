import { Marker } from 'maplibre-gl'
import type { PlaceTold } from '../../pages/place/place-told.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { streetMap } from '../map/street-map.ts'

type Shown = Pick<PlaceTold, 'lang' | 'name'> & {
  readonly at: NonNullable<PlaceTold['at']>
  readonly base: Exclude<BaseMap, { kind: 'outline' }>
}

/** Draws the place on the base map. */
export async function drawPlace(drawn: Element, shown: Shown): Promise<void> {
  const map = await streetMap(drawn, shown)
  new Marker({ element: pin(), anchor: 'center' }).setLngLat([shown.at.lon, shown.at.lat]).addTo(map)
}

/** The name of the map contains the name of the place, so the pin says nothing. */
function pin(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'map-pin'
  element.ariaHidden = 'true'
  return element
}
