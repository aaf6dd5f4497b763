import { readEmail } from '../accounts/email.ts'
import { DAY_MS } from '../time.ts'
import { stillRightMail } from './edit-mails.ts'
import type { EditDeps } from './edit-place.ts'
import type { DueEdit } from './edit-ports.ts'
import { MANAGED_BY } from './managed.ts'

/** How long after the question it is asked once more. */
const REMINDER_DAYS = 30

/**
 * Asks the managers whose edits are a year old whether these are still right: one mail for all places of a manager, and one
 * reminder. Edits that become due while an answer is awaited are asked about with the reminder, so that there is never more
 * than a mail in 30 days. Returns how many mails leave.
 */
export const askToConfirm = ({
  acts,
  clock
}: Pick<EditDeps, 'acts' | 'clock'>): Promise<{ mailed: number }> =>
  acts.run(MANAGED_BY, async (writer) => {
    const now = clock()
    const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
    const today = dayOf(now)
    let mailed = 0
    for (const edits of byAccount(await writer.due(today))) {
      const step = stepOf(edits, dayOf(now - REMINDER_DAYS * DAY_MS))
      const [{ account, email, language } = edits[0]] = edits
      const to = readEmail(email)
      if (step === 'nothing' || to === undefined) continue
      await writer.asked(account, today)
      if (step === 'remind') await writer.reminded(account, today)
      const places = [...new Map(edits.map((edit) => [edit.place, edit])).values()]
      await writer.outbox.put({
        mail: stillRightMail({ to, language, places, isReminder: step === 'remind' })
      })
      mailed += 1
    }
    return { result: { mailed }, acts: [] }
  })

type Edits = readonly [DueEdit, ...DueEdit[]]

function byAccount(due: readonly DueEdit[]): readonly Edits[] {
  const groups = new Map<string, [DueEdit, ...DueEdit[]]>()
  for (const edit of due) {
    const group = groups.get(edit.account)
    if (group) group.push(edit)
    else groups.set(edit.account, [edit])
  }
  return [...groups.values()]
}

/** `before`: the day 30 days ago. */
function stepOf(edits: Edits, before: string): 'ask' | 'remind' | 'nothing' {
  const waiting = edits.flatMap(({ askedOn }) => askedOn ?? [])
  if (waiting.length === 0) return 'ask'
  return waiting.some((day) => day <= before) ? 'remind' : 'nothing'
}
