import type { Subscription } from '../../../domain/subscriptions/subscription.ts'
import { linkOf } from '../../../domain/subscriptions/subscription-link.ts'

export const presentSubscription = (
  { id, state, followed: { kind, text, label }, cadence, createdAt }: Subscription,
  secret: string
) => ({
  id: linkOf(id, secret),
  state,
  kind,
  subject: text,
  label,
  cadence,
  created_at: createdAt.toISOString()
})
