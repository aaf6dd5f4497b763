import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Category } from '../../domain/contributions/categories.ts'
import type { Language } from '../../domain/language.ts'
import { tellAsReader } from '../account/tell-as-reader.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { reportPageAddress, subjectIn, trackingAddress } from '../addresses/report-address.ts'
import type { FieldFault } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive } from '../forms/receive.ts'
import { faultOf, titleOf } from '../forms/refused.ts'
import { FORM_STYLE } from '../forms/style.ts'
import { listSources } from '../parts/count-directory.ts'
import { send } from '../parts/send.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import type { Ask, TellApi } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { WORDING } from '../wording/wording.ts'
import { bodyOf, faultsIn, NOTHING_TYPED, type Typed, typedIn } from './read-form.ts'
import { readPlace } from './read-place.ts'
import { ReportForm, Subjects } from './report-form.tsx'
import { sendMissing } from './send-missing.tsx'
import type { FieldOrigin } from './what-is-said.tsx'

export type Reporting = {
  readonly ask: Ask
  readonly tell: TellApi
  readonly secret: () => Promise<string>
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
  readonly publicUrl: string | undefined
}

/** Shows what can be wrong about a place; with `sujet`, the form for it. */
export async function showReport(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const about = await aboutOf(reporting, request, reply)
  if ('answered' in about) return about.answered
  const { place, category, lang } = about
  const says = CONTRIBUTIONS[lang]
  if (category === undefined) {
    return sendReport(reply, about, says.title(place.display_name), <Subjects place={place} lang={lang} />)
  }
  return sendForm(
    reporting,
    reply,
    { ...about, category },
    { typed: NOTHING_TYPED, faults: [], fault: undefined }
  )
}

/** Keeps what was reported, and leads to the page on which its author follows it. */
export async function receiveReport(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const about = await aboutOf(reporting, request, reply)
  if ('answered' in about) return about.answered
  const { place, category, lang } = about
  if (category === undefined) return reply.redirect(reportPageAddress(place.id, lang), 303)
  const { secret, clock } = reporting
  const form = formName(place, category)
  const received = receive(request, { form, secret: await secret(), now: clock() })
  const { openedAt } = received
  const again = (status: number, fault: FormFault | undefined, faults: readonly FieldFault[], typed: Typed) =>
    sendForm(reporting, reply.code(status), { ...about, category }, { typed, faults, fault, openedAt })
  const typed = typedIn(received.values)
  const faults = faultsIn(typed, category, lang)
  if ('fault' in received) return again(422, received.fault, faults, typed)
  if (faults.length > 0) return again(422, undefined, faults, typed)
  const told = await tellAsReader<{ readonly reference: string }>(reporting, request, '/v1/contributions', {
    body: bodyOf(typed, place.id, category, lang),
    idempotencyKey: received.id,
    needsNoAccount: true
  })
  if (!('refused' in told)) return reply.redirect(trackingAddress(told.body.reference, lang), 303)
  const { status, fault } = faultOf(told.refused)
  return again(status, fault, [], typed)
}

const formName = (place: ShownPlace, category: Category): string => `report ${place.id} ${category}`

type About = {
  readonly place: ShownPlace
  readonly category: Category | undefined
  readonly lang: Language
  readonly ask: Ask
}

async function aboutOf(
  { ask }: Reporting,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<About | { readonly answered: FastifyReply }> {
  const lang = languageOf(request)
  const { place: segment } = request.params as { readonly place: string }
  const category = subjectIn((request.query as { readonly sujet?: unknown }).sujet)
  const place = await readPlace(ask, segment, lang)
  if (typeof place === 'string') return { answered: sendMissing(reply, lang, place) }
  if ('survivor' in place) {
    return { answered: reply.redirect(reportPageAddress(place.survivor, lang, category), 303) }
  }
  return { place, category, lang, ask }
}

type Filled = {
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
  /** When the form was first opened; now, if left out. */
  readonly openedAt?: number
}

async function sendForm(
  { secret, clock }: Reporting,
  reply: FastifyReply,
  about: About & { readonly category: Category },
  filled: Filled
) {
  const { place, category, lang, ask } = about
  const [origins, sources] = await Promise.all([originsOf(ask, place.id), listSources(ask)])
  const token = issueToken(formName(place, category), await secret(), filled.openedAt ?? clock())
  const { title } = CONTRIBUTIONS[lang].subjects[category]
  const isRefused = filled.fault !== undefined || filled.faults.length > 0
  return sendReport(
    reply,
    about,
    titleOf(`${title}\u00a0: ${place.display_name}`, isRefused, lang),
    <ReportForm
      place={place}
      category={category}
      origins={origins}
      sources={sources ?? []}
      token={token}
      lang={lang}
      typed={filled.typed}
      faults={filled.faults}
      fault={filled.fault}
    />
  )
}

async function originsOf(ask: Ask, id: string): Promise<Readonly<Record<string, readonly FieldOrigin[]>>> {
  const answered = await ask<{ readonly fields: Readonly<Record<string, readonly FieldOrigin[]>> }>(
    `/v1/places/${id}/provenance`
  )
  return 'body' in answered ? answered.body.fields : {}
}

function sendReport(
  reply: FastifyReply,
  { place, category, lang }: Pick<About, 'place' | 'category' | 'lang'>,
  title: string,
  children: ComponentChildren
): FastifyReply {
  const { publicUrl = '' } = reply.server.site
  return send(reply, lang, {
    title: `${title} – ${WORDING[lang].site}`,
    description: CONTRIBUTIONS[lang].lead,
    canonical: `${publicUrl}${reportPageAddress(place.id, lang)}`,
    translated: reportPageAddress(place.id, otherLanguage(lang), category),
    noindex: true,
    styles: [FORM_STYLE.address],
    children
  })
}
