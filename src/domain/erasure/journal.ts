/** An erasure as the journal has it: without what was erased. */
export type JournalledErasure = {
  readonly id: string
  /** RFC 3339 instant. */
  readonly at: string
  readonly what: 'person' | 'place'
  readonly by: string
  /** Places that changed or were withdrawn. */
  readonly places: readonly string[]
  /** Digests that hold it against later imports; 0 once it is released. */
  readonly holds: number
  /** RFC 3339 instant; null if it was not released. */
  readonly released_at: string | null
  readonly released_by: string | null
}

/** `unknown`: no erasure has this id. `again`: it was released before. */
export type Release = 'released' | 'again' | 'unknown'
