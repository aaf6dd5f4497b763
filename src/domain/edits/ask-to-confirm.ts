import { readEmail } from '../accounts/email.ts'
import { DAY_MS } from '../time.ts'
import { stillRightMail } from './edit-mails.ts'
import type { EditDeps } from './edit-place.ts'
import type { DueEdit, EditWriter } from './edit-ports.ts'
import { MANAGED_BY } from './managed.ts'

/** How long after the question it is asked once more. */
const REMINDER_DAYS = 30

/**
 * Asks the managers whose edits are a year old whether these are still right: one mail for all places of a manager, and one
 * reminder. Edits that become due while an answer is awaited are asked about with the reminder, so that there is never more
 * than a mail in 30 days. Each account has a transaction of its own. Returns how many mails leave. Throws an
 * `AggregateError` at the end if any account has failed.
 */
export async function askToConfirm({
  acts,
  clock
}: Pick<EditDeps, 'acts' | 'clock'>): Promise<{ mailed: number }> {
  const now = clock()
  const due = await acts.run(MANAGED_BY, async (writer) => ({
    result: await writer.due(dayOf(now), null),
    acts: []
  }))
  const failures: unknown[] = []
  let mailed = 0
  for (const account of new Set(due.map((edit) => edit.account)))
    try {
      if (await acts.run(MANAGED_BY, (writer) => askAccount(writer, account, now))) mailed += 1
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `Accounts that could not be asked about their edits: ${failures.length}.`
    )
  return { mailed }
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** Whether a mail leaves. What is due is read again: the account may have answered meanwhile. */
async function askAccount(writer: EditWriter, account: string, now: number) {
  const nothing = { result: false, acts: [] }
  const [first, ...rest] = await writer.due(dayOf(now), account)
  if (first === undefined) return nothing
  const edits = [first, ...rest]
  const step = stepOf(edits, dayOf(now - REMINDER_DAYS * DAY_MS))
  const to = readEmail(first.email)
  if (step === 'nothing' || to === undefined) return nothing
  await writer.asked(account, dayOf(now))
  if (step === 'remind') await writer.reminded(account, dayOf(now))
  const places = [...new Map(edits.map((edit) => [edit.place, edit])).values()]
  await writer.outbox.put({
    mail: stillRightMail({ to, language: first.language, places, isReminder: step === 'remind' })
  })
  return { result: true, acts: [] }
}

/** `before`: the day 30 days ago. */
function stepOf(edits: readonly DueEdit[], before: string): 'ask' | 'remind' | 'nothing' {
  const waiting = edits.flatMap(({ askedOn }) => askedOn ?? [])
  if (waiting.length === 0) return 'ask'
  return waiting.some((day) => day <= before) ? 'remind' : 'nothing'
}
