import { subscriptionNotFound } from '../errors.ts'
import { isLinked, linkedFeedback } from './feedback-link.ts'
import type { FeedbackActs } from './feedback-ports.ts'

export type EndFeedbackDeps = { readonly acts: FeedbackActs; readonly secret: () => Promise<string> }

/**
 * Ends the mails about a source by the link of one of them: the address is deleted. Ending them again is no error. Throws
 * `subscriptionNotFound`.
 */
export async function endFeedback({ acts, secret }: EndFeedbackDeps, link: string): Promise<void> {
  const key = await secret()
  const linked = linkedFeedback(link, key)
  if (linked === undefined) throw subscriptionNotFound()
  await acts.run(async (writer) => {
    const current = await writer.lock(linked.source)
    if (current && isLinked(linked, current.email, key)) await writer.remove(linked.source)
  })
}
