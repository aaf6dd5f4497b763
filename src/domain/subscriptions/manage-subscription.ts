import { subscriptionNotFound } from '../errors.ts'
import type { Cadence, Subscription } from './subscription.ts'
import { linkedId } from './subscription-link.ts'
import type { SubscriptionActs, SubscriptionReader } from './subscription-ports.ts'

type ManageDeps = {
  readonly acts: SubscriptionActs
  readonly reader: SubscriptionReader
  readonly secret: () => Promise<string>
}

/** The subscription of a link. Throws `subscriptionNotFound` for a plain id too, and if it has ended. */
export async function readSubscription(
  { reader, secret }: Omit<ManageDeps, 'acts'>,
  link: string
): Promise<Subscription> {
  const id = linkedId(link, await secret())
  const found = id === undefined ? null : await reader.find(id)
  if (found === null) throw subscriptionNotFound()
  return found
}

/** Changes how often mails are sent. */
export async function changeCadence(
  { acts, secret }: Omit<ManageDeps, 'reader'>,
  link: string,
  cadence: Cadence
): Promise<Subscription> {
  const id = linkedId(link, await secret())
  const changed = await acts.run(async (writer) => {
    const found = id === undefined ? null : await writer.lock(id)
    if (found?.state !== 'on') return null
    await writer.change(found.id, { cadence })
    return { ...found, cadence }
  })
  if (changed === null) throw subscriptionNotFound()
  return changed
}

/** Ends a subscription: its row is deleted, with the address. One that has ended before is as good. */
export async function endSubscription(
  { acts, secret }: Omit<ManageDeps, 'reader'>,
  link: string
): Promise<void> {
  const id = linkedId(link, await secret())
  if (id === undefined) throw subscriptionNotFound()
  await acts.run((writer) => writer.remove(id))
}
