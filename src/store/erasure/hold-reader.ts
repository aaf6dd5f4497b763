import { digester, type Hold } from '../../domain/erasure/holds.ts'
import type { JournalledErasure } from '../../domain/erasure/journal.ts'
import { type Matcher, matcherOf } from '../../domain/erasure/matcher.ts'
import type { Runner } from '../db/sql.ts'
import { erasureEdition, erasureHolds, erasureJournal, erasureSecret } from './erasure.sql.ts'

export async function readSecret(runner: Runner): Promise<Buffer> {
  const [row] = (await runner.query<{ secret: Buffer }>(erasureSecret())).rows
  if (row === undefined) throw new Error('The database has lost the key of its erasures (erasure_secret).')
  return row.secret
}

export const readHolds = async (runner: Runner): Promise<readonly Hold[]> =>
  (await runner.query<Hold>(erasureHolds())).rows

/** Recognises all who were erased up to now. */
export const readMatcher = async (runner: Runner): Promise<Matcher> =>
  matcherOf(await readHolds(runner), digester(await readSecret(runner)))

/** A number that changes with each erasure and each release. */
export async function readEdition(runner: Runner): Promise<number> {
  const [row] = (await runner.query<{ held: number }>(erasureEdition())).rows
  return row?.held ?? 0
}

/** All erasures, the latest first. */
export const readJournal = async (runner: Runner): Promise<readonly JournalledErasure[]> =>
  (await runner.query<JournalledErasure>(erasureJournal())).rows
