import OpeningHours from 'opening_hours'
import type { Openness } from '../../src/domain/opening/opening.ts'

/*
 * The library in its normal use, with its own holidays, asked minute by minute. It uses the time zone of the
 * process, so this file sets the time zone to UTC and passes the local time of the place as if it were UTC.
 */

process.env.TZ = 'UTC'

export type Where = {
  readonly zone: string
  readonly department: string
  /** The library's name for the area whose holidays apply. */
  readonly state: string
}

// For Strasbourg, the library knows either the public holidays (by département) or the school holidays (by région),
// but not both.
export const PARIS: Where = { zone: 'Europe/Paris', department: '75', state: 'Île-de-France' }
export const LYON: Where = { zone: 'Europe/Paris', department: '69', state: 'Auvergne-Rhône-Alpes' }
export const STRASBOURG: Where = { zone: 'Europe/Paris', department: '67', state: 'Bas-Rhin' }
export const BREST: Where = { zone: 'Europe/Paris', department: '29', state: 'Bretagne' }
export const SAINT_DENIS: Where = { zone: 'Indian/Reunion', department: '974', state: 'La Réunion' }
export const FORT_DE_FRANCE: Where = { zone: 'America/Martinique', department: '972', state: 'Martinique' }
export const SAINT_PIERRE: Where = {
  zone: 'America/Miquelon',
  department: '975',
  state: 'Saint-Pierre-et-Miquelon'
}

export type StateAt = Openness | 'closed'

/** "Nov 11", as in a rule for that date. */
const monthAndDay = (wall: Date): string =>
  wall.toLocaleString('en', { month: 'short', day: '2-digit', timeZone: 'UTC' })

/**
 * The state of a value at the place by instant, according to the library; null if the library rejects the value. On
 * public holidays, of which the library knows the dates, hours that do not mention them are unknown.
 */
export function plainLibrary(osm: string, { zone, state }: Where): ((instant: number) => StateAt) | null {
  let value: OpeningHours
  try {
    value = new OpeningHours(
      osm,
      { lat: '46', lon: '2', address: { country_code: 'fr', state } } as never,
      0 as never
    )
  } catch {
    return null
  }
  const holidays = new OpeningHours('PH', {
    lat: '46',
    lon: '2',
    address: { country_code: 'fr', state }
  } as never)
  const isSilent = !/\bPH\b|24\/7|00:00-24:00/.test(osm.replaceAll(/"[^"]*"/g, ''))
  return (instant) => {
    const wall = localTime(zone, instant)
    const isOpen = value.getUnknown(wall) || value.getState(wall)
    if (isOpen && isSilent && holidays.getState(wall) && !osm.includes(monthAndDay(wall))) return 'unknown'
    if (value.getUnknown(wall) || value.getState(wall)) {
      if (
        /rendez-vous|rdv|appointment|sur (réservation|inscription|demande)/i.test(
          value.getComment(wall) ?? ''
        )
      )
        return 'by_appointment'
      return value.getUnknown(wall) ? 'unknown' : 'open'
    }
    return 'closed'
  }
}

const walls = new Map<string, Date>()

/** The local time at an instant as a UTC date, read from the text that `Intl` writes. */
function localTime(zone: string, instant: number): Date {
  const key = `${zone} ${instant}`
  const known = walls.get(key) ?? readClock(zone, instant)
  walls.set(key, known)
  return known
}

function readClock(zone: string, instant: number): Date {
  const text = new Date(instant).toLocaleString('sv-SE', { timeZone: zone })
  return new Date(`${text.replace(' ', 'T')}Z`)
}
