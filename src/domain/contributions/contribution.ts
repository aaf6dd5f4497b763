import type { Language } from '../language.ts'
import type { Category, ContributionKind } from './categories.ts'
import type { ContributionState } from './machine.ts'
import type { NewPlace } from './new-place.ts'

/** The longest text; forms say it before and count after. */
export const TEXT_MOST = 2_000

/** What its author proposes, beside the text. */
export type Proposal = {
  /** The name of the person, as the directory writes it. */
  readonly person?: string
  /** What its author answered to the question of a moderator. */
  readonly answer?: string
  /** The other place, of which this one is a duplicate. */
  readonly place?: string
  /** The place that it proposes, if the kind is `new_place`. */
  readonly newPlace?: NewPlace
  /** The values that the manager of the place proposes, by field, if the kind is `edit`. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** The corrections that a new manager has made, if the kind is `edit`: they are published, and looked at afterwards. */
  readonly edits?: readonly number[]
}

/** A statement about a place, or the proposal of one. */
export type Contribution = {
  readonly id: string
  readonly reference: string
  readonly kind: ContributionKind
  readonly category: Category
  /** Empty for a proposed place, until it is accepted. */
  readonly place: string
  readonly text: string | null
  readonly proposal: Proposal | null
  /** `updated_at` of the place that its author saw. */
  readonly versionSeen: string | null
  /** Null if its author gave none, and once it is no longer needed. */
  readonly email: string | null
  readonly emailKey: Buffer | null
  readonly clientKey: Buffer | null
  readonly accountId: string | null
  readonly keyId: string | null
  readonly partnerReference: string | null
  readonly formId: string | null
  readonly language: Language
  readonly state: ContributionState
  readonly codeDigest: Buffer | null
  readonly tries: number
  readonly assignedTo: string | null
  readonly outcome: string | null
  readonly reply: string | null
  readonly duplicateOf: string | null
  readonly createdAt: Date
  readonly confirmedAt: Date | null
  readonly closedAt: Date | null
}
