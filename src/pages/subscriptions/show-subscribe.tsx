import type { FastifyReply, FastifyRequest } from 'fastify'
import { readEmail } from '../../domain/accounts/email.ts'
import type { Language } from '../../domain/language.ts'
import { CADENCES } from '../../domain/subscriptions/subscription.ts'
import { tellAsReader } from '../account/tell-as-reader.ts'
import { pageAddress } from '../addresses/pages.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { subscribeAddress, subscriptionAddress } from '../addresses/subscribe-address.ts'
import { sendMissing } from '../contributions/send-missing.tsx'
import type { Reporting } from '../contributions/show-report.tsx'
import { TextField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, textIn } from '../forms/receive.ts'
import { faultOf, titleOf } from '../forms/refused.ts'
import { FORM_STYLE } from '../forms/style.ts'
import { send } from '../parts/send.ts'
import { languageOf } from '../shell/respond.ts'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'
import { WORDING } from '../wording/wording.ts'
import { CADENCE_NAME, CadenceField } from './cadence-field.tsx'
import { type About, aboutOf } from './followed-page.ts'

/** What the form is for, in its token. */
const FORM = 'subscribe'

type Filled = {
  readonly email: string
  readonly cadence: string
  readonly faults: readonly FieldFault[]
  readonly fault: FormFault | undefined
}

const EMPTY: Filled = { email: '', cadence: 'daily', faults: [], fault: undefined }

/** Shows what is followed, and asks for an address. It neither reads nor sets a cookie. */
export async function showSubscribe(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const about = await aboutOf(reporting.ask, request, lang)
  if (typeof about === 'string') return sendMissing(reply, lang, about)
  if ('to' in about) return reply.redirect(about.to, 303)
  return sendForm(reporting, reply, about, lang, EMPTY)
}

/** Has a code mailed, and leads to the page that asks for it. */
export async function receiveSubscribe(reporting: Reporting, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = SUBSCRIPTIONS[lang]
  const { ask, secret, clock } = reporting
  const about = await aboutOf(ask, request, lang)
  if (typeof about === 'string') return sendMissing(reply, lang, about)
  if ('to' in about) return reply.redirect(about.to, 303)
  const received = receive(request, { form: FORM, secret: await secret(), now: clock() })
  const email = textIn(received.values, 'courriel')
  const cadence = CADENCES.find((each) => each === textIn(received.values, CADENCE_NAME)) ?? 'daily'
  const again = (status: number, fault: FormFault | undefined, faults: readonly FieldFault[] = []) =>
    sendForm(reporting, reply.code(status), about, lang, {
      ...{ email: email.slice(0, 254), cadence, faults, fault }
    })
  const faults = readEmail(email) === undefined ? [{ name: 'courriel', text: says.badEmail }] : []
  if ('fault' in received) return again(422, received.fault, faults)
  if (faults.length > 0) return again(422, undefined, faults)
  const told = await tellAsReader<{ readonly id: string }>(reporting, request, '/v1/subscriptions', {
    body: { ...about.body, email, cadence, language: lang },
    idempotencyKey: received.id,
    needsNoAccount: true
  })
  if (!('refused' in told)) return reply.redirect(subscriptionAddress(told.body.id, lang), 303)
  if (told.refused.status === 400) return again(422, undefined, [{ name: 'courriel', text: says.tooLong }])
  const { status, fault } = faultOf(told.refused)
  return again(status, fault)
}

async function sendForm(
  { secret, clock }: Reporting,
  reply: FastifyReply,
  about: About,
  lang: Language,
  filled: Filled
) {
  const says = SUBSCRIPTIONS[lang]
  const title = says.title(about.name)
  const isRefused = filled.fault !== undefined || filled.faults.length > 0
  const { publicUrl = '' } = reply.server.site
  return send(reply, lang, {
    title: `${titleOf(title, isRefused, lang)} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl}${subscribeAddress(about.of, lang)}`,
    translated: subscribeAddress(about.of, otherLanguage(lang)),
    noindex: true,
    styles: [FORM_STYLE.address],
    children: (
      <SubscribePage
        about={about}
        filled={filled}
        token={issueToken(FORM, await secret(), clock())}
        lang={lang}
      />
    )
  })
}

type Props = {
  readonly about: About
  readonly filled: Filled
  readonly token: string
  readonly lang: Language
}

function SubscribePage({ about, filled, token, lang }: Props) {
  const says = SUBSCRIPTIONS[lang]
  const { faults, fault, email, cadence } = filled
  return (
    <div class="prose">
      <p class="back">
        <a href={about.back}>{says.back}</a>
      </p>
      <h1>{says.title(about.name)}</h1>
      <p class="lead">{says.lead}</p>
      {about.choices.length > 0 && (
        <>
          <p>{says.followed}</p>
          <ul>
            {about.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
        </>
      )}
      <Form
        action={subscribeAddress(about.of, lang)}
        token={token}
        lang={lang}
        submit={says.submit}
        faults={faults}
        fault={fault}
      >
        <TextField
          name="courriel"
          label={says.email}
          hint={says.emailHint}
          type="email"
          autocomplete="email"
          value={email}
          faults={faults}
          lang={lang}
        />
        <CadenceField value={cadence} lang={lang} />
      </Form>
      <p>
        <a href={pageAddress('privacy', lang)}>{says.privacy}</a>
      </p>
    </div>
  )
}
