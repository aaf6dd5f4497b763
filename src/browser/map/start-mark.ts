import { type Map as MapLibre, Marker } from 'maplibre-gl'
import type { Point } from '../../domain/geo/geo.ts'

/** The point from which the distances of a search are measured, and what it is: "Vous êtes ici", or a town. */
export type Start = Point & { readonly label: string }

/**
 * Marks the start of the search with a ring, wider than a cluster, and with its name below. So it can be seen even
 * if places are exactly there, and it hides none of their numbers. Returns a function that replaces the mark.
 */
export function startMarkOn(map: MapLibre): (start: Start | null) => void {
  let marked: Marker | undefined
  return (start) => {
    marked?.remove()
    marked = start
      ? new Marker({ element: ring(start.label) }).setLngLat([start.lon, start.lat]).addTo(map)
      : undefined
  }
}

function ring(label: string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'map-start'
  const name = document.createElement('span')
  name.textContent = label
  element.append(name)
  return element
}
