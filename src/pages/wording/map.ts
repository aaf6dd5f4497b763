import type { Direction } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import { ofTown } from './of-town.ts'

type MapWording = {
  readonly title: string
  readonly north: string
  readonly length: (metres: number) => string
  /** Distance and direction from the centre of a town. */
  readonly from: (town: string, metres: number, direction: Direction) => string
  readonly note: string
}

const FR: Readonly<Record<Direction, string>> = {
  n: 'au nord',
  ne: 'au nord-est',
  e: 'à l’est',
  se: 'au sud-est',
  s: 'au sud',
  sw: 'au sud-ouest',
  w: 'à l’ouest',
  nw: 'au nord-ouest'
}
const EN: Readonly<Record<Direction, string>> = {
  n: 'north',
  ne: 'north-east',
  e: 'east',
  se: 'south-east',
  s: 'south',
  sw: 'south-west',
  w: 'west',
  nw: 'north-west'
}

const lengthIn = (lang: Language) => (metres: number) =>
  metres < 1000
    ? `${Math.round(metres / 10) * 10} m`
    : `${new Intl.NumberFormat(lang).format(metres < 10_000 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000))} km`

/**
 * Distance in metres up to which no direction is given: "north of the centre" would be more precise than the centre
 * itself.
 */
const IN_THE_CENTRE_M = 250

export const MAP_WORDING: Readonly<Record<Language, MapWording>> = {
  fr: {
    title: 'Plan',
    north: 'N',
    length: lengthIn('fr'),
    from: (town, metres, direction) =>
      metres < IN_THE_CENTRE_M
        ? `dans le centre ${ofTown(town)}`
        : `à ${lengthIn('fr')(metres)} ${FR[direction]} du centre ${ofTown(town)}, à vol d’oiseau`,
    note: 'Plan simple, sans les rues.'
  },
  en: {
    title: 'Map',
    north: 'N',
    length: lengthIn('en'),
    from: (town, metres, direction) =>
      metres < IN_THE_CENTRE_M
        ? `in the centre of ${town}`
        : `${lengthIn('en')(metres)} ${EN[direction]} of the centre of ${town}, as the crow flies`,
    note: 'A simple map, without streets.'
  }
}
