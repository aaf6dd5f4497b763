import { knownFeatures } from '../vocabularies/accessibility.ts'
import type { MissingFact } from '../vocabularies/missing.ts'
import type { PlaceContent } from './place.ts'

/**
 * The facts that no record of a place contains. Services inferred from its type still count as missing, because only
 * a record says what is particular to the place. Hours that only people can read do not count as missing.
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
