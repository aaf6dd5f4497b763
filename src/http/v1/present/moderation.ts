import { actsIn } from '../../../domain/contributions/machine.ts'
import type { NewPlace, ProposedPlace } from '../../../domain/contributions/new-place.ts'
import type { SeenReport } from '../../../domain/moderation/list-queue.ts'
import type { QueuedReport } from '../../../domain/moderation/moderation-ports.ts'
import type { Actor } from '../../../domain/permissions.ts'

export const presentSeen = ({ history, ...report }: SeenReport, actor: Actor) => ({
  ...presentQueued(report, actor),
  history: history.map(({ at, kind, by, reason }) => ({ at: at.toISOString(), act: kind, by, reason }))
})

export const presentQueued = ({ meant, proposal, ...report }: QueuedReport, actor: Actor) => ({
  kind: 'contribution' as const,
  reference: report.reference,
  state: report.state,
  category: report.category,
  place: { id: meant.id, name: meant.name, city: meant.city, status: meant.status },
  new_place: proposal?.newPlace ? presentProposed(proposal.newPlace) : null,
  text: report.text,
  person: proposal?.person ?? null,
  other_place: proposal?.place ?? null,
  answer: proposal?.answer ?? null,
  proposed_fields: proposal?.fields ?? null,
  published_corrections: proposal?.edits ?? null,
  still_published: report.editsStanding,
  author_manages: report.authorManages,
  version_seen: report.versionSeen,
  from: report.from,
  can_be_told: report.hasAddress,
  assigned_to: report.assignedTo,
  is_yours: actor.kind === 'account' && report.assignedTo === actor.id,
  created_at: report.createdAt.toISOString(),
  closed_at: report.closedAt?.toISOString() ?? null,
  outcome: report.outcome,
  reply: report.reply,
  duplicate_of: report.duplicateOf,
  // Nobody decides about their own report.
  allowed: actor.kind === 'account' && report.accountId === actor.id ? [] : actsIn(report.state, 'moderator')
})

const presentProposed = (place: NewPlace): ProposedPlace => ({
  name: place.name,
  types: place.types,
  street: place.address.street,
  complement: place.address.complement,
  postcode: place.address.postcode,
  city: place.address.city ?? '',
  phone: place.contacts.phone,
  emails: place.contacts.emails,
  websites: place.contacts.websites,
  opening_hours: place.opening_hours.raw,
  services: place.services,
  audiences: place.audiences
})
