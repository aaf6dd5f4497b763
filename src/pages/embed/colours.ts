/** The colours of the embedded map that can be chosen. Each has a custom property with the same name. */
export const COLOURS = ['paper', 'ink', 'link', 'marker'] as const
type Colour = (typeof COLOURS)[number]
export type Colours = { readonly [colour in Colour]?: string }

/** Reads colours such as `0b4fa8` or `#0b4fa8`; anything else is ignored. */
export function readColours(given: (name: string) => unknown): Colours {
  const told = COLOURS.flatMap((name) => {
    const hex = /^#?([0-9a-f]{6})$/i.exec(String(given(name) ?? ''))?.[1]
    return hex === undefined ? [] : [[name, hex.toLowerCase()] as const]
  })
  return Object.fromEntries(told)
}

/** The CSS custom properties for the chosen colours. Text on a colour is black or white, whichever reads better. */
export function propertiesOf(colours: Colours): readonly (readonly [name: string, value: string])[] {
  const { link, marker, ink } = colours
  if (Object.keys(colours).length === 0) return []
  return [
    // Colours that were not chosen come from the light theme, even if the reader prefers the dark one.
    ['color-scheme', 'light'],
    ...COLOURS.flatMap((name) =>
      colours[name] ? [[`--annuaire-${name}`, `#${colours[name]}`] as const] : []
    ),
    ...(ink ? [['--annuaire-quiet', `#${ink}`] as const] : []),
    ...(link ? [['--annuaire-on-link', readableOn(link)] as const] : []),
    ...(marker ? [['--annuaire-on-marker', readableOn(marker)] as const] : [])
  ]
}

const readableOn = (hex: string): string =>
  contrast(hex, 'ffffff') >= contrast(hex, '000000') ? '#ffffff' : '#000000'

/** The contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21; text needs 4.5. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Pairs of text and background colours that need enough contrast. */
const PAIRS: readonly (readonly [Colour, Colour])[] = [
  ['ink', 'paper'],
  ['link', 'paper']
]
/** The colours of the component in the light theme, which are used for colours that were not chosen. */
export const OWN_COLOURS: Readonly<Record<Colour, string>> = {
  paper: 'ffffff',
  ink: '1d1d28',
  link: '0b4fa8',
  marker: '0b4fa8'
}
const LEAST_CONTRAST = 4.5

/** The pairs of text and background with so little contrast that many people could not read the text. */
export const unreadable = (colours: Colours): readonly (readonly [Colour, Colour])[] =>
  PAIRS.filter(
    ([one, other]) =>
      contrast(colours[one] ?? OWN_COLOURS[one], colours[other] ?? OWN_COLOURS[other]) < LEAST_CONTRAST
  )
