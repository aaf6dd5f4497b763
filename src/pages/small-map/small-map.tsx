import type { Point } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import { MAP_WORDING } from '../wording/map.ts'
import { HEIGHT, projection, type Spot, scaleBar, WIDTH } from './geometry.ts'
import { type Label, placeLabels } from './labels.ts'
import type { Surroundings } from './towns-around.ts'

type MapPlace = {
  readonly name: string
  readonly at: Point
  /** The number of the place in the text beside the map; absent if there is only one place. */
  readonly number?: number
}

type Props = Surroundings & {
  readonly lang: Language
  readonly places: readonly MapPlace[]
}

/**
 * A drawing of places among the towns around them, made from our own data. It needs no script and no files of other
 * sites, and prints well. Callers must also give its content in words.
 */
export function SmallMap({ frame, towns, places, lang }: Props) {
  const says = MAP_WORDING[lang]
  const at = projection(frame)
  const dots = towns.map(({ name, at: centre }) => ({ ...at(centre), text: name }))
  const pins = places.map((place) => ({ ...at(place.at), place }))
  const names = placeLabels(dots, [...pins.map(pinHead), ...pins, ...dots, ...FURNITURE])
  return (
    <svg
      class="small-map"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={[says.title, ...(places.length > 0 ? [places.map(nameOf).join(', ')] : [])].join(' : ')}
    >
      <rect class="ground" x="1" y="1" width={WIDTH - 2} height={HEIGHT - 2} rx="8" />
      {dots.map(({ x, y, text }) => (
        <circle key={text} class="town" cx={x} cy={y} r="4.5" />
      ))}
      {names.map((label) => label && <Name key={label.text} {...label} />)}
      {pins.map(({ x, y, place }) => (
        <Pin key={place.name} x={x} y={y} number={place.number} />
      ))}
      <Scale {...scaleBar(frame)} said={says.length} />
      <North said={says.north} />
    </svg>
  )
}

const nameOf = ({ name, number }: MapPlace): string => (number ? `${number}. ${name}` : name)

/** Position of the head of a pin, which is above the point that the pin marks. */
const pinHead = ({ x, y }: Spot): Spot => ({ x, y: y - 24 })

/** Spots covered by the scale bar and the north arrow, where no name is placed. */
const FURNITURE: readonly Spot[] = [
  ...Array.from({ length: 14 }, (_, step) => ({ x: 20 + step * 16, y: HEIGHT - 22 })),
  { x: WIDTH - 26, y: 22 },
  { x: WIDTH - 26, y: 44 }
]

const Name = ({ x, y, text, anchor }: Label) => (
  <text class="town-name" x={x} y={y + 6} text-anchor={anchor} lang="fr">
    {text}
  </text>
)

const Pin = ({ x, y, number }: Spot & { readonly number: number | undefined }) => (
  <g class="pin" transform={`translate(${x} ${y})`}>
    <path d="M0 0C-5-10-15-15-15-26a15 15 0 0 1 30 0C15-15 5-10 0 0z" />
    {number === undefined ? (
      <circle cx="0" cy="-26" r="6" />
    ) : (
      <text x="0" y="-19.5" text-anchor="middle">
        {number}
      </text>
    )}
  </g>
)

type ScaleProps = ReturnType<typeof scaleBar> & { readonly said: (metres: number) => string }

const Scale = ({ metres, pixels, said }: ScaleProps) => (
  <g class="scale" transform={`translate(18 ${HEIGHT - 16})`}>
    <path d={`M0-7V0H${pixels}V-7`} fill="none" />
    <text x={pixels + 8} y="1">
      {said(metres)}
    </text>
  </g>
)

const North = ({ said }: { readonly said: string }) => (
  <g class="north" transform={`translate(${WIDTH - 26} 18)`}>
    <path d="M0 0L7 18L0 13L-7 18z" />
    <text x="0" y="36" text-anchor="middle">
      {said}
    </text>
  </g>
)
