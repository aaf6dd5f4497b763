import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import { number } from '../wording/number.ts'
import { BOX, FRAME, HEIGHT, MAINLAND, OVERSEAS, WIDTH } from './coasts.ts'
import { lambert, toPixels } from './projection.ts'

type MapRegion = {
  readonly code: string
  readonly name: string
  readonly places: number
  readonly href: string
}

/** Where the number of places of a région is written: about the middle of its land. */
const MIDDLES: Readonly<Record<string, Point>> = {
  '11': { lat: 48.65, lon: 2.5 },
  '24': { lat: 47.5, lon: 1.7 },
  '27': { lat: 47.2, lon: 4.8 },
  '28': { lat: 49, lon: 0.1 },
  '32': { lat: 50, lon: 2.8 },
  '44': { lat: 48.7, lon: 5.6 },
  '52': { lat: 47.5, lon: -0.8 },
  '53': { lat: 48.2, lon: -2.8 },
  '75': { lat: 45.2, lon: 0.2 },
  '76': { lat: 43.7, lon: 2.1 },
  '84': { lat: 45.5, lon: 4.5 },
  '93': { lat: 43.9, lon: 6.1 },
  '94': { lat: 42.1, lon: 9.1 }
}

type Props = {
  readonly regions: readonly MapRegion[]
  /** The paths of the régions of the mainland and of Corsica by code; empty if no outlines are loaded. */
  readonly outlines: ReadonlyMap<string, string>
  readonly lang: Language
}

/**
 * Mainland France and Corsica with the number of places of each région, as a drawing of our own: no script, no tiles.
 * It is for the mouse and the finger only: the list beside it has the same links with the names.
 */
export function FranceMap({ regions, outlines, lang }: Props) {
  return (
    <svg class="france-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {outlines.size === 0 && <path class="land" d={MAINLAND} />}
      {regions.map((region) => (
        <Region key={region.code} region={region} outline={outlines.get(region.code)} lang={lang} />
      ))}
    </svg>
  )
}

type RegionProps = {
  readonly region: MapRegion
  readonly outline: string | undefined
  readonly lang: Language
}

function Region({ region: { code, name, places, href }, outline, lang }: RegionProps) {
  const middle = MIDDLES[code]
  if (!middle) return null
  const { x, y } = toPixels(FRAME)(lambert(middle))
  return (
    <a href={href} tabIndex={-1}>
      <title>{name}</title>
      {outline ? <path class="land" d={outline} /> : <circle class="spot" cx={x} cy={y} r="29" />}
      <text x={x} y={y + 7} text-anchor="middle">
        {number(lang, places)}
      </text>
    </a>
  )
}

/** The shape of a territory overseas; nothing if its coast is unknown, as of the Terres australes. */
export function Island({ code }: { readonly code: string }) {
  const path = OVERSEAS[code]
  return path === undefined ? null : (
    <svg class="island" viewBox={`0 0 ${BOX} ${BOX}`} aria-hidden="true">
      <path class="land" d={path} />
    </svg>
  )
}

/** Whether a région is drawn on the map of the mainland. */
export const isOnMainland = (region: string): boolean => Object.hasOwn(MIDDLES, region)
