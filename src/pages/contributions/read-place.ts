import type { Language } from '../../domain/language.ts'
import { idIn } from '../addresses/place-address.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import type { Ask } from '../shell/api.ts'

type Missing = 'missing' | 'gone' | 'away'

/** The place that an address names, the one into which it was merged, or why there is none. */
export async function readPlace(
  ask: Ask,
  segment: string,
  lang: Language
): Promise<ShownPlace | { readonly survivor: string } | Missing> {
  const id = idIn(segment)
  if (id === undefined) return 'missing'
  const answered = await ask<ShownPlace>(`/v1/places/${id}?lang=${lang}`)
  if ('body' in answered) return answered.body
  const survivor = answered.status === 301 ? idIn(answered.location?.split('?')[0] ?? '') : undefined
  if (survivor !== undefined) return { survivor }
  return answered.status === 410 ? 'gone' : [400, 404].includes(answered.status) ? 'missing' : 'away'
}

/** The status of a page that says why there is nothing. */
export const STATUS = { missing: 404, gone: 410, noReport: 404, unknownChoice: 400, away: 503 } as const
