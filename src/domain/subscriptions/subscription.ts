import type { Email } from '../accounts/email.ts'
import type { Language } from '../language.ts'
import type { Filters } from '../search/search-question.ts'

/** What can be followed. The text is the id of a place, `department:58`, or the parameters of a search. */
export type Followed = {
  readonly kind: 'place' | 'territory' | 'search'
  readonly text: string
  /** The filters of a territory or a search; null for a place. */
  readonly filters: Filters | null
  /** The name of a place or territory, or the words of a search; null if a search has none. */
  readonly label: string | null
}

/** How often: at once, each morning, or on Monday mornings. */
export const CADENCES = ['now', 'daily', 'weekly'] as const
export type Cadence = (typeof CADENCES)[number]

/** An address that follows something. It has no state `off`: what has ended is deleted. */
export type Subscription = {
  readonly id: string
  readonly followed: Followed
  readonly cadence: Cadence
  readonly language: Language
  readonly email: Email
  readonly emailKey: Buffer
  readonly state: 'asked' | 'on'
  /** Digest of the code that was mailed; null if the account of the address asked for it. */
  readonly codeDigest: Buffer | null
  readonly tries: number
  readonly formId: string | null
  /** The version of the data up to which changes were mailed. */
  readonly cursor: number
  readonly createdAt: Date
  /** When a mail was sent last. With mails in the morning: when it was last looked at. */
  readonly toldAt: Date | null
}
