import { readConfig } from '../../src/config.ts'
import { depsOver } from '../../src/deps.ts'
import { readEmail } from '../../src/domain/accounts/email.ts'
import type { Language } from '../../src/domain/language.ts'
import type { Mail } from '../../src/domain/mail/mail.ts'
import type { Database } from '../../src/store/db/database.ts'
import { setFeedback } from '../../src/store/feedback/feedback-store.ts'

const DAY = 24 * 60 * 60_000

/** So many weeks after the tests began: each is another week, and its Monday has passed. */
export const week = (nth: number): Date => new Date(Date.now() + nth * 7 * DAY)

/** Tells the owners of sources, as the chore does. */
export const sourceTellerOver = (database: Database) =>
  depsOver(readConfig({ LOG_LEVEL: 'silent', SEARCH_TIMEOUT_MS: '20000' }), database).feedback.tell

/** Sets the address of a source, as the command does, a day ago. */
export async function addressed(
  database: Database,
  source: string,
  address: string,
  language: Language = 'fr'
): Promise<void> {
  const email = readEmail(address)
  if (email === undefined) throw new Error(`${address} is not an address`)
  const set = await setFeedback(database, source, { email, language, now: new Date(Date.now() - DAY) })
  if (!set) throw new Error(`There is no source ${source}`)
}

/** The mails that wait for the owner of a source, the oldest first. */
export async function mailsToOwner(database: Database, address: string): Promise<readonly Mail[]> {
  const { rows } = await database.batch.query<{ payload: Mail }>(
    "SELECT payload FROM outbox WHERE payload ->> 'to' = $1 ORDER BY id",
    [address]
  )
  return rows.map(({ payload }) => payload)
}

/** All lines of the lists of a mail. */
export const linesOf = ({ blocks }: Mail): readonly string[] =>
  blocks.flatMap((block) => (typeof block === 'object' && 'list' in block ? block.list : []))
