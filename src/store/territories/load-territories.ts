import type { CommuneRow } from '../../domain/territories/territory.ts'
import { TOWN_CENTRES } from '../../domain/territories/town-centres.ts'
import type { Runner } from '../db/sql.ts'
import { administrativeVersion, communeRows, territoryRows } from './administrative-data.ts'
import { communeNameRows } from './commune-names.ts'
import {
  communeNamesLoad,
  territoriesLoad,
  territoriesLoaded,
  territoriesMarkLoaded,
  territoriesPrune
} from './load-territories.sql.ts'

/**
 * Loads the official list of communes, intercommunalities, départements and régions. Runs at every start, and
 * sends only one short query if this version of the list is already loaded. The version is stored last, so an
 * interrupted run is repeated, which is harmless.
 */
export async function loadTerritories(runner: Runner): Promise<void> {
  const version = administrativeVersion()
  const { rows } = await runner.query<{ version: string | null }>(territoriesLoaded())
  if (rows[0]?.version === version) return

  const communes = communeRows()
  await runner.query(territoriesLoad(territories(communes), codes(communes)))
  await runner.query(territoriesPrune())
  await runner.query(communeNamesLoad(communeNameRows(communes)))
  await runner.query(territoriesMarkLoaded(version))
}

/**
 * Adds approximate centres to the communes. Paris, Lyon and Marseille have no centre of their own in the table of
 * centres, so the mean of their arrondissements is used.
 */
function territories(communes: readonly CommuneRow[]) {
  const centres = new Map(TOWN_CENTRES.map((town) => [town.commune, town]))
  const parts = communes.filter(({ relation }) => relation === 'arrondissement')
  return territoryRows().map((territory) => {
    if (territory.kind !== 'commune') return territory
    const codes = [territory.code, ...parts.filter((p) => p.commune === territory.code).map((p) => p.code)]
    const known = codes.flatMap((code) => centres.get(code) ?? [])
    return { ...territory, lat: mean(known.map(({ lat }) => lat)), lon: mean(known.map(({ lon }) => lon)) }
  })
}

const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** The commune of each code. If merged communes share a code, it is assigned to the commune that has it today. */
function codes(communes: readonly CommuneRow[]) {
  const first = new Map<string, object>()
  const rows = communes.map(({ code, commune, relation, name }) => ({ code, commune, relation, name }))
  return rows.filter((row) => !first.has(row.code) && first.set(row.code, row))
}
