import type { Notice } from '../../../domain/notices/notice.ts'
import type { SeenNotice } from '../../../domain/notices/notice-ports.ts'

type Followed = Pick<Notice, 'reference' | 'state' | 'decision' | 'reply' | 'createdAt' | 'decidedAt'>

/** What the reference gives access to: neither the text nor the author. */
export const presentNotice = (notice: Followed) => ({
  reference: notice.reference,
  state: notice.state,
  decision: notice.decision,
  reply: notice.reply,
  created_at: notice.createdAt.toISOString(),
  decided_at: notice.decidedAt?.toISOString() ?? null
})

export const presentSeenNotice = (notice: SeenNotice) => ({
  ...presentNotice(notice),
  ground: notice.ground,
  law: notice.law,
  explanation: notice.explanation,
  path: notice.subject.kind === 'place' ? `/lieux/${notice.subject.id}` : notice.subject.id,
  place: notice.meant && { id: notice.meant.id, name: notice.meant.name, city: notice.meant.city },
  can_be_told: notice.hasAddress
})
