import type { FastifyReply, FastifyRequest } from 'fastify'
import { linkedFeedback } from '../../domain/feedback/feedback-link.ts'
import { type AccountPages, privateAddress, sendPrivate, sendRefused } from '../account/private-page.tsx'
import { PARTICIPATION_PAGES, pageAddress } from '../addresses/pages.ts'
import { Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { receive, textIn, type Values } from '../forms/receive.ts'
import { languageOf } from '../shell/respond.ts'
import { FEEDBACK } from '../wording/feedback.ts'

type Path = { readonly link: string }

const FORM = 'end feedback'

/** The page that ends the mails to the owner of a source. Opening it changes nothing: programs open the links of mails. */
export async function showFeedback(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = FEEDBACK[lang]
  const { link } = request.params as Path
  const secret = await pages.secret()
  const linked = linkedFeedback(link, secret)
  if (linked === undefined) return sendPlain(request, reply.code(404), 'missing')
  if ((request.query as { readonly etat?: unknown }).etat === 'arrete')
    return sendPlain(request, reply, 'ended')
  const source = await pages.tell<{ readonly name: string }>(
    request,
    `/v1/sources/${encodeURIComponent(linked.source)}`
  )
  if ('refused' in source) return sendAway(request, reply, source.refused.status)
  const lead = says.lead(source.body.name)
  return sendPrivate(request, reply, lang, {
    ...{ title: says.title, lead },
    children: (
      <>
        <p class="lead">{lead}</p>
        <p>{says.text}</p>
        <Form
          action={privateAddress(`/retours/${link}`, lang)}
          token={issueToken(FORM, secret, pages.clock())}
          lang={lang}
          submit={says.end}
        />
      </>
    )
  })
}

/** Ends the mails. A mail program ends them by its one click, without a form (RFC 8058). */
export async function receiveFeedback(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const { link } = request.params as Path
  const isOneClick = textIn((request.body ?? {}) as Values, 'List-Unsubscribe') === 'One-Click'
  if (!isOneClick) {
    const received = receive(request, { form: FORM, secret: await pages.secret(), now: pages.clock() })
    // Who presses at once means it.
    if ('fault' in received && received.fault !== 'too-fast')
      return showFeedback(pages, request, reply.code(422))
  }
  const told = await pages.tell(request, `/v1/feedback/${encodeURIComponent(link)}`, { method: 'DELETE' })
  if ('refused' in told) {
    const { status } = told.refused
    return status === 429 || status >= 500
      ? sendAway(request, reply, status)
      : sendPlain(request, reply.code(404), 'missing')
  }
  // No redirect after one click: mail programs follow none.
  if (isOneClick) return sendPlain(request, reply, 'ended')
  return reply.redirect(privateAddress(`/retours/${link}`, languageOf(request), { etat: 'arrete' }), 303)
}

const sendAway = (request: FastifyRequest, reply: FastifyReply, status: number) =>
  sendRefused(request, reply, status === 429 ? 429 : 503, PARTICIPATION_PAGES.account)

function sendPlain(request: FastifyRequest, reply: FastifyReply, what: 'ended' | 'missing') {
  const lang = languageOf(request)
  const says = FEEDBACK[lang]
  return sendPrivate(request, reply, lang, {
    title: what === 'ended' ? says.endedTitle : says.missingTitle,
    lead: says[what],
    children: (
      <>
        <p class="lead">{says[what]}</p>
        <p class="onward">
          <a href={pageAddress('contact', lang)}>{says.contact}</a>
        </p>
      </>
    )
  })
}
