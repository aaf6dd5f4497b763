import type { SourceDefinition } from '../../domain/places/source-record.ts'
import type { Runner } from '../db/sql.ts'
import { sourceRegister } from '../writing/source-register.sql.ts'
import { sourceAccept } from './influence.sql.ts'
import { sourceDefinition } from './sources.sql.ts'

/** Returns the definition of a source; null if there is no such source. */
export async function findDefinition(runner: Runner, slug: string): Promise<SourceDefinition | null> {
  return (await runner.query<SourceDefinition>(sourceDefinition(slug))).rows[0] ?? null
}

/** Creates a source. Returns false if it already exists, in which case it is left unchanged. */
export async function createSource(runner: Runner, definition: SourceDefinition): Promise<boolean> {
  if ((await findDefinition(runner, definition.source)) !== null) return false
  await runner.query(sourceRegister(definition))
  return true
}

/** Allows the runs of a source to change places of other sources. Returns false if there is no such source. */
export async function acceptSource(runner: Runner, slug: string): Promise<boolean> {
  return ((await runner.query(sourceAccept(slug))).rowCount ?? 0) > 0
}
