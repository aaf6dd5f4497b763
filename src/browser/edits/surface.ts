import type { BBox, Point } from '../../domain/geo/geo.ts'

/** A point in CSS pixels, from the top left corner. */
export type Pixel = { readonly x: number; readonly y: number }

/** What the pin stands on: the drawing, or the map with streets over it. */
export type Surface = {
  readonly pixelOf: (point: Point) => Pixel
  readonly pointAt: (pixel: Pixel) => Point
  /** Moves so that the point is in sight, if it can. */
  readonly reveal: (point: Point) => void
}

/** The drawing shows a fixed area as if the earth were flat, which is exact enough over a few kilometres. */
export function drawingSurface(drawn: Element, { west, east, south, north }: BBox): Surface {
  return {
    pixelOf: ({ lat, lon }) => {
      const { width, height } = drawn.getBoundingClientRect()
      return { x: ((lon - west) / (east - west)) * width, y: ((north - lat) / (north - south)) * height }
    },
    pointAt: ({ x, y }) => {
      const { width, height } = drawn.getBoundingClientRect()
      return { lat: north - (y / height) * (north - south), lon: west + (x / width) * (east - west) }
    },
    reveal: () => undefined
  }
}
