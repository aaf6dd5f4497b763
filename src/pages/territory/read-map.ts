import type { OutlinesAnswered } from '../france-map/outlines.ts'
import { frameOf, lambert, pathOf, ringsOf, toPixels } from '../france-map/projection.ts'
import { isVague } from '../parts/distance.tsx'
import type { Ask } from '../shell/api.ts'
import type { Surroundings } from '../small-map/towns-around.ts'
import { surroundingsOf } from '../small-map/towns-around.ts'
import type { Facts } from './read-facts.ts'

/** A département on the map of its région: its path, and where its number of places is written. */
export type Part = { readonly code: string; readonly path: string; readonly x: number; readonly y: number }

/** The départements of a région, or the listed places among the towns around them; null if neither can be drawn. */
export type TerritoryMap =
  | { readonly of: 'parts'; readonly height: number; readonly parts: readonly Part[] }
  | { readonly of: 'places'; readonly surroundings: Surroundings }
  | null

export const PARTS_WIDTH = 640
const MARGIN = 4

/** Reads what the map of a territory is drawn from. */
export async function readTerritoryMap(ask: Ask, facts: Facts): Promise<TerritoryMap> {
  const { territory, listed } = facts
  const parts = territory.kind === 'region' ? await partsOf(ask, territory.code) : null
  if (parts) return parts
  const home = territory.kind === 'commune' && territory.centre
  const points = listed.flatMap((place) => (place.location && !isVague(place) ? [place.location] : []))
  const surroundings = await surroundingsOf(
    ask,
    points,
    home ? { code: territory.code, name: territory.name, at: home } : null
  )
  return surroundings && { of: 'places', surroundings }
}

async function partsOf(ask: Ask, region: string): Promise<TerritoryMap> {
  const answered = await ask<OutlinesAnswered>(
    `/v1/territories/outlines?kind=department&region=${region}&digits=3`
  )
  const features = 'body' in answered ? answered.body.features : []
  if (features.length < 2) return null
  const drawn = features.map(({ id, geometry, properties: { centre } }) => ({
    code: id,
    rings: ringsOf(geometry, lambert),
    centre
  }))
  const frame = frameOf(
    drawn.flatMap(({ rings }) => rings),
    PARTS_WIDTH,
    MARGIN
  )
  const parts = drawn.flatMap(({ code, rings, centre }) =>
    centre ? [{ code, path: pathOf(rings, frame), ...toPixels(frame)(lambert(centre)) }] : []
  )
  return { of: 'parts', height: frame.height, parts }
}
