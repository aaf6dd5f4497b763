import { knownFeatures } from '../vocabularies/accessibility.ts'
import type { MissingFact } from '../vocabularies/missing.ts'
import type { PlaceContent } from './place.ts'

/**
 * What nobody says of a place. Services that follow from its type count as missing: only its record tells what is
 * particular to it. Hours that only a person can read are not missing.
 */
export function missingFacts(content: PlaceContent): readonly MissingFact[] {
  const { opening_hours: hours, contacts, location, services, accessibility } = content
  const { present, absent } = knownFeatures(accessibility)
  const isMissing: { readonly [fact in MissingFact]: boolean } = {
    hours: hours.osm === null && hours.raw === null,
    phone: contacts.phone === null,
    position: location === null,
    services: services.length === 0,
    accessibility: accessibility.wheelchair !== 'limited' && present.length === 0 && absent.length === 0
  }
  return (Object.keys(isMissing) as readonly MissingFact[]).filter((fact) => isMissing[fact])
}
