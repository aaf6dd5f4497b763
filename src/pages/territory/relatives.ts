import { neighboursOf } from '../../domain/territories/neighbours.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import { isWholeRegion } from '../addresses/territory-address.ts'
import type { Ask } from '../shell/api.ts'
import { bearing } from '../small-map/geometry.ts'
import type { Shown } from './shown.ts'

const MOST = 100
const SHOWN_COMMUNES = 60
const SHOWN_NEIGHBOURS = 8
/** Degrees on each side of a commune within which its neighbours are looked for. */
const AROUND = 0.2

/**
 * The départements of a région, by code; the communes with places in a département, or in a région that is one, the
 * most populous first.
 */
export async function childrenOf(ask: Ask, { kind, code }: Shown): Promise<readonly Shown[]> {
  if (kind === 'commune') return []
  const departments = kind === 'region' ? await listed(ask, { kind: 'department', region: code }) : []
  if (departments.length > 1) return departments.toSorted(byCode)
  const communes = await listed(ask, { kind: 'commune', [kind]: code })
  return communes.filter(({ places }) => places > 0).slice(0, SHOWN_COMMUNES)
}

const byCode = (one: Territory, other: Territory): number => (one.code < other.code ? -1 : 1)

/** The régions or départements that touch it; the nearest communes with places. */
export async function neighboursAround(ask: Ask, { kind, code, centre }: Shown): Promise<readonly Shown[]> {
  if (kind !== 'commune') {
    const codes = isWholeRegion(code) ? [] : neighboursOf(kind, code)
    const answers = await Promise.all(codes.map((each) => ask<Shown>(`/v1/territories/${kind}/${each}`)))
    return answers.flatMap((answered) => ('body' in answered ? answered.body : []))
  }
  if (!centre) return []
  const box = [centre.lon - AROUND, centre.lat - AROUND, centre.lon + AROUND, centre.lat + AROUND]
  const communes = await listed(ask, { kind, bbox: box.map((each) => each.toFixed(4)).join(',') })
  return communes
    .flatMap((each) =>
      each.centre && each.code !== code && each.places > 0
        ? [{ each, metres: bearing(centre, each.centre).metres }]
        : []
    )
    .toSorted((one, other) => one.metres - other.metres)
    .slice(0, SHOWN_NEIGHBOURS)
    .map(({ each }) => each)
}

async function listed(ask: Ask, filters: Readonly<Record<string, string>>): Promise<readonly Shown[]> {
  const query = new URLSearchParams({ ...filters, limit: String(MOST) })
  const answered = await ask<{ readonly items: readonly Shown[] }>(`/v1/territories?${query}`)
  return 'body' in answered ? answered.body.items : []
}
