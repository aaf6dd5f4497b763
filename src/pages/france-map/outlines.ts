import type { Territory } from '../../domain/territories/territory.ts'
import type { Ask } from '../shell/api.ts'
import { FRAME } from './coasts.ts'
import { lambert, pathOf, ringsOf } from './projection.ts'

export type OutlinesAnswered = {
  readonly features: readonly {
    readonly id: string
    readonly geometry: object
    readonly properties: Territory
  }[]
}

/** The outlines of the régions as paths on the map of France; none if the directory has not loaded them. */
export async function regionPaths(ask: Ask): Promise<ReadonlyMap<string, string>> {
  const answered = await ask<OutlinesAnswered>('/v1/territories/outlines?kind=region')
  const features = 'body' in answered ? answered.body.features : []
  return new Map(features.map(({ id, geometry }) => [id, pathOf(ringsOf(geometry, lambert), FRAME)]))
}
