import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { sessionIn } from '../account/cookies.ts'
import { tellAsReader } from '../account/tell-as-reader.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { proposalAddress, trackingAddress } from '../addresses/report-address.ts'
import type { FieldFault } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, textIn, type Values } from '../forms/receive.ts'
import { faultOf, titleOf } from '../forms/refused.ts'
import { FORM_STYLE } from '../forms/style.ts'
import { send } from '../parts/send.ts'
import { languageOf } from '../shell/respond.ts'
import { PROPOSAL } from '../wording/proposal.ts'
import { WORDING } from '../wording/wording.ts'
import type { SimilarPlace } from './proposal-check.tsx'
import { ProposalForm } from './proposal-form.tsx'
import {
  CHANGE,
  FIELD_OF,
  placeOf,
  proposalFaults,
  SEEN,
  type TypedProposal,
  typedProposal
} from './read-proposal.ts'
import type { Reporting } from './show-report.tsx'

const FORM = 'proposal'

/** Shows the form for a place that is missing. */
export async function showProposal(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  return sendProposal(reporting, reply, languageOf(request), { typed: typedProposal({}) })
}

/**
 * Looks for the place before it is sent: its author first sees the places that it may be and how its hours were read. If
 * nothing else is found the second time, the proposal is kept.
 */
export async function receiveProposal(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const { secret, clock, tell, publicUrl } = reporting
  const lang = languageOf(request)
  const received = receive(request, { form: FORM, secret: await secret(), now: clock() })
  const typed = typedProposal(received.values)
  const session = sessionIn(request, publicUrl)
  const again = (status: number, shown: Partial<Shown>) =>
    sendProposal(reporting, reply.code(status), lang, {
      ...{ typed, openedAt: received.openedAt, isSignedIn: session !== undefined },
      ...shown
    })
  if (textIn(received.values, CHANGE) !== '') return again(200, {})
  const faults = proposalFaults(typed, lang, session !== undefined)
  if (faults.length > 0) return again(422, { faults })
  const looked = await tell<{ readonly items: readonly SimilarPlace[] }>(request, '/v1/places/similar', {
    method: 'POST',
    body: placeOf(typed)
  })
  if ('refused' in looked) return refusedBy(looked.refused, again, lang)
  const similar = looked.body.items
  if ('fault' in received) return again(422, { fault: received.fault, similar })
  if (!hasSeen(received.values, typed, similar)) return again(200, { similar })
  const told = await tellAsReader<{ readonly reference: string }>(reporting, request, '/v1/contributions', {
    body: {
      kind: 'new_place',
      new_place: placeOf(typed),
      language: lang,
      ...(typed.courriel && { email: typed.courriel }),
      ...(typed.precisions && { text: typed.precisions })
    },
    idempotencyKey: received.id,
    needsNoAccount: typed.courriel !== ''
  })
  if (!('refused' in told)) return reply.redirect(trackingAddress(told.body.reference, lang), 303)
  // The session has ended, and without one an address is needed.
  if (told.refused.status === 401 && typed.courriel === '')
    return again(422, { faults: proposalFaults(typed, lang, false), isSignedIn: false })
  return refusedBy(told.refused, (status, shown) => again(status, { ...shown, similar }), lang)
}

type Refused = {
  readonly status: number
  readonly code: string
  readonly errors: readonly { readonly pointer?: string }[]
}

function refusedBy(
  refused: Refused,
  again: (status: number, shown: Partial<Shown>) => Promise<unknown>,
  lang: Language
) {
  const says = PROPOSAL[lang]
  const faults = refused.errors.flatMap(({ pointer = '' }): readonly FieldFault[] => {
    const name = FIELD_OF[pointer.replace('/new_place', '').split('/')[1] ?? '']
    return name === undefined ? [] : [{ name, text: name === 'commune' ? says.unknownTown : says.refused }]
  })
  if (faults.length > 0) return again(422, { faults })
  const { status, fault } = faultOf(refused)
  return again(status, { fault })
}

/** Whether its author saw all of these places, and how these hours were read. */
function hasSeen(values: Values, { horaires }: TypedProposal, similar: readonly SimilarPlace[]): boolean {
  const seen = textIn(values, SEEN.places)
  return (
    seen !== '' &&
    textIn(values, SEEN.hours) === horaires &&
    similar.every(({ id }) => seen.split(' ').includes(id))
  )
}

type Shown = {
  readonly typed: TypedProposal
  readonly faults?: readonly FieldFault[]
  readonly fault?: FormFault
  readonly similar?: readonly SimilarPlace[]
  readonly isSignedIn?: boolean
  /** When the form was first opened; now, if left out. */
  readonly openedAt?: number
}

async function sendProposal(
  { secret, clock }: Reporting,
  reply: FastifyReply,
  lang: Language,
  { typed, faults = [], fault, similar, openedAt = clock(), isSignedIn = false }: Shown
) {
  const says = PROPOSAL[lang]
  const { publicUrl = '' } = reply.server.site
  const token = issueToken(FORM, await secret(), openedAt)
  const isRefused = fault !== undefined || faults.length > 0
  const title = similar === undefined ? says.title : says.check
  return send(reply, lang, {
    title: `${titleOf(title, isRefused, lang)} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl}${proposalAddress(lang)}`,
    translated: proposalAddress(otherLanguage(lang)),
    noindex: true,
    styles: [FORM_STYLE.address],
    children: <ProposalForm {...{ typed, token, faults, fault, similar, isSignedIn, lang }} />
  })
}
