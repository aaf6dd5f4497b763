import type { Language } from '../language.ts'
import { unusedAccountMail } from '../mail/account-mails.ts'
import type { AccountActs } from './account-ports.ts'
import type { Email } from './email.ts'
import { closeAccount } from './manage-account.ts'
import { CLOSED_AFTER_MONTHS, WARNED_AFTER_MONTHS } from './periods.ts'

/** An account that was not used for long. Days are written `YYYY-MM-DD`. */
export type UnusedAccount = {
  readonly id: string
  readonly email: Email
  readonly language: Language
  readonly last_seen_on: string
  readonly warned_on: string | null
}

type Retiring = {
  readonly acts: AccountActs
  /** Accounts not used since a day, the longest unused first. */
  readonly unused: (since: string) => Promise<readonly UnusedAccount[]>
  readonly now: Date
}

/**
 * Warns the owners of accounts that are not used, twice, and closes those that stay unused, as if their owners closed them.
 * An account is closed two weeks after its first warning at the earliest, also after a long stop of the service.
 */
export async function retireAccounts({
  acts,
  unused,
  now
}: Retiring): Promise<{ warned: number; closed: number }> {
  const today = now.toISOString().slice(0, 10)
  let warned = 0
  let closed = 0
  for (const account of await unused(monthsBefore(today, WARNED_AFTER_MONTHS[0]))) {
    const step = stepOf(account, today)
    if (step === 'nothing') continue
    await acts.run(async (writer) => {
      // Its owner may have come back since the list was read.
      const current = await writer.find(account.id)
      if (current === null || stepOf({ ...account, ...asStored(current) }, today) !== step) return
      if (step === 'close') {
        await closeAccount(writer, account.id, { texts: 'kept', by: 'system', now })
        closed += 1
        return
      }
      await writer.warned(account.id, now)
      await writer.send(
        unusedAccountMail({
          to: account.email,
          language: account.language,
          months: step,
          closesOn: later(
            monthsBefore(account.last_seen_on, -CLOSED_AFTER_MONTHS),
            daysAfter(today, GRACE_DAYS)
          ),
          link: '/connexion'
        })
      )
      warned += 1
    })
  }
  return { warned, closed }
}

const asStored = ({ lastSeenOn, warnedOn }: { lastSeenOn: string; warnedOn: string | null }) => ({
  last_seen_on: lastSeenOn,
  warned_on: warnedOn
})

const GRACE_DAYS = 14

/** What is due: a warning, named by its months, the end, or nothing. */
function stepOf(
  { last_seen_on: seen, warned_on: warned }: UnusedAccount,
  today: string
): 'nothing' | 'close' | number {
  const isUnused = (months: number) => seen <= monthsBefore(today, months)
  if (isUnused(CLOSED_AFTER_MONTHS) && warned !== null && daysAfter(warned, GRACE_DAYS) <= today)
    return 'close'
  const due = WARNED_AFTER_MONTHS.filter(
    (months) => isUnused(months) && (warned === null || warned < monthsBefore(seen, -months))
  ).at(-1)
  return due ?? 'nothing'
}

const later = (one: string, other: string): string => (one > other ? one : other)

/** The same day some months before; the last day of a shorter month. */
function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
