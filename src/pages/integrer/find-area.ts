import type { Territory } from '../../domain/territories/territory.ts'
import type { Ask } from '../shell/api.ts'
import { readTown } from '../town.ts'

/** A territory that the map can show: a commune, an intercommunality, a département or a région. */
export type Area = Pick<Territory, 'kind' | 'code' | 'name' | 'department' | 'epci'>

/** The territory that the reader means, several to choose from (none if the name is unknown), or `away`. */
type AreaRead = { readonly area: Area } | { readonly choices: readonly Area[] } | 'away'

const MOST_CHOICES = 12

/** Finds the territory: the one that was chosen, otherwise by the typed name, code or postcode. */
export async function readArea(
  ask: Ask,
  { where, area }: { readonly where: string; readonly area?: string | undefined }
): Promise<AreaRead> {
  if (area !== undefined) {
    const chosen = await ask<Territory>(`/v1/territories/${area.replace(':', '/')}`)
    if ('body' in chosen) return { area: chosen.body }
    if (chosen.status !== 404) return 'away'
  }
  const query = new URLSearchParams({ q: where, limit: String(MOST_CHOICES) })
  const answered = await ask<{ readonly items: readonly Territory[] }>(`/v1/territories?${query}`)
  if (!('body' in answered) && answered.status !== 400) return 'away'
  const found = 'body' in answered ? answered.body.items : []
  const named = found.filter(({ name }) => plain(name) === plain(where))
  const [only, ...others] = named.length > 0 ? named : found
  if (only && others.length === 0) return { area: only }
  if (named.length > 0) return { choices: named }
  // No territory has exactly this name: it may be a postcode, or a town with a spelling mistake.
  const town = await readTown(ask, { where })
  if (town === 'away') return town
  if ('town' in town) return { area: { ...town.town, kind: 'commune' } }
  const codes = new Set(town.choices.map(({ code }) => code))
  return { choices: [...town.choices, ...found.filter(({ code }) => !codes.has(code))] }
}

/** A name without case, accents and punctuation: "Côtes-d'Armor" and "cotes d armor" are the same. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
