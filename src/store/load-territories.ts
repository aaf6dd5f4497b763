import { administrativeVersion, communeRows, territoryRows } from './administrative-data.ts'
import { territoriesLoad } from './queries/territories-load.sql.ts'
import { territoriesLoaded, territoriesMarkLoaded } from './queries/territories-loaded.sql.ts'
import { territoriesPrune } from './queries/territories-prune.sql.ts'
import type { Runner } from './sql.ts'

/**
 * Loads the official list of communes, intercommunalities, départements and régions. Run at every start: one
 * short question when that version of the list is already there. The mark comes last, so that a run cut short
 * is repeated, which is harmless.
 */
export async function loadTerritories(runner: Runner): Promise<void> {
  const version = administrativeVersion()
  const { rows } = await runner.query<{ version: string | null }>(territoriesLoaded())
  if (rows[0]?.version === version) return

  await runner.query(territoriesLoad(territoryRows(), codes()))
  await runner.query(territoriesPrune())
  await runner.query(territoriesMarkLoaded(version))
}

/** A code that merged communes share belongs first to the commune that bears it today. */
function codes() {
  const first = new Map<string, object>()
  const rows = communeRows().map(({ code, commune, relation, name }) => ({ code, commune, relation, name }))
  return rows.filter((row) => !first.has(row.code) && first.set(row.code, row))
}
