import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { sessionIn } from '../account/cookies.ts'
import { sendRefused } from '../account/private-page.tsx'
import { readPlace } from '../contributions/read-place.ts'
import { sendMissing } from '../contributions/send-missing.tsx'
import type { Reporting } from '../contributions/show-report.tsx'
import type { ShownPlace } from '../place/place-page.tsx'
import { languageOf } from '../shell/respond.ts'

/** A place as `/v1/account/places` lists it. */
export type ListedPlace = {
  readonly place: string
  readonly name: string
  readonly city: string | null
  readonly status: 'active' | 'withdrawn' | 'merged'
  readonly edits: number
  readonly confirm_by: string | null
  readonly claims: readonly { readonly claim: string; readonly at: string; readonly answer_by: string }[]
  readonly waiting: readonly {
    readonly reference: string
    readonly fields: Readonly<Record<string, unknown>>
    readonly at: string
  }[]
}

/** What the pages of a manager need: those of reports need the same. */
export type Managing = Reporting

type Own = { readonly places: readonly ListedPlace[]; readonly bearer: string | undefined }

type Answered = { readonly answered: FastifyReply }

/** The places of the account; undefined if its reader is signed out. */
export async function placesIfSignedIn(
  { tell, publicUrl }: Managing,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string
): Promise<Own | Answered | undefined> {
  const bearer = sessionIn(request, publicUrl)
  const told = await tell<{ readonly items: readonly ListedPlace[] }>(request, '/v1/account/places', {
    bearer
  })
  if (!('refused' in told)) return { places: told.body.items, bearer }
  const { status } = told.refused
  return status === 401 ? undefined : { answered: sendRefused(request, reply, status, path) }
}

/** The places of the account, or the answer in place of a page. */
export async function ownPlaces(
  managing: Managing,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string
): Promise<Own | Answered> {
  const own = await placesIfSignedIn(managing, request, reply, path)
  return own ?? { answered: sendRefused(request, reply, 401, path) }
}

/** The place that the address names, or the answer in place of a page. `addressOf` is the page of another place. */
export async function placeNamed(
  { ask }: Managing,
  request: FastifyRequest,
  reply: FastifyReply,
  addressOf: (place: string, lang: Language) => string
): Promise<{ readonly place: ShownPlace; readonly lang: Language } | Answered> {
  const lang = languageOf(request)
  const { place: segment } = request.params as { readonly place: string }
  const place = await readPlace(ask, segment, lang)
  if (typeof place === 'string') return { answered: sendMissing(reply, lang, place) }
  if ('survivor' in place) return { answered: reply.redirect(addressOf(place.survivor, lang), 303) }
  return { place, lang }
}
