import { MANAGED_BY } from '../../domain/edits/managed.ts'
import type { Ask } from '../shell/api.ts'

/** What the manager of a place wrote on its page, and when one of these fields was last written or confirmed. */
export type ManagedFields = { readonly fields: readonly string[]; readonly latest: string }

type Origin = {
  readonly correction?: { readonly by: string; readonly at: string; readonly confirmed_on?: string }
}

/** Reads from provenance what the manager wrote; null if it is nothing, or if the API does not answer. */
export async function managedFieldsOf(ask: Ask, place: string): Promise<ManagedFields | null> {
  const answered = await ask<{ readonly fields: Readonly<Record<string, readonly Origin[]>> }>(
    `/v1/places/${place}/provenance`
  )
  if (!('body' in answered)) return null
  const own = Object.entries(answered.body.fields).flatMap(([field, [origin]]) =>
    origin?.correction?.by === MANAGED_BY ? [{ field, ...origin.correction }] : []
  )
  const days = own.map(({ at, confirmed_on: confirmed }) => confirmed ?? at.slice(0, 10))
  const latest = days.toSorted().at(-1)
  return latest === undefined ? null : { fields: own.map(({ field }) => field), latest }
}
