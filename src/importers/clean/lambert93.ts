/**
 * Constants of Lambert-93 (EPSG:2154), the projection of French surveys, as published by IGN (NTG 71,
 * algorithm ALG0004).
 */
const EXPONENT = 0.725607765053267
const CONSTANT = 11_754_255.426096
const POLE = { x: 700_000, y: 12_655_612.049876 }
const CENTRAL_MERIDIAN = (3 * Math.PI) / 180
/** First eccentricity of the GRS 80 ellipsoid. */
const ECCENTRICITY = 0.0818191910428158

/** Whether metres are in a range that contains metropolitan France and cannot be degrees. */
export const inLambert93 = (x: number, y: number): boolean =>
  x >= 0 && x <= 1_300_000 && y >= 6_000_000 && y <= 7_200_000

/**
 * Converts metres of Lambert-93 to degrees of RGF93, which is WGS 84 to within a metre. Seven decimals are a
 * centimetre.
 */
export function fromLambert93(x: number, y: number): { readonly lat: number; readonly lon: number } {
  const radius = Math.hypot(x - POLE.x, y - POLE.y)
  const angle = Math.atan((x - POLE.x) / (POLE.y - y))
  const isometric = -Math.log(radius / CONSTANT) / EXPONENT
  return {
    lat: rounded(degrees(latitudeOf(isometric))),
    lon: rounded(degrees(CENTRAL_MERIDIAN + angle / EXPONENT))
  }
}

/** Six iterations are precise to 1e-11 radian everywhere in France. */
function latitudeOf(isometric: number): number {
  let latitude = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2
  for (let round = 0; round < 6; round++) {
    const sine = ECCENTRICITY * Math.sin(latitude)
    const flattening = ((1 + sine) / (1 - sine)) ** (ECCENTRICITY / 2)
    latitude = 2 * Math.atan(flattening * Math.exp(isometric)) - Math.PI / 2
  }
  return latitude
}

const degrees = (radians: number): number => (radians * 180) / Math.PI
const rounded = (value: number): number => Math.round(value * 1e7) / 1e7
