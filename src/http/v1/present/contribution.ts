import { authorActs } from '../../../domain/contributions/author-acts.ts'
import type { Contribution } from '../../../domain/contributions/contribution.ts'
import { natureOf } from '../../../domain/contributions/nature.ts'

/** What the reference gives access to: neither the text nor the author. */
export const presentContribution = (contribution: Contribution) => ({
  reference: contribution.reference,
  state: contribution.state,
  kind: contribution.kind,
  edit: editIn(contribution),
  category: contribution.category,
  place: contribution.place || null,
  proposed: proposedIn(contribution),
  of_account: contribution.accountId !== null,
  created_at: contribution.createdAt.toISOString(),
  closed_at: contribution.closedAt?.toISOString() ?? null,
  outcome: contribution.outcome,
  reply: contribution.reply,
  allowed: authorActs(contribution)
})

/** Which place it proposes, so that its author tells several apart. */
function proposedIn({
  proposal
}: Contribution): { readonly name: string; readonly city: string | null } | null {
  const place = proposal?.newPlace
  return place ? { name: place.name, city: place.address.city } : null
}

/** Whether a moderator decides before an edit is published, or reviews it afterwards. */
function editIn(contribution: Contribution): 'proposed' | 'published' | null {
  const nature = natureOf(contribution)
  if (nature === 'proposal') return 'proposed'
  return nature === 'review' ? 'published' : null
}
