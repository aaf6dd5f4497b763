import type { PlaceFit } from '../../../domain/search/ports.ts'
import type { Filters } from '../../../domain/search/search-question.ts'
import type { Database } from '../../db/database.ts'
import { run } from '../../db/prepared.ts'
import { placeFit } from './place-fit.sql.ts'
import type { WishCompiler } from './wish-compiler.ts'

/**
 * Returns by place id how well the place fits each wish in the words and then the time, and whether it is counted.
 */
export async function fitOfPlaces(
  database: Pick<Database, 'pool' | 'kind'>,
  compiled: WishCompiler,
  filters: Filters,
  ids: readonly string[]
): Promise<ReadonlyMap<string, PlaceFit>> {
  const wanted = await compiled(filters)
  const wishes = wanted?.typed ?? []
  if (!wanted || ids.length === 0 || wishes.length + (wanted.time ? 1 : 0) === 0) return new Map()
  const rows = await run<PlaceFit & { id: string }>(database, placeFit(ids, wishes, wanted))
  return new Map(rows.map(({ id, ...fit }) => [id, fit]))
}
