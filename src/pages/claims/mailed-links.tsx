import type { FastifyReply, FastifyRequest } from 'fastify'
import { readContest } from '../../domain/claims/granting.ts'
import { readInvitation } from '../../domain/claims/invite-editor.ts'
import type { ContestState } from '../../domain/claims/see-claims.ts'
import type { Language } from '../../domain/language.ts'
import { sessionIn } from '../account/cookies.ts'
import { type AccountPages, privateAddress, sendMessage, sendPrivate } from '../account/private-page.tsx'
import { editAddress } from '../addresses/managing-address.ts'
import { PARTICIPATION_PAGES, pageAddress } from '../addresses/pages.ts'
import { Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { receive } from '../forms/receive.ts'
import { languageOf } from '../shell/respond.ts'
import { CLAIMS } from '../wording/claims.ts'
import { type AnsweredClaim, namedPlace } from './read-claim.ts'

/* The pages of links in mails. Opening one changes nothing: programs open the links of mails too. */

type Secret = { readonly claim: string }

/** "This is not me": shows a button. */
export async function showContest(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = CLAIMS[lang]
  const { claim: secret } = request.params as Secret
  const contested = readContest(secret, await pages.secret())
  const read = contested && (await namedPlace(pages, request, contested.place))
  if (contested === undefined || read === undefined || 'status' in read) return sendLate(request, reply, lang)
  const told = await pages.tell<{ readonly state: ContestState }>(
    request,
    `/v1/claims/${contested.claim}/contest?secret=${encodeURIComponent(secret)}`
  )
  if ('refused' in told)
    return told.refused.status === 404 ? sendLate(request, reply, lang) : sendAway(request, reply, lang)
  if (told.body.state !== 'possible') {
    const isNew = (request.query as { readonly etat?: unknown }).etat === 'suspendue'
    return sendNoted(request, reply, lang, told.body.state, isNew)
  }
  return sendPrivate(request, reply, lang, {
    title: says.contestTitle,
    lead: says.contestLead(read.place.name),
    children: (
      <>
        <p class="lead">{says.contestLead(read.place.name)}</p>
        <p>{says.contestText}</p>
        <Form
          action={privateAddress(`/revendications/${secret}/contester`, lang)}
          token={issueToken(`contest ${contested.claim}`, await pages.secret(), pages.clock())}
          lang={lang}
          submit={says.contest}
        />
      </>
    )
  })
}

/** What became of it, for a reader who presses again or comes back. */
const sendNoted = (
  request: FastifyRequest,
  reply: FastifyReply,
  lang: Language,
  state: Exclude<ContestState, 'possible'>,
  isNew: boolean
) => {
  const says = CLAIMS[lang]
  const text = isNew && state === 'contested' ? says.contested : says.contestStates[state]
  return sendPrivate(request, reply, lang, {
    title: says.contestTitle,
    lead: text,
    children: (
      <>
        <p class="notice" role="status">
          {text}
        </p>
        <p class="onward">
          <a href={pageAddress('contact', lang)}>{says.toContact}</a>
        </p>
      </>
    )
  })
}

export async function receiveContest(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const { claim: secret } = request.params as Secret
  const contested = readContest(secret, await pages.secret())
  if (contested === undefined) return sendLate(request, reply, lang)
  const form = `contest ${contested.claim}`
  const received = receive(request, { form, secret: await pages.secret(), now: pages.clock() })
  if ('fault' in received && received.fault !== 'too-fast')
    return showContest(pages, request, reply.code(422))
  const before = await pages.tell<{ readonly state: ContestState }>(
    request,
    `/v1/claims/${contested.claim}/contest?secret=${encodeURIComponent(secret)}`
  )
  // Pressed again: the page says what is true now.
  if ('body' in before && before.body.state !== 'possible')
    return reply.redirect(privateAddress(`/revendications/${secret}/contester`, lang), 303)
  const told = await pages.tell(request, `/v1/claims/${contested.claim}/contest`, {
    method: 'POST',
    body: { secret }
  })
  if ('refused' in told && told.refused.status < 500 && told.refused.status !== 429)
    return sendLate(request, reply, lang)
  if ('refused' in told) return sendAway(request, reply, lang)
  return reply.redirect(
    privateAddress(`/revendications/${secret}/contester`, lang, { etat: 'suspendue' }),
    303
  )
}

const sendLate = (request: FastifyRequest, reply: FastifyReply, lang: Language) =>
  sendMessage(request, reply, 410, {
    title: CLAIMS[lang].contestLate,
    text: CLAIMS[lang].contestLateText,
    onward: [{ href: pageAddress('contact', lang), label: CLAIMS[lang].toContact }]
  })

const sendAway = (request: FastifyRequest, reply: FastifyReply, lang: Language) =>
  sendMessage(request, reply, 503, { title: CLAIMS[lang].contestTitle, text: CLAIMS[lang].away })

type Token = { readonly token: string }

/** An invitation: asks its reader to sign in, and then shows a button. */
export async function showInvitation(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = CLAIMS[lang]
  const { token } = request.params as Token
  const read = await placeInvited(pages, request, token)
  if (read === undefined) return sendInviteLate(request, reply, lang)
  const bearer = sessionIn(request, pages.publicUrl)
  const session = bearer === undefined ? undefined : await pages.tell(request, '/v1/session', { bearer })
  const isSignedIn = session !== undefined && 'body' in session
  return sendPrivate(request, reply, lang, {
    title: says.inviteTitle,
    lead: says.inviteLead(read.name),
    children: (
      <>
        <p class="lead">{says.inviteLead(read.name)}</p>
        {isSignedIn ? (
          <Form
            action={privateAddress(`/invitations/${token}`, lang)}
            token={issueToken('invitation', await pages.secret(), pages.clock())}
            lang={lang}
            submit={says.accept}
          />
        ) : (
          <>
            <p>{says.inviteFirst}</p>
            <p>
              <a
                class="action"
                href={privateAddress(PARTICIPATION_PAGES.signIn, lang, { vers: `/invitations/${token}` })}
              >
                {says.signIn}
              </a>
            </p>
          </>
        )}
      </>
    )
  })
}

export async function receiveInvitation(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const { token } = request.params as Token
  const place = await placeInvited(pages, request, token)
  const received = receive(request, { form: 'invitation', secret: await pages.secret(), now: pages.clock() })
  if (place === undefined) return sendInviteLate(request, reply, lang)
  if ('fault' in received && received.fault !== 'too-fast')
    return showInvitation(pages, request, reply.code(422))
  const told = await pages.tell<AnsweredClaim>(request, `/v1/places/${place.id}/claims`, {
    method: 'POST',
    body: { proof: 'invitation', invitation: token },
    bearer: sessionIn(request, pages.publicUrl)
  })
  if ('body' in told || told.refused.code === 'wrong-state')
    return reply.redirect(editAddress(place.id, lang), 303)
  const { status } = told.refused
  if (status === 401)
    return reply.redirect(
      privateAddress(PARTICIPATION_PAGES.signIn, lang, { vers: `/invitations/${token}` }),
      303
    )
  return status >= 500 || status === 429
    ? sendAway(request, reply, lang)
    : sendInviteLate(request, reply, lang)
}

async function placeInvited(pages: AccountPages, request: FastifyRequest, token: string) {
  const invitation = await readInvitation(pages, token).catch(() => undefined)
  const read = invitation && (await namedPlace(pages, request, invitation.place))
  return read === undefined || 'status' in read ? undefined : read.place
}

const sendInviteLate = (request: FastifyRequest, reply: FastifyReply, lang: Language) =>
  sendMessage(request, reply, 410, { title: CLAIMS[lang].inviteLate, text: CLAIMS[lang].inviteLateText })
