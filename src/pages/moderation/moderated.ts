import type { Category } from '../../domain/contributions/categories.ts'
import type { ContributionState } from '../../domain/contributions/machine.ts'
import type { ProposedPlace } from '../../domain/contributions/new-place.ts'
import type { Language } from '../../domain/language.ts'
import type { Decision } from '../../domain/moderation/decision.ts'
import type { Part } from '../../domain/moderation/list-queue.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { MODERATION } from '../wording/moderation.ts'

/** A report as `/v1/moderation` returns it. */
export type Queued = {
  readonly reference: string
  readonly state: ContributionState
  readonly category: Category
  readonly place: {
    readonly id: string | null
    readonly name: string
    readonly city: string | null
    readonly status: 'active' | 'withdrawn' | 'merged' | 'proposed'
  }
  readonly new_place: ProposedPlace | null
  readonly text: string | null
  readonly person: string | null
  readonly other_place: string | null
  readonly answer: string | null
  /** What the manager of the place proposes, by field. */
  readonly proposed_fields: Readonly<Record<string, unknown>> | null
  /** Edits of a new manager, which are published already. */
  readonly published_corrections: readonly number[] | null
  /** How many of them still apply. */
  readonly still_published: number | null
  /** Whether the manager who sent it still manages the place. */
  readonly author_manages: boolean | null
  readonly version_seen: string | null
  readonly from: 'account' | 'partner' | 'confirmed' | 'unconfirmed'
  readonly can_be_told: boolean
  readonly assigned_to: string | null
  readonly is_yours: boolean
  readonly created_at: string
  readonly closed_at: string | null
  readonly outcome: string | null
  readonly reply: string | null
  readonly duplicate_of: string | null
  readonly allowed: readonly Decision['act'][]
}

/** A report as `/v1/moderation/contribution/{reference}` returns it. */
export type Moderated = Queued & {
  readonly history: readonly {
    readonly at: string
    readonly act: string
    readonly by: Part
    readonly reason: string | null
  }[]
}

/** What a report is about, in words. */
export function subjectOf(
  {
    category,
    new_place,
    proposed_fields,
    published_corrections
  }: Pick<Queued, 'category' | 'new_place' | 'proposed_fields' | 'published_corrections'>,
  lang: Language
): string {
  const says = MODERATION[lang]
  if (new_place !== null) return says.newPlace
  if (proposed_fields !== null) return says.managerProposes
  return published_corrections === null ? CONTRIBUTIONS[lang].subjects[category].name : says.managerEdited
}

export const placeName = ({ place: { name, city } }: Queued): string =>
  city === null || name.includes(city) ? name : `${name}, ${city}`
