import type { Place } from '../../domain/places/place.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import type { Ask } from '../shell/api.ts'
import type { MapTown } from '../small-map/towns-around.ts'

/** The commune of the place with its centre; null if unknown. */
export async function townOf(ask: Ask, { address: { commune } }: Place): Promise<MapTown | null> {
  const town = commune === null ? null : await ask<Territory>(`/v1/territories/commune/${commune}`)
  if (!town || !('body' in town) || town.body.centre === null) return null
  const { code, name, centre } = town.body
  return { code, name, at: centre }
}
