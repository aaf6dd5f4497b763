import type { Point } from '../../domain/geo/geo.ts'

/** The id and the name of the field for the position, and those of what helps to fill it in. */
export const POSITION_FIELD = 'position'
export const CANDIDATE = 'candidat'
export const ADDRESS = 'adresse_a_chercher'
export const SEARCH_BUTTON = 'chercher-adresse'
export const DRAWN = 'carte-position'
export const STATUS = 'position-ecart'

/** A position as its field shows it. */
export const positionText = ({ lat, lon }: Point): string => `${lat}, ${lon}`

/** As maps copy it: `47.0, 3.2`. A comma may also stand inside a number: `47,0 ; 3,2`. Undefined if it is no position. */
export function pointIn(text: string): Point | undefined {
  const numbers =
    /^(-?\d+(?:\.\d+)?)[\s,;]+(-?\d+(?:\.\d+)?)$/.exec(text) ??
    /^(-?\d+(?:,\d+)?)[\s;]+(-?\d+(?:,\d+)?)$/.exec(text)
  const [lat, lon] = (numbers ?? []).slice(1).map((each) => Number(each.replace(',', '.')))
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) return undefined
  return { lat, lon }
}
