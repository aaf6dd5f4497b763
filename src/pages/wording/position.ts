import { MOVE_MOST_M } from '../../domain/edits/managed.ts'
import type { Direction } from '../../domain/geo/geo.ts'
import type { Language } from '../../domain/language.ts'
import { MAP_WORDING } from './map.ts'

/* The texts with which a manager moves a place: by address, and by a pin. The script of the page has them too. */

/** Where a step of the keyboard can lead. */
export type Heading = Extract<Direction, 'n' | 'e' | 's' | 'w'>

/** Rounded to ten metres from there on, because no pin is more exact. */
const COARSE_M = 100

const lengthIn = (lang: Language, metres: number): string =>
  metres < COARSE_M ? `${Math.round(metres)}\u00a0m` : MAP_WORDING[lang].length(metres).replace(' ', '\u00a0')

const fr = {
  address: 'Chercher par adresse',
  addressHint: 'Numéro, rue et ville.',
  search: 'Chercher cette adresse',
  found: (address: string) => `Positions possibles pour «\u00a0${address}\u00a0»`,
  foundHint: 'Choisissez la bonne, puis enregistrez. Rien n’est encore enregistré.',
  keep: 'Aucune\u00a0: garder la position écrite plus bas',
  sure: { high: 'Sûr', medium: 'À vérifier', low: 'Peu sûr' },
  types: {
    housenumber: 'numéro trouvé',
    street: 'rue trouvée, sans le numéro',
    locality: 'lieu-dit',
    municipality: 'centre de la commune'
  },
  certain: (sure: string, what: string) => `${sure}\u00a0: ${what}`,
  distance: (metres: number) =>
    Math.round(metres) === 0
      ? 'C’est la position actuelle.'
      : `À\u00a0${lengthIn('fr', metres)} de la position actuelle.`,
  far: `À plus de ${MOVE_MOST_M}\u00a0mètres, ce sera une proposition\u00a0: la modération décide.`,
  farShort: 'La modération décidera.',
  nothing: (address: string) =>
    `Aucune position trouvée pour «\u00a0${address}\u00a0». Vérifiez le nom de la rue, ou n’écrivez que la rue et la ville.`,
  unread: 'Écrivez au moins le nom d’une rue ou d’une ville, puis cherchez.',
  tooMany:
    'Dix recherches par minute, c’est le maximum. Attendez une minute, puis cherchez de nouveau. Rien de ce que vous avez écrit n’est perdu.',
  away: 'Le service qui trouve les adresses ne répond pas. Rien de ce que vous avez écrit n’est perdu. Cherchez de nouveau dans un instant, ou indiquez la position vous-même, plus bas.',
  noGeocoder:
    'Cet annuaire n’est relié à aucun service d’adresses. Il ne connaît que le centre de la commune\u00a0: indiquez la position exacte vous-même, plus bas.',
  pin: 'Repère',
  how: 'Faites glisser le repère, ou touchez la carte au bon endroit. Au clavier, une flèche le déplace de 10\u00a0mètres, et de 100\u00a0mètres avec la touche Majuscule.',
  pad: 'Déplacer le repère de 10\u00a0mètres',
  step: (metres: number, heading: Heading) => `${metres}\u00a0mètres vers ${FR[heading]}`,
  reset: 'Revenir à la position actuelle',
  outside: 'Le repère est hors du plan.',
  note: 'Plan simple, sans les rues.'
}

const FR = { n: 'le nord', e: 'l’est', s: 'le sud', w: 'l’ouest' } as const
const EN = { n: 'north', e: 'east', s: 'south', w: 'west' } as const

const en: typeof fr = {
  address: 'Look for an address',
  addressHint: 'Number, street and town.',
  search: 'Look for this address',
  found: (address) => `Possible positions of “${address}”`,
  foundHint: 'Choose the right one, then save. Nothing is saved yet.',
  keep: 'None: keep the position written below',
  sure: { high: 'Certain', medium: 'To be checked', low: 'Uncertain' },
  types: {
    housenumber: 'number found',
    street: 'street found, without the number',
    locality: 'a hamlet or named spot',
    municipality: 'centre of the town'
  },
  certain: (sure, what) => `${sure}: ${what}`,
  distance: (metres) =>
    Math.round(metres) === 0
      ? 'This is the present position.'
      : `${lengthIn('en', metres)} from the present position.`,
  far: `More than ${MOVE_MOST_M}\u00a0metres away, it will be a proposal: a moderator decides.`,
  farShort: 'A moderator will decide.',
  nothing: (address) =>
    `No position was found for “${address}”. Check the name of the street, or write only the street and the town.`,
  unread: 'Write at least the name of a street or of a town, then search.',
  tooMany:
    'Ten searches a minute are the most. Wait a minute, then search again. Nothing that you wrote is lost.',
  away: 'The service that finds addresses does not answer. Nothing that you wrote is lost. Search again in a moment, or give the position yourself, below.',
  noGeocoder:
    'This directory uses no service that finds addresses. It only knows the centre of the town: give the exact position yourself, below.',
  pin: 'Pin',
  how: 'Drag the pin, or tap the map in the right spot. On the keyboard, an arrow key moves it by 10\u00a0metres, and by 100\u00a0metres with the Shift key.',
  pad: 'Move the pin by 10\u00a0metres',
  step: (metres, heading) => `${metres}\u00a0metres ${EN[heading]}`,
  reset: 'Go back to the present position',
  outside: 'The pin is outside of the map.',
  note: 'A simple map, without streets.'
}

export const POSITION: Readonly<Record<Language, typeof fr>> = { fr, en }
