import type { FastifyRequest } from 'fastify'
import type { Certainty } from '../../domain/edits/position-candidates.ts'
import type { FoundType } from '../../domain/geocoding/geocoder.ts'
import { textIn, type Values } from '../forms/receive.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import type { TypedEdit } from './edit-fields.ts'
import type { Managing } from './managing.ts'
import { ADDRESS, CANDIDATE, POSITION_FIELD } from './position-text.ts'

export type Candidate = {
  readonly lat: number
  readonly lon: number
  readonly label: string
  readonly type: FoundType
  readonly certainty: Certainty
  readonly distance_m: number | null
  readonly needs_moderator: boolean
}

/** What a search for an address gave, or why it gave nothing. */
export type Search =
  | { readonly geocoder: string | null; readonly items: readonly Candidate[] }
  | { readonly failed: 'unread' | 'tooMany' | 'away' }

/** Searches for the typed address; or the status with which the API refused the person. */
export async function searchAddress(
  { tell }: Pick<Managing, 'tell'>,
  request: FastifyRequest,
  { place, bearer }: { readonly place: ShownPlace; readonly bearer: string | undefined },
  address: string
): Promise<Search | { readonly refused: 401 | 403 }> {
  const path = `/v1/places/${place.id}/position-candidates?${new URLSearchParams({ address })}`
  const told = await tell<Extract<Search, { readonly items: unknown }>>(request, path, { bearer })
  if (!('refused' in told)) return told.body
  const { status } = told.refused
  if (status === 401 || status === 403) return { refused: status }
  return { failed: status === 429 ? 'tooMany' : status < 500 ? 'unread' : 'away' }
}

/** The address to look for at first: what the form says. */
export const addressToSearch = ({ rue, code_postal: postcode, ville }: TypedEdit): string =>
  [rue, [postcode, ville].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** What stands in the field for the address: what was typed, even if it is nothing. */
export const typedAddress = (values: Values): string | undefined =>
  Object.hasOwn(values, ADDRESS) ? textIn(values, ADDRESS) : undefined

/** A candidate that was chosen counts more than what stands in the field of the position. */
export function withCandidate(typed: TypedEdit, values: Values): TypedEdit {
  const chosen = textIn(values, CANDIDATE)
  return chosen === '' ? typed : { ...typed, [POSITION_FIELD]: chosen }
}
