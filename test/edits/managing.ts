import { v7 as uuid } from 'uuid'
import { readEmail } from '../../src/domain/accounts/email.ts'
import { grantRole } from '../../src/domain/accounts/manage-account.ts'
import type { RoleHeld } from '../../src/domain/permissions.ts'
import { accountActs } from '../../src/store/accounts/account-writer.ts'
import { dataVersionReader } from '../../src/store/db/data-version.ts'
import type { Database } from '../../src/store/db/database.ts'

/** Gives a role to the owner of an address, like `annuaire accounts grant`. */
export async function granted(database: Database, email: string, held: RoleHeld): Promise<void> {
  const read = readEmail(email)
  if (read === undefined) throw new Error(`${email} is not an address`)
  const granting = {
    acts: accountActs(database),
    secret: dataVersionReader(database).secret,
    newId: uuid,
    now: () => new Date('2026-11-01T12:00:00Z')
  }
  await grantRole(granting, read, held, 'system')
}

/** A manager of a place who is also a moderator. */
export async function managing(database: Database, email: string, place: string): Promise<void> {
  await granted(database, email, { role: 'manager', scope: { kind: 'place', code: place }, rank: 'owner' })
  await granted(database, email, { role: 'moderator', scope: { kind: 'all' } })
}

/** The correction of the examples, which stands, and the version of the place that the examples have seen. */
export async function editedInExamples(database: Database, place: string, at: Date): Promise<void> {
  await database.batch.query('DELETE FROM correction WHERE id = 12')
  await database.batch.query(
    `INSERT INTO correction (id, place_id, field, value, replaced, made_by, made_at) OVERRIDING SYSTEM VALUE
     VALUES (12, $1, 'summary', '"Aide"', 'null', 'Ana', $2)`,
    [place, at]
  )
  await database.batch.query("UPDATE place SET updated_at = '2026-11-22T08:00:00Z' WHERE id = $1", [place])
}

/** Makes the place of the examples the one that a record describes: a place without records cannot be edited. */
export async function listedInExamples(database: Database, place: string, record: string): Promise<void> {
  await database.batch.query('UPDATE source_record SET place_id = $1 WHERE record_id = $2', [place, record])
}
