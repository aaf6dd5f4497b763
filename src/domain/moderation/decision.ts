/* What a moderator can do with a report, and the reasons that each decision may have. */

/** Why a report was accepted: what became of it. */
export const ACCEPTED_FOR = [
  'corrected',
  'already-corrected',
  'closed',
  'merged',
  'hidden',
  'passed-on',
  'added',
  'already-listed'
] as const
/** The reasons for which a proposed place is accepted; a report on a place has the others. */
export const ADDED_FOR: readonly string[] = [
  'added',
  'already-listed'
] satisfies readonly (typeof ACCEPTED_FOR)[number][]
/** Why a report was rejected. */
export const REJECTED_FOR = [
  'not-verifiable',
  'contradicted',
  'already-right',
  'out-of-scope',
  'spam',
  'insult',
  'personal-data',
  'illegal'
] as const
/** Why a report that was decided is looked at again. */
export const REOPENED_FOR = ['contested', 'new-facts', 'mistake'] as const

export type Outcome =
  | (typeof ACCEPTED_FOR)[number]
  | (typeof REJECTED_FOR)[number]
  | (typeof REOPENED_FOR)[number]
  | 'duplicate'

/** A value that the place is to have, as it was sent. It is not checked yet. */
export type SentValue = { readonly field: string; readonly value: unknown }

/**
 * An act of a moderator. A decision has a reason. If the reason alone does not explain it to the author of the report, a
 * sentence is required.
 */
export type Decision =
  | { readonly act: 'take' }
  | { readonly act: 'release' }
  | { readonly act: 'ask'; readonly text: string }
  | {
      readonly act: 'accept'
      readonly reason: (typeof ACCEPTED_FOR)[number]
      readonly text: string | null
      readonly corrections: readonly SentValue[]
      /** With `already-listed`: the place that was proposed again. */
      readonly sameAs?: string | undefined
    }
  | { readonly act: 'reject'; readonly reason: (typeof REJECTED_FOR)[number]; readonly text: string }
  | { readonly act: 'close-as-duplicate'; readonly of: string; readonly text: string | null }
  | { readonly act: 'reopen'; readonly reason: (typeof REOPENED_FOR)[number]; readonly text: string }
