import type { SourceDefinition } from '../../domain/places/source-record.ts'
import type { Runner } from '../db/sql.ts'
import { sourceRegister } from '../writing/source-register.sql.ts'
import { sourceAccept } from './influence.sql.ts'
import { sourceDefinition } from './sources.sql.ts'

/** Null if there is no such source. */
export async function findDefinition(runner: Runner, slug: string): Promise<SourceDefinition | null> {
  return (await runner.query<SourceDefinition>(sourceDefinition(slug))).rows[0] ?? null
}

/** False if the source is there already, which is then left as it is. */
export async function createSource(runner: Runner, definition: SourceDefinition): Promise<boolean> {
  if ((await findDefinition(runner, definition.source)) !== null) return false
  await runner.query(sourceRegister(definition))
  return true
}

/** Lets the runs of a source change places of others. False if there is no such source. */
export async function acceptSource(runner: Runner, slug: string): Promise<boolean> {
  return ((await runner.query(sourceAccept(slug))).rowCount ?? 0) > 0
}
