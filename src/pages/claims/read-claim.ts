import type { FastifyRequest } from 'fastify'
import type { ClaimProof } from '../../domain/claims/claim.ts'
import type { ClaimState } from '../../domain/claims/machine.ts'
import type { Language } from '../../domain/language.ts'
import type { AccountPages } from '../account/private-page.tsx'
import { inLanguage } from '../addresses/pages.ts'
import { idIn } from '../addresses/place-address.ts'

/** A claim, as the API answers it. */
export type AnsweredClaim = {
  readonly id: string
  readonly place: { readonly id: string; readonly name: string; readonly city: string | null }
  readonly proof: ClaimProof
  readonly state: ClaimState
  readonly sent_to: string | null
  /** How often a code can still be tried. */
  readonly tries_left: number | null
  readonly claimant: { readonly name: string | null; readonly address: string | null }
  readonly message: string | null
  readonly reason: string | null
  readonly has_owner: boolean
  readonly created_at: string
  readonly proved_at: string | null
  readonly allowed: readonly ('prove' | ClaimButton)[]
}

/** What is done with a claim by pressing a button. */
export type ClaimButton = 'grant' | 'refuse' | 'contest' | 'revoke' | 'end' | 'abandon'

/** The proofs of a place, as the API answers them. */
export type Options = {
  readonly place: string
  readonly addresses: readonly string[]
  readonly domains: readonly string[]
  readonly has_manager: boolean
}

/** A place, by its name alone and with its town. */
export type NamedPlace = { readonly id: string; readonly title: string; readonly name: string }

/** The place that is meant today, with its name; the status if there is none. */
export async function namedPlace(
  { tell }: AccountPages,
  request: FastifyRequest,
  segment: string
): Promise<{ readonly place: NamedPlace; readonly options: Options } | { readonly status: number }> {
  const id = idIn(segment)
  if (id === undefined) return { status: 404 }
  const options = await tell<Options>(request, `/v1/places/${id}/claim-options`)
  if ('refused' in options) return { status: options.refused.status }
  const place = await tell<{
    readonly id: string
    readonly display_name: string
    readonly address: { readonly city: string | null }
  }>(request, `/v1/places/${options.body.place}`)
  if ('refused' in place) return { status: place.refused.status }
  const { id: today, display_name: name, address } = place.body
  return {
    place: { id: today, title: name, name: nameIn({ name, city: address.city }) },
    options: options.body
  }
}

export const nameIn = ({ name, city }: { readonly name: string; readonly city: string | null }): string =>
  city === null ? name : `${name}, ${city}`

export const managePath = (place: string): string => `/lieux/${place}/gerer`
export const claimAddress = (id: string, lang: Language): string => inLanguage(`/revendications/${id}`, lang)
