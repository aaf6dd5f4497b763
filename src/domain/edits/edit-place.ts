import { isDeepStrictEqual } from 'node:util'
import { PROPOSED_FIELDS } from '../contributions/propose-edit.ts'
import { newReference } from '../contributions/reference.ts'
import { asSourcesSay, refuseErased, refuseGone } from '../corrections/correct-place.ts'
import { invalidInput, needsModerator, placeNotFound, staleVersion } from '../errors.ts'
import { readField, withCorrections } from '../places/corrections.ts'
import type { Location, PlaceContent } from '../places/place.ts'
import type { EditActs, EditWriter, FieldReader } from './edit-ports.ts'
import { isFarMove, isManaged, MANAGED_BY, MOVE_MOST_M, yearAfter } from './managed.ts'

export type EditDeps = {
  readonly acts: EditActs
  readonly reader: FieldReader
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
  readonly newId: () => string
}

type PlaceEdit = {
  readonly place: string
  /** `updated_at` of the place that the manager saw. */
  readonly version: string
  /** The new values, by field. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly account: string
}

/** The ids of the corrections, and the version of the place after them. */
type Edited = { readonly corrections: readonly number[]; readonly version: Date }

/**
 * A manager sets fields of a place, all of them or none. Imports do not overwrite them. Throws `invalidInput`,
 * `staleVersion` with both values if the place was changed since, `needsModerator`, and what `correctPlace` throws.
 * A field that says the same already gets no correction.
 */
export async function editPlace(
  { acts, reader, clock, newId }: EditDeps,
  { place, version, fields, account }: PlaceEdit
): Promise<Edited> {
  const values = readValues(reader, fields)
  const now = new Date(clock())
  return acts.run(MANAGED_BY, async (writer) => {
    const { content, sources } = await shownNow(writer, place)
    const seen = await writer.updatedAt(place)
    const changed = values.filter(({ field, value }) => !isDeepStrictEqual(saidIn(content, field), value))
    if (seen?.getTime() !== Date.parse(version))
      throw staleVersion(
        changed.map(({ field, value }) => ({ field, sent: value, current: saidIn(content, field) ?? null }))
      )
    const erased = await writer.erased()
    const ids: number[] = []
    for (const { field, value } of changed) {
      if (field === 'location' && isFarMove(content.location, value as Location | null))
        throw needsModerator(`The new position is more than ${MOVE_MOST_M} m away.`)
      const correction = { place, field, value, note: null }
      refuseErased({ ...correction, by: MANAGED_BY }, erased)
      const replaced = readField(sources.content, field)
      ids.push(await writer.keepEdit({ ...correction, replaced, account, confirmBy: yearAfter(now) }))
    }
    if (ids.length > 0) {
      await writer.putPlaces([{ id: place, ...sources }])
      if ((await writer.timesEdited(place, account)) < FIRST_EDITS)
        await writer.putInQueue({
          id: newId(),
          reference: newReference(),
          place,
          account,
          corrections: ids,
          now
        })
    }
    const act = {
      subject: { kind: 'place', id: place },
      kind: 'edited',
      by: { kind: 'account', id: account },
      at: now,
      // The corrections say more, and stand in the history themselves.
      public: false,
      data: { corrections: ids, fields: changed.map(({ field }) => field) }
    } as const
    return {
      result: { corrections: ids, version: (await writer.updatedAt(place)) ?? seen },
      acts: ids.length > 0 ? [act] : []
    }
  })
}

/** How many edits of a new manager a moderator looks at, afterwards and not before. */
const FIRST_EDITS = 3

/** Said of a name or a kind: a moderator decides about them. */
const PROPOSED = {
  reason: 'is decided by a moderator: propose it with `POST /v1/places/{id}/proposals`'
} as const

type Value = { readonly field: string; readonly value: unknown }

function readValues(reader: FieldReader, fields: PlaceEdit['fields']): readonly Value[] {
  const reads = Object.entries(fields).map(([field, given]) => ({
    field,
    ...(PROPOSED_FIELDS.has(field) && !isManaged(field) ? PROPOSED : reader.read(field, given))
  }))
  const faults = reads.flatMap((read) =>
    'reason' in read
      ? [
          {
            ...{ pointer: `/fields/${read.field}`, detail: read.reason },
            ...('allowed' in read && { allowed: read.allowed })
          }
        ]
      : []
  )
  if (faults.length > 0) throw invalidInput(faults)
  return reads.flatMap((read) => ('reason' in read ? [] : [read]))
}

async function shownNow(writer: EditWriter, place: string) {
  const described = await writer.described(place)
  if (described === null) throw placeNotFound(place)
  refuseGone(place, described)
  const sources = asSourcesSay(place, described)
  return { sources, content: withCorrections(sources, await writer.standing(place)).content }
}

/** What a field says; hours without their time zone, which follows from the address. */
function saidIn(content: PlaceContent, field: string): unknown {
  if (field !== 'opening_hours') return readField(content, field)
  const { timezone: _zone, ...hours } = content.opening_hours
  return hours
}
