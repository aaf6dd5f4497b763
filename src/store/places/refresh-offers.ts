import { createHash } from 'node:crypto'
import { OFFER_RULES } from '../../domain/offers/offer-rules.ts'
import { DISPLAY_NAME_EDITION } from '../../domain/places/display-name.ts'
import type { Database } from '../db/database.ts'
import { derivationAdvance, derivationReached } from '../db/derivation.sql.ts'
import { writersLock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { loadOffering, type Offering } from '../writing/offering.ts'
import { concludeOffers, type StoredPlace } from './conclude-offers.ts'
import { offersNext } from './refresh-offers.sql.ts'

/**
 * Number of places per transaction: half a second of work, so that other transactions do not wait longer for the
 * locked rows.
 */
const PLACES = 500

/**
 * A hash of everything that affects what is inferred for an unchanged place. It changes with a new release that
 * infers differently, and when a source declares a service for the first time.
 */
const offerRules = ({ edition }: Pick<Offering, 'edition'>): string =>
  createHash('sha256')
    .update(JSON.stringify([OFFER_RULES, DISPLAY_NAME_EDITION, edition]))
    .digest('base64url')

/**
 * Infers again what places offer, if the rules have changed since the places were stored. Each batch is a
 * transaction of its own, so the work can fail at any point and continues from there. If the rules have not
 * changed, it only reads two rows. Returns the number of places changed; a place whose document changes is reported
 * as updated.
 */
export async function refreshOffers({ batch }: Pick<Database, 'batch'>, now: Date): Promise<number> {
  let changed = 0
  for (;;) {
    const step = await inTransaction(batch, (client) => refreshNext(client, now))
    if (step === null) return changed
    changed += step
  }
}

/** Infers the offers of the next batch. Returns the number of places changed, or null if nothing is left to do. */
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
