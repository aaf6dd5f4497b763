import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Cadence } from '../../domain/subscriptions/subscription.ts'
import { type AccountPages, sendMessage, sendPrivate, sendRefused } from '../account/private-page.tsx'
import { PARTICIPATION_PAGES, pageAddress } from '../addresses/pages.ts'
import { subscriptionAddress } from '../addresses/subscribe-address.ts'
import type { FieldFault } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, textIn, type Values } from '../forms/receive.ts'
import { faultOf } from '../forms/refused.ts'
import { languageOf } from '../shell/respond.ts'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'
import { CADENCE_NAME } from './cadence-field.tsx'
import { type AnsweredSubscription, ConfirmForm, ManageForms } from './subscription-page.tsx'

/** What the reader of the page does. */
type Act = 'confirmer' | 'frequence' | 'arreter'

type Refused = {
  readonly act: Act
  readonly typed: string
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
}

const formOf = (act: Act, id: string): string => `${act} ${id}`.slice(0, 200)

const PLAIN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The page of a subscription. Opening it changes nothing. With the id that the asker has, it only asks for the code,
 * whether that was confirmed or not; the links of mails also show what is followed, and end it.
 */
export async function showSubscription(
  pages: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  refused?: Refused
) {
  const lang = languageOf(request)
  const says = SUBSCRIPTIONS[lang]
  const { id } = request.params as { readonly id: string }
  const { etat } = request.query as { readonly etat?: unknown }
  if (PLAIN.test(id)) return sendConfirm(pages, request, reply, { id, label: null, refused })
  const told = await pages.tell<AnsweredSubscription>(request, `/v1/subscriptions/${encodeURIComponent(id)}`)
  if ('refused' in told) {
    const { status } = told.refused
    if (status === 429 || status >= 500)
      return sendRefused(request, reply, status, PARTICIPATION_PAGES.account)
    return sendEnded(request, reply, etat === 'arrete' ? 200 : 404)
  }
  const { body: subscription } = told
  if (subscription.state === 'asked')
    return sendConfirm(pages, request, reply, { id, label: subscription.label ?? says.search, refused })
  const secret = await pages.secret()
  const tokenOf = (act: Act) => issueToken(formOf(act, id), secret, pages.clock())
  const what = subscription.label ?? says.search
  return sendPrivate(request, reply, lang, {
    title: says.manageTitle(what),
    lead: says.manageLead,
    isRefused: refused !== undefined,
    children: (
      <ManageForms
        subscription={subscription}
        notice={etat === 'confirme' ? says.confirmed : etat === 'enregistre' ? says.changed : undefined}
        tokens={{ change: tokenOf('frequence'), end: tokenOf('arreter') }}
        faults={{
          change: refused?.act === 'frequence' ? refused.fault : undefined,
          end: refused?.act === 'arreter' ? refused.fault : undefined
        }}
        lang={lang}
      />
    )
  })
}

type Confirming = {
  readonly id: string
  readonly label: string | null
  readonly refused: Refused | undefined
}

async function sendConfirm(
  { secret, clock }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, label, refused }: Confirming
) {
  const lang = languageOf(request)
  const says = SUBSCRIPTIONS[lang]
  return sendPrivate(request, reply, lang, {
    title: says.confirmTitle,
    lead: says.mailed,
    isRefused: refused !== undefined,
    children: (
      <ConfirmForm
        action={subscriptionAddress(id, lang, { act: 'confirmer' })}
        token={issueToken(formOf('confirmer', id), await secret(), clock())}
        label={label}
        typed={refused?.typed ?? ''}
        faults={refused?.faults ?? []}
        fault={refused?.fault}
        lang={lang}
      />
    )
  })
}

function sendEnded(request: FastifyRequest, reply: FastifyReply, status: 200 | 404) {
  const lang = languageOf(request)
  const says = SUBSCRIPTIONS[lang]
  return sendMessage(request, reply, status, {
    title: status === 200 ? says.endedTitle : says.missingTitle,
    text: status === 200 ? says.ended : says.missing,
    onward: [{ href: pageAddress('search', lang), label: says.toSearch }]
  })
}

const ACTS: readonly Act[] = ['confirmer', 'frequence', 'arreter']

/** Confirms, changes or ends a subscription. A mail program ends it by its one click, without a form (RFC 8058). */
export async function receiveSubscription(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const { id } = request.params as { readonly id: string }
  const { acte } = request.query as { readonly acte?: unknown }
  if (textIn((request.body ?? {}) as Values, 'List-Unsubscribe') === 'One-Click') {
    const ended = await end(pages, request, id)
    // No redirect: mail programs follow none.
    return 'refused' in ended && ended.refused.status >= 500
      ? sendRefused(request, reply, 503, PARTICIPATION_PAGES.account)
      : sendEnded(request, reply, 'refused' in ended ? 404 : 200)
  }
  const act = ACTS.find((each) => each === acte)
  if (act === undefined) return showSubscription(pages, request, reply)
  const { secret, clock } = pages
  const received = receive(request, { form: formOf(act, id), secret: await secret(), now: clock() })
  const typed = textIn(received.values, 'code').slice(0, 40)
  const again = (status: number, fault: FormFault | undefined, faults: readonly FieldFault[] = []) =>
    showSubscription(pages, request, reply.code(status), { act, typed, faults, fault })
  if ('fault' in received) return again(422, received.fault)
  const lang = languageOf(request)
  if (act === 'confirmer') return confirm(pages, request, reply, { id, typed, again })
  const told =
    act === 'arreter'
      ? await end(pages, request, id)
      : await pages.tell(request, `/v1/subscriptions/${encodeURIComponent(id)}`, {
          method: 'PATCH',
          body: { cadence: textIn(received.values, CADENCE_NAME) as Cadence }
        })
  if (!('refused' in told))
    return reply.redirect(
      subscriptionAddress(id, lang, { state: act === 'arreter' ? 'arrete' : 'enregistre' }),
      303
    )
  const { status, fault } = faultOf(told.refused)
  return told.refused.status === 404 ? sendEnded(request, reply, 404) : again(status, fault)
}

type Typing = {
  readonly id: string
  readonly typed: string
  readonly again: (
    status: number,
    fault: FormFault | undefined,
    faults?: readonly FieldFault[]
  ) => Promise<unknown>
}

async function confirm(
  { tell }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, typed, again }: Typing
) {
  const lang = languageOf(request)
  const says = SUBSCRIPTIONS[lang]
  const told = await tell<AnsweredSubscription>(
    request,
    `/v1/subscriptions/${encodeURIComponent(id)}/confirm`,
    { method: 'POST', body: { code: typed } }
  )
  if (!('refused' in told))
    return reply.redirect(subscriptionAddress(told.body.id, lang, { state: 'confirme' }), 303)
  const { code } = told.refused
  if (code === 'code-refused') return again(422, undefined, [{ name: 'code', text: says.badCode }])
  if (code === 'too-many-codes') return again(422, undefined, [{ name: 'code', text: says.manyCodes }])
  const { status, fault } = faultOf(told.refused)
  return again(status, fault)
}

const end = ({ tell }: AccountPages, request: FastifyRequest, id: string) =>
  tell(request, `/v1/subscriptions/${encodeURIComponent(id)}`, { method: 'DELETE' })
