import { forgedCursor } from '../errors.ts'
import { seal, unseal } from '../seal.ts'
import type { Place, PlaceText } from './place.ts'

export type ChangeKind = 'created' | 'updated' | 'withdrawn' | 'restored' | 'merged'

/** Something that happened to a place. */
export type Change = {
  readonly kind: ChangeKind
  readonly id: string
  /** For a merge: the place into which it was merged. */
  readonly survivor: string | null
  /** For an update: the fields that changed, named as in provenance. */
  readonly fields: readonly string[]
  /** RFC 3339 instant. */
  readonly at: string
  /**
   * The current state of the place, which is never older than the change; null if the place no longer exists or
   * was not requested.
   */
  readonly place: PlaceText<Place> | null
}

/**
 * The position of a reader in the changes. The last statement of each writer takes a version and holds it until the
 * commit, so changes that become visible later have a higher version: no change can appear before a position that has
 * already been read.
 */
export type ChangePosition = { readonly version: number; readonly id: number }

export type ChangeRequest = {
  readonly after: ChangePosition
  readonly limit: number
  readonly withPlaces: boolean
}

export type ChangeReader = {
  /** The changes after a position, in the order of their commits, from one snapshot. */
  page(request: ChangeRequest): Promise<readonly (Change & { readonly position: ChangePosition })[]>
  /** The position after the last change. */
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
  /** Position from which to continue, now or later. */
  readonly cursor: string
  readonly more: boolean
}

const BEGINNING: ChangePosition = { version: 0, id: 0 }

/** Throws `forgedCursor` if `since` is not a cursor of an earlier answer. */
export async function listChanges(deps: ChangeDeps, question: ChangeQuestion): Promise<ChangeAnswer> {
  const { since, limit, withPlaces } = question
  const secret = await deps.secret()
  if (since === 'now') {
    return { items: [], cursor: seal('changes', await deps.changes.end(), secret), more: false }
  }
  const after = since === undefined ? BEGINNING : positionOf(since, secret)
  // One more than requested, to know whether there are more.
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
