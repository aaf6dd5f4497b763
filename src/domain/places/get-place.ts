import { placeNotFound, placeWithdrawn } from '../errors.ts'
import { type Place, type PlaceText, readPlace } from './place.ts'
import type { PlaceFinder, WeekAsked } from './place-finder.ts'

/** The place, or the id of the place into which it was merged. */
export type Gotten =
  | { readonly place: PlaceText<Place>; readonly week: WeekAsked }
  | { readonly survivor: string }

/** Throws `placeNotFound` for an id that never existed, and `placeWithdrawn` for a place that no longer exists. */
export async function getPlace(places: PlaceFinder, id: string): Promise<Gotten> {
  const found = await places.find(id)
  if (found.state === 'unknown') throw placeNotFound(id)
  if (found.state === 'withdrawn') throw placeWithdrawn(id)
  return found.state === 'merged' ? { survivor: found.survivor } : { place: found.place, week: found.week }
}

/** The place that is meant: the one that remains, if it was merged. Throws as `getPlace` does. */
export async function standingPlace(places: PlaceFinder, id: string): Promise<Place> {
  const gotten = await getPlace(places, id)
  return 'survivor' in gotten ? standingPlace(places, gotten.survivor) : readPlace<Place>(gotten.place)
}
