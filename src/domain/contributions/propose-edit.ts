import { invalidInput } from '../errors.ts'
import { standingPlace } from '../places/get-place.ts'
import type { PlaceFinder } from '../places/place-finder.ts'
import type { Contribution } from './contribution.ts'
import { type KeepDeps, keepContribution, type Sending } from './keep-contribution.ts'

/** What its manager may not set alone: another name or kind makes another place of it, and so may a far move. */
export const PROPOSED_FIELDS: ReadonlySet<string> = new Set(['name', 'types', 'location'])

export type ProposeEditDeps = KeepDeps & {
  readonly places: PlaceFinder
  /** Reads a value for a field of a place, as importers do. */
  readonly readValue: (
    field: string,
    given: unknown
  ) => { readonly value: unknown } | { readonly reason: string }
}

type NewEdit = Sending & {
  readonly place: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly versionSeen: string | null
}

/**
 * Keeps what the manager of a place proposes for a field that a moderator must check. Throws `invalidInput`, and as
 * `makeReport` does.
 */
export async function proposeEdit(
  deps: ProposeEditDeps,
  { place, fields: given, versionSeen, ...sending }: NewEdit
): Promise<Contribution> {
  const { id, display_name: name, address } = await standingPlace(deps.places, place)
  const fields = readProposed(deps, given)
  return keepContribution(
    deps,
    {
      kind: 'edit',
      category: 'location' in fields ? 'position' : 'other',
      place: id,
      text: null,
      proposal: { fields },
      versionSeen
    },
    sending,
    { name, city: address.city }
  )
}

function readProposed(
  { readValue }: ProposeEditDeps,
  given: NewEdit['fields']
): Readonly<Record<string, unknown>> {
  const reads = Object.entries(given).map(([field, value]) => ({
    field,
    ...(PROPOSED_FIELDS.has(field)
      ? readValue(field, value)
      : { reason: `is not one of ${[...PROPOSED_FIELDS].join(', ')}` })
  }))
  const faults = reads.flatMap((read) =>
    'reason' in read ? [{ pointer: `/fields/${read.field}`, detail: read.reason }] : []
  )
  if (faults.length > 0) throw invalidInput(faults)
  return Object.fromEntries(reads.flatMap((read) => ('reason' in read ? [] : [[read.field, read.value]])))
}
