import type { FastifyReply, FastifyRequest } from 'fastify'
import { readCode } from '../../domain/accounts/sign-in-code.ts'
import { TEXT_MOST } from '../../domain/contributions/contribution.ts'
import { readReference } from '../../domain/contributions/reference.ts'
import type { Language } from '../../domain/language.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { trackingAddress } from '../addresses/report-address.ts'
import type { FieldFault } from '../forms/form.tsx'
import { NOT_KEPT } from '../forms/form-scope.ts'
import { issueToken } from '../forms/form-token.ts'
import { receive, textIn, type Values } from '../forms/receive.ts'
import { faultOf } from '../forms/refused.ts'
import { FORM_STYLE } from '../forms/style.ts'
import { send } from '../parts/send.ts'
import { languageOf } from '../shell/respond.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { titleOfSent } from '../wording/sent.ts'
import { WORDING } from '../wording/wording.ts'
import { readPlace } from './read-place.ts'
import { sendMissing } from './send-missing.tsx'
import type { Reporting } from './show-report.tsx'
import { type AuthorAct, type RefusedForm, type Tracked, TrackingPage } from './tracking-page.tsx'

/** Shows what became of a report. It changes nothing, so a program that opens the link of a mail confirms nothing. */
export async function showTracking(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const { reference: typed } = request.params as { readonly reference: string }
  const reference = readReference(typed)
  if (reference !== undefined && reference !== typed)
    return reply.redirect(trackingAddress(reference, lang), 302)
  return answerWith(reporting, request, reply, { reference })
}

/** Does what its author asked for: to confirm it, to answer, or to take it back. */
export async function receiveAuthorAct(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const { reference: typed } = request.params as { readonly reference: string }
  const reference = readReference(typed)
  const act = actIn(request.query)
  if (reference === undefined || act === undefined)
    return answerWith(reporting, request, reply, { reference })
  const { secret, clock, tell } = reporting
  const received = receive(request, { form: `${act} ${reference}`, secret: await secret(), now: clock() })
  const own = textIn(received.values, FIELD[act])
  const again = (status: number, faults: readonly FieldFault[], fault?: RefusedForm['fault']) =>
    answerWith(reporting, request, reply.code(status), {
      reference,
      refused: { act, typed: own, faults, fault }
    })
  // A code is pasted within three seconds, and the reference has let its reader in.
  if ('fault' in received && received.fault !== 'too-fast') return again(422, [], received.fault)
  const read = bodyOf(act, received.values, lang)
  if ('text' in read) return again(422, [read])
  const told = await tell(request, `/v1/contributions/${reference}/${act}`, {
    method: 'POST',
    body: read.body
  })
  if (!('refused' in told)) return reply.redirect(trackingAddress(reference, lang), 303)
  const { code, status } = told.refused
  const says = CONTRIBUTIONS[lang]
  if (code === 'code-refused') return again(422, [{ name: 'code', text: says.badCode }])
  if (code === 'too-many-codes') return again(422, [{ name: 'code', text: says.manyCodes }])
  if (code === 'wrong-state')
    return answerWith(reporting, request, reply.code(409), { reference, isLate: true })
  if (status === 404) return answerWith(reporting, request, reply, { reference: undefined })
  const refusal = faultOf(told.refused)
  return again(refusal.status, [], refusal.fault)
}

const FIELD: Readonly<Record<AuthorAct, string>> = { confirm: 'code', answer: 'reponse', withdraw: '' }

function actIn(query: unknown): AuthorAct | undefined {
  const { acte } = query as { readonly acte?: unknown }
  return (Object.keys(FIELD) as AuthorAct[]).find((act) => act === acte)
}

function bodyOf(act: AuthorAct, values: Values, lang: Language): { readonly body: object } | FieldFault {
  const says = CONTRIBUTIONS[lang]
  if (act === 'withdraw') return { body: {} }
  const typed = textIn(values, FIELD[act])
  if (act === 'confirm') {
    return readCode(typed) === undefined ? { name: 'code', text: says.badCode } : { body: { code: typed } }
  }
  if (typed === '') return { name: 'reponse', text: says.needsAnswer }
  return typed.length > TEXT_MOST
    ? { name: 'reponse', text: says.tooLong(typed.length) }
    : { body: { text: typed } }
}

type Shown = {
  readonly reference: string | undefined
  readonly refused?: RefusedForm
  readonly isLate?: boolean
}

async function answerWith(
  { ask, secret, clock }: Reporting,
  request: FastifyRequest,
  reply: FastifyReply,
  { reference, refused, isLate = false }: Shown
) {
  const lang = languageOf(request)
  const answered =
    reference === undefined ? { status: 404 } : await ask<Tracked>(`/v1/contributions/${reference}`)
  if (!('body' in answered))
    return sendMissing(reply, lang, [400, 404].includes(answered.status) ? 'noReport' : 'away')
  const tracked = answered.body
  const place = tracked.place === null ? 'missing' : await readPlace(ask, tracked.place, lang)
  const key = await secret()
  const tokenFor = (act: AuthorAct) => issueToken(`${act} ${tracked.reference}`, key, clock())
  const says = CONTRIBUTIONS[lang]
  return send(reply.header('cache-control', NOT_KEPT), lang, {
    title: `${titleOfSent(tracked, tracked.reference, lang)} – ${WORDING[lang].site}`,
    description: says.states[tracked.state].name,
    canonical: trackingAddress(tracked.reference, lang),
    translated: trackingAddress(tracked.reference, otherLanguage(lang)),
    noindex: true,
    styles: [FORM_STYLE.address],
    children: (
      <TrackingPage
        tracked={tracked}
        place={typeof place === 'object' && 'display_name' in place ? place : undefined}
        tokens={{ confirm: tokenFor('confirm'), answer: tokenFor('answer'), withdraw: tokenFor('withdraw') }}
        refused={refused}
        isLate={isLate}
        lang={lang}
      />
    )
  })
}
