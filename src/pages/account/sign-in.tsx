import type { FastifyReply, FastifyRequest } from 'fastify'
import { readEmail } from '../../domain/accounts/email.ts'
import { readSignInId } from '../../domain/accounts/sign-in.ts'
import type { Language } from '../../domain/language.ts'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { CodeField, TextField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { receive, textIn } from '../forms/receive.ts'
import { languageOf } from '../shell/respond.ts'
import { ACCOUNT } from '../wording/account.ts'
import { askedIn, dropAsked, setAsked, setSession } from './cookies.ts'
import { type AccountPages, privateAddress, returnPath, sendPrivate } from './private-page.tsx'

/** What the form of a sign-in is for, in its token. */
const FORM = 'sign-in'

type Refused = {
  readonly faults?: readonly FieldFault[]
  readonly notice?: string
  readonly value?: string
  readonly status?: number
}

const versOf = (request: FastifyRequest): string | undefined =>
  returnPath((request.query as { readonly vers?: unknown }).vers)

/** Asks for the address. It neither reads nor sets a cookie. */
export async function showSignIn(
  { secret, clock }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { faults = [], notice, value = '', status = 200 }: Refused = {}
) {
  const lang = languageOf(request)
  const says = ACCOUNT[lang]
  const { etat } = request.query as { readonly etat?: unknown }
  const told = notice ?? (etat === 'resilie' ? says.closed : undefined)
  return sendPrivate(request, reply.code(status), lang, {
    title: says.signIn,
    lead: says.signInLead,
    isRefused: faults.length > 0,
    children: (
      <>
        {told && (
          <p class="notice" role="status">
            {told}
          </p>
        )}
        <p class="lead">{says.signInLead}</p>
        <Form
          action={privateAddress(PARTICIPATION_PAGES.signIn, lang, { vers: versOf(request) })}
          token={issueToken(FORM, await secret(), clock())}
          lang={lang}
          submit={says.ask}
          faults={faults}
        >
          <TextField
            name="email"
            label={says.email}
            hint={says.emailHint}
            type="email"
            autocomplete="email"
            value={value}
            faults={faults}
            lang={lang}
          />
        </Form>
        <p>{says.noNeed}</p>
      </>
    )
  })
}

type SignInAsked = { readonly id: string; readonly browser: string }

export async function askForCode(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = ACCOUNT[lang]
  const received = receive(request, { form: FORM, secret: await pages.secret(), now: pages.clock() })
  const typed = textIn(received.values, 'email')
  if (readEmail(typed) === undefined)
    return showSignIn(pages, request, reply, {
      faults: [{ name: 'email', text: says.emailFault }],
      value: typed.slice(0, 254),
      status: 422
    })
  // A browser that fills in the address may send the form within three seconds, so only the limits on requests apply.
  if ('fault' in received && received.fault !== 'too-fast')
    return showSignIn(pages, request, reply, { notice: says.away, value: typed, status: 422 })
  const told = await pages.tell<SignInAsked>(request, '/v1/sign-ins', {
    method: 'POST',
    body: { email: typed, language: lang }
  })
  if ('refused' in told) {
    const isLimited = told.refused.code === 'too-many-codes'
    return showSignIn(pages, request, reply, {
      notice: isLimited ? says.tooMany : says.away,
      value: typed,
      status: isLimited ? 429 : 503
    })
  }
  const address = `${PARTICIPATION_PAGES.signIn}/${told.body.id}`
  return setAsked(reply, told.body, pages.publicUrl).redirect(
    privateAddress(address, lang, { vers: versOf(request) }),
    303
  )
}

type Params = { readonly id: string }

/**
 * The page of one sign-in, also of the mailed link. Opening it changes nothing. In the browser that asked, the link shows
 * one button; everywhere else it asks for the code, so that a program which opens links and presses buttons gets nothing.
 */
export async function showCode(
  pages: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { faults = [], value = '', status = 200 }: Refused = {}
) {
  const lang = languageOf(request)
  const says = ACCOUNT[lang]
  const secret = await pages.secret()
  const { id } = request.params as Params
  const meant = readSignInId(id, secret)
  if (meant === undefined) return showSignIn(pages, request, reply, { notice: says.expired, status: 404 })
  const isHere = meant.isLink && askedIn(request, pages.publicUrl)?.id === meant.id && faults.length === 0
  const title = isHere ? says.hereTitle : says.checkMail
  return sendPrivate(request, reply.code(status), lang, {
    title,
    lead: says.mailed,
    isRefused: faults.length > 0,
    children: (
      <>
        <p class="lead">{isHere ? says.here : meant.isLink ? says.elsewhere : says.mailed}</p>
        <Form
          action={privateAddress(`${PARTICIPATION_PAGES.signIn}/${id}`, lang, { vers: versOf(request) })}
          token={issueToken(FORM, secret, pages.clock())}
          lang={lang}
          submit={says.enter}
          faults={faults}
          faultsTitle={says.codeRefused}
        >
          {!isHere && (
            <CodeField label={says.code} hint={says.codeHint} value={value} faults={faults} lang={lang} />
          )}
        </Form>
        <Another lang={lang} />
      </>
    )
  })
}

const Another = ({ lang }: { readonly lang: Language }) => (
  <>
    <p>{ACCOUNT[lang].noMail}</p>
    <p class="onward">
      <a href={privateAddress(PARTICIPATION_PAGES.signIn, lang)}>{ACCOUNT[lang].another}</a>
    </p>
  </>
)

export async function enterCode(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = ACCOUNT[lang]
  const { id } = request.params as Params
  const { values } = receive(request, { form: FORM, secret: await pages.secret(), now: pages.clock() })
  const code = textIn(values, 'code').slice(0, 40)
  const asked = askedIn(request, pages.publicUrl)
  const proof = 'code' in values || asked === undefined ? { code } : { browser: asked.browser }
  const told = await pages.tell<{ readonly token: string }>(request, `/v1/sign-ins/${id}`, {
    method: 'POST',
    body: { ...proof, language: lang }
  })
  if ('body' in told) {
    const next = versOf(request) ?? PARTICIPATION_PAGES.account
    dropAsked(setSession(reply, told.body.token, pages.publicUrl), pages.publicUrl)
    return reply.redirect(privateAddress(next, lang), 303)
  }
  const { status } = told.refused
  if (status === 422 || status === 400)
    return showCode(pages, request, reply, {
      faults: [{ name: 'code', text: says.codeFault }],
      value: code,
      status: 422
    })
  return showSignIn(pages, request, reply, { notice: says[noticeOf(status)], status })
}

const noticeOf = (status: number) =>
  status === 409 ? 'used' : status === 410 ? 'expired' : status === 429 ? 'exhausted' : 'away'
