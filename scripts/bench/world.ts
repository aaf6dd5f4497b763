// The data from which requests are drawn: the towns of the sample places, weighted by population, and values that
// must be read from the measured database.
import type { Deps } from '../../src/deps.ts'
import type { BBox, Point } from '../../src/domain/geo/geo.ts'
import { EVERYTHING } from '../../src/domain/search/search-question.ts'
import { locationOf } from '../../src/seed/address.ts'
import type { Random, Weighted } from '../../src/seed/random.ts'
import { type Town, townsOf } from '../../src/seed/towns.ts'
import { communeRows } from '../../src/store/territories/administrative-data.ts'

export type World = {
  readonly towns: Weighted<Town>
  /** The bounding box of the towns of each département, by code. */
  readonly departments: ReadonlyMap<string, BBox>
  /** Search parameters that match about one place in 20 000. */
  readonly rareCodes: readonly (readonly [parameter: string, code: string])[]
  readonly ids: readonly string[]
}

const RARE_SHARE = 1 / 20_000
const RARE_CODES = 5
const IDS = 1_000

export async function readWorld({ places, database }: Deps, size: number): Promise<World> {
  const towns = townsOf(communeRows())
  const { rows } = await database.batch.query<{ id: string }>(
    // Reads random pages of the table, which are a small part if the table is large. The sample is 2 % larger than
    // needed if a page contains ten places.
    `SELECT id FROM place TABLESAMPLE SYSTEM (${Math.min(100, (1_000 * IDS) / size)}) REPEATABLE (1)
     WHERE status = 'active' ORDER BY hashtext(id::text) LIMIT ${IDS}`
  )
  const { label = [], type = [] } = await places.facets(EVERYTHING, ['label', 'type'])
  return {
    towns,
    departments: framesOf(towns.values),
    rareCodes: rarest([...label.map(named('label')), ...type.map(named('type'))], size * RARE_SHARE),
    ids: rows.map(({ id }) => id)
  }
}

type Carried = { readonly parameter: string; readonly code: string; readonly count: number }

const named =
  (parameter: string) =>
  ({ code, count }: { code: string; count: number }): Carried => ({ parameter, code, count })

/** The codes whose number of places is closest to the wanted number, by ratio. */
function rarest(carried: readonly Carried[], wanted: number): World['rareCodes'] {
  const off = ({ count }: Carried) => Math.abs(Math.log(count / wanted))
  return carried
    .toSorted((a, b) => off(a) - off(b))
    .slice(0, RARE_CODES)
    .map(({ parameter, code }) => [parameter, code])
}

function framesOf(towns: readonly Town[]): ReadonlyMap<string, BBox> {
  const codes = new Set(towns.flatMap(({ department }) => department ?? []))
  return new Map([...codes].map((code) => [code, frame(towns.filter((town) => town.department === code))]))
}

const MARGIN = 0.1

function frame(towns: readonly Town[]): BBox {
  const [lats, lons] = [towns.map(({ lat }) => lat), towns.map(({ lon }) => lon)]
  return {
    west: Math.min(...lons) - MARGIN,
    south: Math.min(...lats) - MARGIN,
    east: Math.max(...lons) + MARGIN,
    north: Math.max(...lats) + MARGIN
  }
}

/** A point in a town from which a user may search, distributed like the places. */
export function pointIn(random: Random, town: Town): Point {
  const { lat, lon } = locationOf(random, town, false) ?? town
  return { lat, lon }
}
