import type { Territory } from '../../domain/territories/territory.ts'
import { slugOf } from '../addresses/slug.ts'
import type { PageKind } from '../addresses/territory-address.ts'
import type { Ask } from '../shell/api.ts'

type Found = Territory | 'missing' | 'away'

/** Most communes of one name: there are 12 named Sainte-Colombe. */
const MOST = 100

const CODES: Readonly<Record<PageKind, RegExp>> = {
  region: /^\d{2,3}$/,
  department: /^(\d{2,3}|2[ab])$/i,
  commune: /^(\d{2}|2[ab])\d{3}$/i
}

/**
 * Finds the territory that a segment of an address names: by its code, by its name with or without the département
 * (`saint-denis-93`), by a former name, or by one that resembles it. Of communes with the same name, the most populous.
 */
export async function findTerritory(ask: Ask, kind: PageKind, segment: string): Promise<Found> {
  if (CODES[kind].test(segment)) return byCode(ask, kind, segment.toUpperCase())
  const asked = slugOf(segment)
  const [, before = asked, department] = /^(.+)-(\d{2,3}|2[ab])$/.exec(asked) ?? []
  const exact = await byName(ask, kind, asked, undefined)
  if (exact !== 'missing') return exact
  const inDepartment = department === undefined ? 'missing' : await byName(ask, kind, before, department)
  return inDepartment === 'missing' ? resembling(ask, kind, before, department) : inDepartment
}

async function byCode(ask: Ask, kind: PageKind, code: string): Promise<Found> {
  const answered = await ask<Territory>(`/v1/territories/${kind}/${encodeURIComponent(code)}`)
  if ('body' in answered) return answered.body
  return isRefused(answered.status) ? 'missing' : 'away'
}

const isRefused = (status: number): boolean => status === 400 || status === 404

async function byName(
  ask: Ask,
  kind: PageKind,
  slug: string,
  department: string | undefined
): Promise<Found> {
  const q = wordsOf(slug)
  if (q === '') return 'missing'
  const query = new URLSearchParams({
    kind,
    q,
    limit: String(MOST),
    ...(department !== undefined && { department: department.toUpperCase() })
  })
  const answered = await ask<{ readonly items: readonly Territory[] }>(`/v1/territories?${query}`)
  if (!('body' in answered)) return isRefused(answered.status) ? 'missing' : 'away'
  return answered.body.items.find(({ name }) => slugOf(name) === slug) ?? 'missing'
}

const LONGEST = 100
const wordsOf = (slug: string): string => slug.replaceAll('-', ' ').slice(0, LONGEST).trim()

type Suggestions = { readonly items: readonly { readonly kind: string; readonly code: string }[] }

/** The territory that the search suggests for a misspelt or former name. */
async function resembling(
  ask: Ask,
  kind: PageKind,
  slug: string,
  department: string | undefined
): Promise<Found> {
  const q = wordsOf(slug)
  if (q === '') return 'missing'
  const answered = await ask<Suggestions>(`/v1/suggest?${new URLSearchParams({ q, limit: '20' })}`)
  if (!('body' in answered)) return isRefused(answered.status) ? 'missing' : 'away'
  for (const { code } of answered.body.items.filter((each) => each.kind === kind)) {
    const found = await byCode(ask, kind, code)
    const isThere =
      department === undefined || (typeof found !== 'string' && found.department === department.toUpperCase())
    if (found === 'away' || (found !== 'missing' && isThere && !isBeginning(slug, found))) return found
  }
  return 'missing'
}

/** A beginning of a name is no name: `val` may be many départements. */
const isBeginning = (slug: string, { name }: Territory): boolean => slugOf(name).startsWith(slug)

/** The other communes with the same name, the most populous first. */
export async function namesakes(
  ask: Ask,
  { kind, code, name, shared_name }: Territory
): Promise<readonly Territory[]> {
  if (kind !== 'commune' || !shared_name) return []
  const query = new URLSearchParams({ kind, q: wordsOf(slugOf(name)), limit: String(MOST) })
  const answered = await ask<{ readonly items: readonly Territory[] }>(`/v1/territories?${query}`)
  const items = 'body' in answered ? answered.body.items : []
  return items.filter((each) => each.code !== code && each.name === name)
}
