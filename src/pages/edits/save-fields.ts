import type { FastifyRequest } from 'fastify'
import type { ShownPlace } from '../place/place-page.tsx'
import { isChecked } from './edit-fields.ts'
import type { Managing } from './managing.ts'

type Refused = {
  readonly refused: {
    readonly status: number
    readonly code: string
    readonly errors: readonly { readonly pointer?: string; readonly detail: string }[]
  }
}

type Saved = {
  readonly state: 'enregistre' | 'propose'
  /** The fields that were saved, by the names of the API. */
  readonly saved: readonly string[]
}

type ToSave = {
  readonly fields: Readonly<Record<string, unknown>>
  /** The version of the place that was seen. */
  readonly version: string
  /** The present version, if a change of other fields meanwhile does not matter. */
  readonly retryAt: string | undefined
  /** The id of the form: a proposal that is sent twice is one. */
  readonly form: string
}

/** Sets the fields that a manager may set, and proposes the others to a moderator. */
export async function saveFields(
  { tell }: Pick<Managing, 'tell'>,
  request: FastifyRequest,
  { place, bearer }: { readonly place: ShownPlace; readonly bearer: string | undefined },
  { fields, version, retryAt, form }: ToSave
): Promise<Refused | Saved> {
  const set = async (own: ToSave['fields']) => {
    if (Object.keys(own).length === 0) return undefined
    const send = (seen: string) =>
      tell(request, `/v1/places/${place.id}`, {
        method: 'PATCH',
        bearer,
        body: { version: seen, fields: own }
      })
    const first = await send(version)
    const isStale = 'refused' in first && first.refused.status === 412
    const told = isStale && retryAt !== undefined ? await send(retryAt) : first
    return 'refused' in told ? told : undefined
  }
  const isProposed = (isFar: boolean) => (of: string) => isChecked(of) || (isFar && of === 'location')
  let wait = isProposed(false)
  let refused = await set(without(fields, wait))
  if (refused?.refused.code === 'needs-moderator') {
    wait = isProposed(true)
    refused = await set(without(fields, wait))
  }
  if (refused) return refused
  const proposed = without(fields, (of) => !wait(of))
  const saved = Object.keys(without(fields, wait))
  if (Object.keys(proposed).length === 0) return { state: 'enregistre', saved }
  const told = await tell(request, `/v1/places/${place.id}/proposals`, {
    method: 'POST',
    bearer,
    body: { fields: proposed, version_seen: version },
    idempotencyKey: form
  })
  return 'refused' in told ? told : { state: 'propose', saved: [] }
}

const without = (fields: ToSave['fields'], isOut: (of: string) => boolean): ToSave['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([of]) => !isOut(of)))
