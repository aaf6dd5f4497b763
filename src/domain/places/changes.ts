import { forgedCursor } from '../errors.ts'
import { seal, unseal } from '../work/seal.ts'
import type { Place, PlaceText } from './place.ts'

export type ChangeKind = 'created' | 'updated' | 'withdrawn' | 'restored' | 'merged'

/** Something that happened to a place. */
export type Change = {
  readonly kind: ChangeKind
  readonly id: string
  /** Of a merge: the place that it lives on in. */
  readonly survivor: string | null
  /** Of an update: what it touched, by the names that provenance uses. */
  readonly fields: readonly string[]
  /** RFC 3339 instant. */
  readonly at: string
  /** As it is now, which is never older than the change; null once it is gone, and where nobody asked. */
  readonly place: PlaceText<Place> | null
}

/**
 * Where a reader has got to. Every writer takes its version as its last act and holds it until it has committed, so
 * whatever becomes visible later has a greater one: nothing can appear behind a reader's back.
 */
export type ChangePosition = { readonly version: number; readonly id: number }

export type ChangeRequest = {
  readonly after: ChangePosition
  readonly limit: number
  readonly withPlaces: boolean
}

export type ChangeReader = {
  /** In the order in which they were committed; all of one moment. */
  page(request: ChangeRequest): Promise<readonly (Change & { readonly position: ChangePosition })[]>
  /** The position behind all that there is. */
  end(): Promise<ChangePosition>
}

export type ChangeDeps = { readonly changes: ChangeReader; readonly secret: () => Promise<string> }

export type ChangeQuestion = {
  /** A cursor of an earlier answer, `now`, or nothing for the beginning. */
  readonly since?: string | undefined
  readonly limit: number
  readonly withPlaces: boolean
}

export type ChangeAnswer = {
  readonly items: readonly Change[]
  /** Where to go on from, now or later. */
  readonly cursor: string
  readonly more: boolean
}

const BEGINNING: ChangePosition = { version: 0, id: 0 }

/** Throws `forgedCursor` for a `since` that no answer gave. */
export async function listChanges(deps: ChangeDeps, question: ChangeQuestion): Promise<ChangeAnswer> {
  const { since, limit, withPlaces } = question
  const secret = await deps.secret()
  if (since === 'now') {
    return { items: [], cursor: seal('changes', await deps.changes.end(), secret), more: false }
  }
  const after = since === undefined ? BEGINNING : positionOf(since, secret)
  // One more than asked tells whether there are more.
  const found = await deps.changes.page({ after, limit: limit + 1, withPlaces })
  const items = found.slice(0, limit)
  const cursor = seal('changes', items.at(-1)?.position ?? after, secret)
  return { items, cursor, more: found.length > limit }
}

function positionOf(since: string, secret: string): ChangePosition {
  const position = unseal('changes', since, secret)
  if (position === undefined) throw forgedCursor('since')
  return position as ChangePosition
}
