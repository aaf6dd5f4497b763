import { createHash } from 'node:crypto'
import { OFFER_RULES } from '../../domain/offers/offer-rules.ts'
import type { Database } from '../db/database.ts'
import { derivationAdvance, derivationReached } from '../db/derivation.sql.ts'
import { writersLock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { loadOffering, type Offering } from '../writing/offering.ts'
import { concludeOffers, type StoredPlace } from './conclude-offers.ts'
import { offersNext } from './refresh-offers.sql.ts'

/** Half a second of work: nobody waits longer for a row that a batch holds. */
const PLACES = 500

/** Changes when places that say the same offer something else by this release, or by what sources have declared since. */
const offerRules = ({ edition }: Pick<Offering, 'edition'>): string =>
  createHash('sha256')
    .update(JSON.stringify([OFFER_RULES, edition]))
    .digest('base64url')

/**
 * Concludes what places offer by the rules of this release, whichever release stored them. Each batch is whole in itself,
 * so it can fail anywhere and goes on from there; where the rules are as they were, it reads two rows. Answers how many
 * places changed; those that are shown otherwise are told as updated.
 */
export async function refreshOffers({ batch }: Pick<Database, 'batch'>, now: Date): Promise<number> {
  let changed = 0
  for (;;) {
    const step = await inTransaction(batch, (client) => refreshNext(client, now))
    if (step === null) return changed
    changed += step
  }
}

/** Null where nothing is left to do. */
async function refreshNext(client: Runner, now: Date): Promise<number | null> {
  await client.query(writersLock())
  const offering = await loadOffering(client)
  const reaching = derivationReached(NAME, offerRules(offering))
  const [at] = (await client.query<{ reached: string | null }>(reaching)).rows
  if (!at || at.reached === null) return null
  const { rows } = await client.query<StoredPlace>(offersNext(at.reached, PLACES))
  const changed = await concludeOffers(client, offering, rows, now)
  await client.query(derivationAdvance(NAME, rows.length < PLACES ? null : (rows.at(-1)?.id ?? null)))
  return changed
}

const NAME = 'offers'
