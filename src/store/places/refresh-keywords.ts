import { createHash } from 'node:crypto'
import { STORED_VOCABULARIES } from '../../domain/vocabularies/vocabularies.ts'
import { dataVersionRaise } from '../db/data-version.sql.ts'
import type { Database } from '../db/database.ts'
import { derivationAdvance, derivationReached } from '../db/derivation.sql.ts'
import { writersLock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { loadTermIds } from '../vocabularies/term-ids.ts'
import { type Described, keywordsFrom } from '../writing/keywords.ts'
import { keywordsNext, keywordsPut } from './refresh.sql.ts'

/** Raised when `wordingsOf` makes other words of the same terms. */
const EDITION = 1

/** A third of a second of work: nobody waits longer for a row that a batch holds. */
const PLACES = 1_000

/** Changes when a term is worded otherwise, or the words are derived otherwise. */
export const keywordRules = (): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        EDITION,
        STORED_VOCABULARIES.map(({ name, terms }) => [
          name,
          terms.map(({ code, fr, spellings = [], synonyms = [] }) => [code, fr, spellings, synonyms])
        ])
      ])
    )
    .digest('base64url')

/**
 * Lets places be found by the words of this release, whichever release stored them. Each batch is whole in itself, so it
 * can fail anywhere and goes on from there; where the rules are as they were, it reads one row. Answers how many places
 * changed. None of them is told as updated: what the API shows of them is the same.
 */
export async function refreshKeywords(
  { batch }: Pick<Database, 'batch'>,
  now: Date,
  rules = keywordRules()
): Promise<number> {
  const today = now.toISOString().slice(0, 10)
  let changed = 0
  for (;;) {
    const step = await inTransaction(batch, (client) => refreshNext(client, rules, today))
    if (step === null) return changed
    changed += step
  }
}

type Row = { readonly id: string; readonly document: string }

/** Null where nothing is left to do. */
async function refreshNext(client: Runner, rules: string, today: string): Promise<number | null> {
  await client.query(writersLock())
  const [at] = (await client.query<{ reached: string | null }>(derivationReached(NAME, rules))).rows
  if (!at || at.reached === null) return null
  const { rows } = await client.query<Row>(keywordsNext(at.reached, PLACES))
  const termIds = await loadTermIds(client)
  const keywords = keywordsFrom(client, { termIds, today })
  const places = rows.map(({ document }) => JSON.parse(document) as Described)
  await keywords.learn(places)
  const ids = rows.map(({ id }) => id)
  const changed = (await client.query(keywordsPut(ids, places.map(keywords.of)))).rowCount ?? 0
  await client.query(derivationAdvance(NAME, rows.length < PLACES ? null : (rows.at(-1)?.id ?? null)))
  if (changed > 0) await client.query(dataVersionRaise())
  return changed
}

const NAME = 'keywords'
