import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { readEmail } from '../../domain/accounts/email.ts'
import type { Language } from '../../domain/language.ts'
import {
  EXPLANATION_MOST,
  GROUNDS,
  type NoticeOutcome,
  readNoticeReference
} from '../../domain/notices/notice.ts'
import { tellAsReader } from '../account/tell-as-reader.ts'
import { decisionsAddress, noticeAddress } from '../addresses/notice-address.ts'
import { pageAddress } from '../addresses/pages.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import type { Reporting } from '../contributions/show-report.tsx'
import { AreaField, ChoiceField, TextField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, textIn, type Values } from '../forms/receive.ts'
import { faultOf, titleOf } from '../forms/refused.ts'
import { FORM_STYLE } from '../forms/style.ts'
import { send } from '../parts/send.ts'
import { languageOf } from '../shell/respond.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { longDay } from '../wording/day.ts'
import { NOTICES } from '../wording/notices.ts'
import { WORDING } from '../wording/wording.ts'

const FORM = 'notice'
const FIELDS = ['adresse', 'motif', 'loi', 'explication', 'nom', 'courriel'] as const
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>

const typedIn = (values: Values): Typed =>
  Object.fromEntries(FIELDS.map((name) => [name, textIn(values, name)])) as Typed

/** Shows the form for a notice about content. */
export async function showNoticeForm(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  return sendForm(reporting, reply, languageOf(request), { typed: typedIn({}), faults: [], fault: undefined })
}

/** Keeps a notice, and leads to the page on which its author follows it. */
export async function receiveNotice(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const { secret, clock } = reporting
  const lang = languageOf(request)
  const received = receive(request, { form: FORM, secret: await secret(), now: clock() })
  const typed = typedIn(received.values)
  const again = (status: number, fault: FormFault | undefined, faults: readonly FieldFault[]) =>
    sendForm(reporting, reply.code(status), lang, { typed, faults, fault })
  const faults = faultsIn(typed, lang)
  if ('fault' in received) return again(422, received.fault, faults)
  if (faults.length > 0) return again(422, undefined, faults)
  const told = await tellAsReader<{ readonly reference: string }>(reporting, request, '/v1/notices', {
    body: {
      ...{ address: typed.adresse, ground: typed.motif, explanation: typed.explication, language: lang },
      ...(typed.loi && { law: typed.loi }),
      ...(typed.nom && { name: typed.nom }),
      ...(typed.courriel && { email: typed.courriel })
    },
    idempotencyKey: received.id,
    needsNoAccount: true
  })
  if (!('refused' in told)) return reply.redirect(noticeAddress(lang, told.body.reference), 303)
  if (told.refused.errors.some(({ pointer }) => pointer === '/address'))
    return again(422, undefined, [{ name: 'adresse', text: NOTICES[lang].badAddress }])
  const { status, fault } = faultOf(told.refused)
  return again(status, fault, [])
}

const MOST = { adresse: 2_000, loi: 500, explication: EXPLANATION_MOST, nom: 200 } as const

function faultsIn(typed: Typed, lang: Language): readonly FieldFault[] {
  const says = NOTICES[lang]
  const faults: FieldFault[] = []
  if (typed.adresse === '') faults.push({ name: 'adresse', text: says.badAddress })
  if (!GROUNDS.some((ground) => ground === typed.motif))
    faults.push({ name: 'motif', text: says.needsGround })
  if (typed.explication === '') faults.push({ name: 'explication', text: says.needsExplanation })
  if (typed.courriel !== '' && readEmail(typed.courriel) === undefined)
    faults.push({ name: 'courriel', text: says.badEmail })
  for (const [name, most] of Object.entries(MOST)) {
    const { length } = typed[name as keyof typeof MOST]
    if (length > most) faults.push({ name, text: says.tooLong(most, length) })
  }
  return faults
}

type Filled = {
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
}

async function sendForm(
  { secret, clock }: Reporting,
  reply: FastifyReply,
  lang: Language,
  { typed, faults, fault }: Filled
) {
  const says = NOTICES[lang]
  const field = { faults, lang }
  return sendPage(reply, lang, {
    title: titleOf(says.title, fault !== undefined || faults.length > 0, lang),
    heading: says.title,
    children: (
      <>
        <p class="lead">{says.lead}</p>
        <p>{says.instead}</p>
        <Form
          action={noticeAddress(lang)}
          token={issueToken(FORM, await secret(), clock())}
          lang={lang}
          submit={says.submit}
          faults={faults}
          fault={fault}
        >
          <TextField
            {...field}
            name="adresse"
            label={says.address}
            hint={says.addressHint}
            value={typed.adresse}
            inputmode="url"
            autocomplete="off"
          />
          <ChoiceField
            {...field}
            name="motif"
            label={says.ground}
            value={typed.motif}
            options={GROUNDS.map((value) => ({ value, label: says.grounds[value] }))}
          />
          <TextField
            {...field}
            name="loi"
            label={says.law}
            hint={says.lawHint}
            value={typed.loi}
            autocomplete="off"
            optional
          />
          <AreaField
            {...field}
            name="explication"
            label={says.explanation}
            hint={says.explanationHint}
            value={typed.explication}
          />
          <TextField {...field} name="nom" label={says.name} value={typed.nom} autocomplete="name" optional />
          <TextField
            {...field}
            name="courriel"
            type="email"
            label={says.email}
            hint={says.emailHint}
            value={typed.courriel}
            autocomplete="email"
            optional
          />
        </Form>
        <p class="onward">
          <a href={pageAddress('privacy', lang)}>{CONTRIBUTIONS[lang].privacy}</a>
        </p>
        <p class="onward">
          <a href={decisionsAddress(lang)}>{says.toDecisions}</a>
        </p>
      </>
    )
  })
}

type Followed = {
  readonly reference: string
  readonly state: 'open' | 'decided'
  readonly decision: NoticeOutcome | null
  readonly reply: string | null
  readonly created_at: string
  readonly decided_at: string | null
}

/** Shows what became of a notice: neither its text nor its author. */
export async function showNotice({ tell }: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = NOTICES[lang]
  const { reference: typed } = request.params as { readonly reference: string }
  const reference = readNoticeReference(typed)
  const told = reference === undefined ? undefined : await tell<Followed>(request, `/v1/notices/${reference}`)
  if (told === undefined || 'refused' in told) {
    const isAway = told !== undefined && told.refused.status >= 429
    const { title, why } = WORDING[lang].problem.away
    return sendPage(reply.code(isAway ? 503 : 404), lang, {
      title: isAway ? title : says.missing,
      heading: isAway ? title : says.missing,
      children: <p class="lead">{isAway ? why : says.missingText}</p>
    })
  }
  const { state, decision, reply: sentence, created_at: made, decided_at: decided } = told.body
  return sendPage(reply, lang, {
    title: says.one(told.body.reference),
    heading: says.one(told.body.reference),
    reference: told.body.reference,
    children: (
      <>
        <p class={`state ${state}`}>
          <strong>{says.states[state]}</strong> {decision && `${says.reasons[decision]}.`}
        </p>
        <dl>
          <div>
            <dt>{says.since}</dt>
            <dd>{longDay(lang, made)}</dd>
          </div>
          {decided && (
            <div>
              <dt>{says.decidedOn}</dt>
              <dd>{longDay(lang, decided)}</dd>
            </div>
          )}
        </dl>
        {sentence && (
          <>
            <h2>{says.answer}</h2>
            <blockquote class="text">{sentence}</blockquote>
          </>
        )}
        <p>{says.keep}</p>
      </>
    )
  })
}

type Page = {
  readonly title: string
  readonly heading: string
  readonly reference?: string
  readonly children: ComponentChildren
}

function sendPage(
  reply: FastifyReply,
  lang: Language,
  { title, heading, reference, children }: Page
): FastifyReply {
  const { publicUrl = '' } = reply.server.site
  return send(reply, lang, {
    title: `${title} – ${WORDING[lang].site}`,
    description: NOTICES[lang].lead,
    canonical: `${publicUrl}${noticeAddress(lang)}`,
    translated: noticeAddress(otherLanguage(lang), reference),
    noindex: true,
    styles: [FORM_STYLE.address],
    children: (
      <div class="prose">
        <h1>{heading}</h1>
        {children}
      </div>
    )
  })
}
