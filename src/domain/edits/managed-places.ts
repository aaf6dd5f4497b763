/** A field that its manager may not set alone, and the value that waits for a moderator. */
type WaitingProposal = {
  readonly reference: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly at: Date
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
}

/** The places that an account manages, by name. */
export type ManagedPlaces = (account: string) => Promise<readonly ManagedPlace[]>
