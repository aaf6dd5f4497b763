import type { ChangeKind } from '../places/changes.ts'
import { getPlace } from '../places/get-place.ts'
import type { PlaceFinder } from '../places/place-finder.ts'

/** Who changed a place, by role: no history names a person. */
export type Role = 'source' | 'operator' | 'manager' | 'moderator' | 'report' | 'system'

/** What managers and moderators do about a place, beside its fields. */
const PUBLIC_ACTS = ['manager_granted', 'manager_ended', 'manager_contested', 'edits_reverted'] as const
type PublicAct = (typeof PUBLIC_ACTS)[number]

/** Something that happened to a place. */
export type HistoryEntry = {
  /** RFC 3339 instant. */
  readonly at: string
  readonly kind: ChangeKind | 'corrected' | 'undone' | PublicAct
  readonly by: Role
  /** The fields that changed, named as in provenance. */
  readonly fields: readonly string[]
  /** The id of the correction that was made or undone. */
  readonly correction: number | null
  /** Whether the correction is in force. */
  readonly stands: boolean
  /** The values of the field before and after; null if unknown, withheld, or if several fields changed. */
  readonly before: unknown
  readonly after: unknown
  /** Whether the values are left out because they may name a person. */
  readonly withheld: boolean
}

export type PastChange = {
  readonly kind: ChangeKind
  readonly fields: readonly string[]
  readonly at: Date
}

export type PastCorrection = {
  readonly id: number
  readonly field: string
  readonly value: unknown
  readonly replaced: unknown
  readonly by: Role
  readonly madeAt: Date
  readonly undoneAt: Date | null
  readonly undoneBy: Role
  /** Null if it was replaced by another correction. */
  readonly undoneWhy: string | null
  /** The id of the correction that was in force on the field before. */
  readonly replaces: number | null
}

type PastAct = { readonly kind: string; readonly by: Role; readonly at: Date }

type Past = {
  readonly changes: readonly PastChange[]
  readonly corrections: readonly PastCorrection[]
  readonly acts: readonly PastAct[]
}

export type HistoryReader = {
  /** The latest of each; `limit` of each at most. */
  past(place: string, limit: number): Promise<Past>
}

/** More than any place has had; what is older is left out. */
const MOST = 200

/** What happened to a place, the latest first, or the place into which it was merged. Throws as `getPlace` does. */
export async function placeHistory(
  { places, history }: { readonly places: PlaceFinder; readonly history: HistoryReader },
  id: string
): Promise<readonly HistoryEntry[] | { readonly survivor: string }> {
  const gotten = await getPlace(places, id)
  return 'survivor' in gotten ? gotten : told(await history.past(id, MOST)).slice(0, MOST)
}

function told({ changes, corrections, acts }: Past): readonly HistoryEntry[] {
  return [
    ...corrections.flatMap((each) => ofCorrection(each, corrections)),
    ...changes
      .map((change) => ({ ...change, fields: change.fields.filter((field) => !DERIVED.has(field)) }))
      .filter((change) => !isTold(change, corrections))
      .map(ofChange),
    ...acts.flatMap(ofAct)
  ].toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

/** What the program computes from the other fields. */
export const DERIVED: ReadonlySet<string> = new Set(['quality', 'display_name', 'updated_at'])

const NOTHING = { fields: [], correction: null, stands: false, before: null, after: null, withheld: false }

const ofChange = ({ kind, fields, at }: PastChange): HistoryEntry => ({
  ...NOTHING,
  at: at.toISOString(),
  kind,
  by: 'source',
  fields
})

const ofAct = ({ kind, by, at }: PastAct): readonly HistoryEntry[] => {
  const known = PUBLIC_ACTS.find((each) => each === kind)
  return known === undefined ? [] : [{ ...NOTHING, at: at.toISOString(), kind: known, by }]
}

function ofCorrection(correction: PastCorrection, all: readonly PastCorrection[]): readonly HistoryEntry[] {
  const { id, field, value, by, madeAt, undoneAt, undoneBy } = correction
  const isWithheld = mayName(field)
  const values = (before: unknown, after: unknown) =>
    isWithheld
      ? { before: null, after: null, withheld: true }
      : { before: before ?? null, after: after ?? null, withheld: false }
  const replacedBy = undoneAt && all.find((other) => follows(other, correction))
  const made: HistoryEntry = {
    at: madeAt.toISOString(),
    kind: 'corrected',
    by,
    fields: [field],
    correction: id,
    stands: undoneAt === null,
    ...values(valueBefore(correction, all), value)
  }
  if (undoneAt === null || replacedBy) return [made]
  return [
    {
      ...made,
      ...values(value, valueAfter(correction, undoneAt, all)),
      at: undoneAt.toISOString(),
      kind: 'undone',
      by: undoneBy
    },
    made
  ]
}

/** Fields that may name persons. A person who asked to be hidden must not appear in the history. */
const NAMING = ['contacts.person', 'contacts.emails', 'summary', 'description']

/** Whether the values of a field are withheld, because they may name a person. */
export const mayName = (field: string): boolean =>
  NAMING.some((naming) => field === naming || field === naming.split('.')[0])

/** A correction ends the one before it in the same transaction. That one may apply again later, and end otherwise. */
const follows = (next: PastCorrection, { id, undoneAt }: PastCorrection): boolean =>
  next.replaces === id && next.madeAt.getTime() === undoneAt?.getTime()

const valueBefore = ({ replaces, replaced }: PastCorrection, all: readonly PastCorrection[]): unknown => {
  const last = all.find(({ id }) => id === replaces)
  return last === undefined ? replaced : last.value
}

/** What the place said once a correction had ended: what was set before and not undone meanwhile, else the sources. */
function valueAfter(ended: PastCorrection, at: Date, all: readonly PastCorrection[]): unknown {
  if (ended.undoneWhy === 'lapsed') return ended.replaced
  const before = all.find(({ id }) => id === ended.replaces)
  if (before === undefined) return ended.replaced
  const isOver = before.undoneWhy !== null && before.undoneAt !== null && before.undoneAt <= at
  return isOver ? valueAfter(before, at, all) : before.value
}

/** A change is published this long after the correction that caused it, at most: a transaction of one place is short. */
const WITHIN_MS = 30_000

/** Whether a change says nothing to people, or is the effect of corrections, which say more. */
function isTold({ kind, fields, at }: PastChange, corrections: readonly PastCorrection[]): boolean {
  if (kind !== 'updated') return false
  if (fields.length === 0) return true
  const near = corrections.filter(
    ({ madeAt, undoneAt }) => isJustAfter(at, madeAt) || isJustAfter(at, undoneAt)
  )
  return near.length > 0 && fields.every((changed) => near.some(({ field }) => concerns(field, changed)))
}

const isJustAfter = (at: Date, cause: Date | null): boolean =>
  cause !== null && at >= cause && at.getTime() - cause.getTime() < WITHIN_MS

/** A correction of `address.commune` changes the département too, and one of services what follows from them. */
export const concerns = (corrected: string, changed: string): boolean =>
  corrected.split('.')[0] === changed.split('.')[0] || changed === `${corrected}_implied`
