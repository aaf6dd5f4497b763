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

/** Edition of the derivation of words; increase it when `wordingsOf` derives other words from the same terms. */
const EDITION = 1

/**
 * Number of places per transaction: a third of a second of work, so that other transactions do not wait longer for
 * the locked rows.
 */
const PLACES = 1_000

/** A hash that changes when the wording of a term or the derivation of words changes. */
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
 * Recomputes the search words of places stored by another release. Each batch is a transaction of its own, so the
 * work can fail at any point and continues from there. If the rules have not changed, it only reads one row.
 * Returns the number of places changed. They are not reported as updated, because what the API shows of them has
 * not changed.
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

/** Recomputes the next batch. Returns the number of places changed, or null if nothing is left to do. */
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
