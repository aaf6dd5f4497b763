import type { Point } from '../../domain/geo/geo.ts'
import type { PinTold } from '../../pages/edits/pin-told.ts'
import type { BaseMap } from '../../pages/shell/base-map.ts'
import { streetMap } from '../map/street-map.ts'
import type { Surface } from './surface.ts'

type Shown = Pick<PinTold, 'lang' | 'name'> & {
  readonly at: Point
  readonly base: Exclude<BaseMap, { kind: 'outline' }>
}

type Events = {
  /** The map covers the drawing: the pin stands on it from now on. */
  readonly onCovered: (surface: Surface) => void
  readonly onGone: () => void
  readonly onMoved: () => void
  readonly onTap: (point: Point) => void
}

/** Pixels from the edge of the map within which the pin is not in good sight. */
const EDGE = 60

/** Lays the map with streets over the drawing on which the pin stands. */
export async function pinMap(drawn: HTMLElement, shown: Shown, events: Events): Promise<void> {
  const { onCovered, onGone, onMoved, onTap } = events
  const map = await streetMap(drawn, shown, {
    // A tile cannot arrive before the map has been made.
    onCovered: () => onCovered(surface),
    onGone
  })
  const surface: Surface = {
    pixelOf: ({ lat, lon }) => map.project([lon, lat]),
    pointAt: ({ x, y }) => {
      const { lat, lng } = map.unproject([x, y])
      return { lat, lon: lng }
    },
    reveal: ({ lat, lon }) => {
      const { clientWidth, clientHeight } = map.getContainer()
      const { x, y } = map.project([lon, lat])
      const isSeen = x > EDGE && y > EDGE && x < clientWidth - EDGE && y < clientHeight - EDGE
      if (!isSeen) map.panTo([lon, lat])
    }
  }
  map.on('move', onMoved)
  map.on('click', ({ lngLat: { lat, lng } }) => onTap({ lat, lon: lng }))
}
