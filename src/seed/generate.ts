import type { PlaceContent } from '../domain/places/place.ts'
import type { CommuneRow } from '../domain/territories/territory.ts'
import { timezoneOf } from '../domain/territories/timezone.ts'
import { normaliseLabel } from '../domain/vocabularies/read-label.ts'
import { accessibilityOf } from './accessibility.ts'
import { addressOf, locationOf } from './address.ts'
import { contactsOf } from './contacts.ts'
import { hoursOf } from './hours.ts'
import { labelsOf } from './labels.ts'
import { offerOf } from './offer.ts'
import { nameOf, typesOf } from './place-types.ts'
import { type Random, randomOf, type Weighted } from './random.ts'
import { textsOf } from './texts.ts'
import { type Town, townsOf } from './towns.ts'

type Generation = {
  readonly count: number
  /** A whole number from 0 to 2³² − 1. */
  readonly seed: number
  /** The official list of communes and their territories. */
  readonly communes: readonly CommuneRow[]
}

/** Generates invented places in real communes. The same seed always gives the same places. */
export function* generatePlaces({ count, seed, communes }: Generation): Generator<PlaceContent> {
  const towns = townsOf(communes)
  for (let index = 0; index < count; index++) yield placeOf(randomOf(seed, index), towns, index)
}

function placeOf(random: Random, towns: Weighted<Town>, index: number): PlaceContent {
  const town = random.weighted(towns)
  const types = typesOf(random)
  const offer = offerOf(random, types)
  const path = `${normaliseLabel(town.city).replaceAll(' ', '-')}-${index + 1}`
  const texts = textsOf(random, town.city, offer.services)
  return {
    name: nameOf(random, types[0] ?? 'Autre', town),
    types,
    ...texts,
    ...offer,
    labels: labelsOf(random, types),
    address: addressOf(random, town),
    location: locationOf(random, town, offer.itinerant),
    contacts: contactsOf(random, path),
    opening_hours: hoursOf(random, timezoneOf(town.department)),
    accessibility: accessibilityOf(random, path),
    booking_url: offer.access.includes('prendre-un-rdv-en-ligne') ? `https://example.org/rdv/${path}` : null,
    parent_organisation: random.chance(0.2) ? `Ville de ${town.city}` : null,
    siret: random.chance(0.3) ? siretOf(random) : null
  }
}

/**
 * A SIRET with a valid check digit. It belongs to no real establishment, because no real SIRET starts with four
 * zeros.
 */
function siretOf(random: Random): string {
  const body = `0000${String(random.int(0, 999_999_999)).padStart(9, '0')}`
  // The Luhn check digit: counted from the right, every second digit is doubled, and a result above 9 is replaced
  // by the sum of its digits.
  const sum = [...body].toReversed().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
