/** A field that its manager may not set alone, and the value that waits for a moderator. */
type WaitingProposal = {
  readonly reference: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly at: Date
}

/** The claim of another person that waits for the answer of the owners. */
type ClaimToAnswer = {
  readonly id: string
  readonly at: Date
  /** After it, a moderator may answer. */
  readonly answerBy: Date
}

/** A place as one of its managers sees it. */
export type ManagedPlace = {
  readonly id: string
  readonly name: string
  readonly city: string | null
  readonly status: 'active' | 'withdrawn' | 'merged'
  /** How many fields say what this manager set. */
  readonly edits: number
  /** The first day on which one of them must be confirmed, `YYYY-MM-DD`. */
  readonly confirmBy: string | null
  readonly waiting: readonly WaitingProposal[]
  /** Empty for an editor, who answers none. */
  readonly claims: readonly ClaimToAnswer[]
}

/** The places that an account manages, by name. */
export type ManagedPlaces = (account: string) => Promise<readonly ManagedPlace[]>
