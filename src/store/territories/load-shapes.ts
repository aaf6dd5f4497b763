import type { Pool, PoolClient } from 'pg'
import type { CommuneCentre, TerritoryOutline } from '../../domain/territories/shapes.ts'
import type { TerritoryKind } from '../../domain/territories/territory.ts'
import { dataVersionRaise } from '../db/data-version.sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { territoryCentres, territoryKinds, territoryOutlines } from './shapes.sql.ts'

/** The number of territories in the file that the directory knows, and how many of them changed. */
type Loaded = { readonly known: number; readonly changed: number }

/** Number of rows per statement: the outlines of all communes take 50 MB together. */
const BATCH = 500

export const loadCentres = (pool: Pool, rows: readonly CommuneCentre[]): Promise<Loaded> =>
  inTransaction(pool, async (client) => {
    const { rows: loaded } = await client.query<Loaded>(territoryCentres(rows))
    return raiseVersion(client, loaded)
  })

export const loadOutlines = (
  pool: Pool,
  kind: TerritoryKind,
  rows: readonly TerritoryOutline[]
): Promise<Loaded> =>
  inTransaction(pool, async (client) => {
    const loaded: Loaded[] = []
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = await client.query<Loaded>(territoryOutlines(kind, rows.slice(start, start + BATCH)))
      loaded.push(...batch.rows)
    }
    return raiseVersion(client, loaded)
  })

/** Returns the kind of territory that most features have; null if fewer than half have a known kind. */
export async function kindOfOutlines(
  pool: Pool,
  rows: readonly TerritoryOutline[]
): Promise<TerritoryKind | null> {
  const found = await pool.query<{ kind: TerritoryKind; matches: number }>(territoryKinds(rows))
  const [best] = found.rows
  return best && best.matches * 2 >= rows.length ? best.kind : null
}

async function raiseVersion(client: PoolClient, parts: readonly Loaded[]): Promise<Loaded> {
  const total = parts.reduce(
    (sum, { known, changed }) => ({ known: sum.known + known, changed: sum.changed + changed }),
    { known: 0, changed: 0 }
  )
  if (total.changed > 0) await client.query(dataVersionRaise())
  return total
}
