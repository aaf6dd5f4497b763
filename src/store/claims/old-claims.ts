import { readEmail } from '../../domain/accounts/email.ts'
import { unansweredMail } from '../../domain/claims/claim-mails.ts'
import type { ClaimState } from '../../domain/claims/machine.ts'
import { UNANSWERED_MS } from '../../domain/claims/periods.ts'
import type { Language } from '../../domain/language.ts'
import type { NamedPlace } from '../../domain/mail/naming.ts'
import { DAY_MS } from '../../domain/time.ts'
import { journalIn } from '../acts/journal.ts'
import type { Act } from '../db/acting.ts'
import type { Database } from '../db/database.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import { claimsToLapse, claimsUnanswered, claimTextsEmpty, lapsedDelete } from './claims.sql.ts'

type Unanswered = {
  readonly id: string
  readonly email: string | null
  readonly language: Language
  readonly place: NamedPlace & { readonly id: string }
}

/**
 * Ends claims whose code was not typed in time and those that were never answered, and forgets what is no longer needed about
 * those that are over.
 */
export async function forgetOldClaims(
  { act, batch }: Pick<Database, 'act' | 'batch'>,
  now: Date
): Promise<{ readonly lapsed: number; readonly deleted: number; readonly emptied: number }> {
  let lapsed = 0
  for (const { id } of (await batch.query<{ id: string }>(claimsToLapse(now))).rows)
    lapsed += await act((own) => lapse(own, id, 'proving', now))
  for (const claim of (await batch.query<Unanswered>(claimsUnanswered(now))).rows)
    lapsed += await act(async (own) => {
      const count = await lapse(own, claim.id, 'asked', now)
      if (count > 0) await tell(own, claim)
      return count
    })
  const { rowCount: deleted } = await batch.query(lapsedDelete(now))
  const { rowCount: emptied } = await batch.query(claimTextsEmpty(now))
  return { lapsed, deleted: deleted ?? 0, emptied: emptied ?? 0 }
}

/** Ends a claim, unless it has left this state meanwhile. Returns how many ended. */
async function lapse(own: Act, id: string, from: ClaimState, now: Date): Promise<number> {
  const data = { state: 'lapsed', decidedAt: now, codeDigest: null } as const
  const { count } = await own.tables.claim.updateMany({ where: { id, state: from }, data })
  if (count > 0)
    await journalIn(own).record({
      ...{ subject: { kind: 'claim', id }, kind: 'lapsed', by: { kind: 'system' } },
      ...{ at: now, public: false, data: {} }
    })
  return count
}

async function tell(own: Act, { email, language, place }: Unanswered): Promise<void> {
  const to = email === null ? undefined : readEmail(email)
  if (to !== undefined)
    await outboxIn(own).put({ mail: unansweredMail({ to, language, place }, UNANSWERED_MS / DAY_MS) })
}
