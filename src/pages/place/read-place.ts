import type { Language } from '../../domain/language.ts'
import { idIn } from '../addresses/place-address.ts'
import type { Ask } from '../shell/api.ts'
import type { ShownPlace } from './place-page.tsx'

/** A place; `gone` if it is no longer in the directory, `away` if the API does not answer. */
export type ReadPlace = ShownPlace | 'gone' | 'away'

/** Reads a place from the API; if it was merged, returns the place into which it was merged. */
export async function readPlace(ask: Ask, id: string, lang: Language): Promise<ReadPlace> {
  const answered = await ask<ShownPlace>(`/v1/places/${id}?lang=${lang}`)
  if ('body' in answered) return answered.body
  const survivor = answered.status === 301 ? idIn(answered.location?.split('?')[0] ?? '') : undefined
  if (survivor && survivor !== id) return readPlace(ask, survivor, lang)
  return answered.status === 404 || answered.status === 410 ? 'gone' : 'away'
}
