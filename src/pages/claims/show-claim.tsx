import type { FastifyReply, FastifyRequest } from 'fastify'
import { readCode } from '../../domain/accounts/sign-in-code.ts'
import type { Language } from '../../domain/language.ts'
import { sessionIn } from '../account/cookies.ts'
import {
  type AccountPages,
  privateAddress,
  sendMessage,
  sendPrivate,
  sendRefused
} from '../account/private-page.tsx'
import { editAddress } from '../addresses/managing-address.ts'
import type { FieldFault } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { receive, textIn } from '../forms/receive.ts'
import { languageOf } from '../shell/respond.ts'
import { CLAIMS } from '../wording/claims.ts'
import { ClaimPage } from './claim-page.tsx'
import { type AnsweredClaim, type ClaimButton, claimAddress, nameIn } from './read-claim.ts'

type Params = { readonly claim: string }

type Refused = {
  readonly status: number
  readonly notice?: string
  readonly faults?: readonly FieldFault[]
  readonly isWrongCode?: boolean
  readonly typed?: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What becomes of a claim, for its claimant, the owners of the place, and moderators. */
export async function showClaim(
  pages: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { status = 200, notice, faults: given = [], isWrongCode = false, typed = '' }: Partial<Refused> = {}
) {
  const lang = languageOf(request)
  const { claim: id } = request.params as Params
  if (!UUID.test(id)) return sendNone(request, reply, lang)
  const told = await pages.tell<AnsweredClaim>(request, `/v1/claims/${id}`, {
    bearer: sessionIn(request, pages.publicUrl)
  })
  if ('refused' in told) {
    if (told.refused.status === 404) return sendNone(request, reply, lang)
    return sendRefused(request, reply, told.refused.status, `/revendications/${id}`)
  }
  const claim = told.body
  const says = CLAIMS[lang]
  const left = claim.tries_left ?? 0
  const faults =
    isWrongCode && left > 0 ? [{ name: 'code', text: `${says.badCode} ${says.triesLeft(left)}` }] : given
  // The last wrong code has ended the claim, so there is no form any more that could say so.
  const said = isWrongCode && left === 0 ? `${says.badCode} ${says.triesLeft(0)}` : notice
  const token = issueToken(`claim ${id}`, await pages.secret(), pages.clock())
  return sendPrivate(request, reply.code(status), lang, {
    title: says.stateTitle(nameIn(claim.place)),
    lead: says.states[claim.state],
    isRefused: faults.length > 0 || isWrongCode,
    children: <ClaimPage {...{ claim, token, faults, typed, notice: said, lang }} />
  })
}

const sendNone = (request: FastifyRequest, reply: FastifyReply, lang: Language) =>
  sendMessage(request, reply, 404, { title: CLAIMS[lang].missing, text: CLAIMS[lang].missingText })

const BUTTONS: readonly ClaimButton[] = ['grant', 'refuse', 'contest', 'revoke', 'end', 'abandon']

/** Enters the code, or does what a button says. */
export async function receiveClaimAct(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = CLAIMS[lang]
  const { claim: id } = request.params as Params
  if (!UUID.test(id)) return sendNone(request, reply, lang)
  const received = receive(request, { form: `claim ${id}`, secret: await pages.secret(), now: pages.clock() })
  const again = (refused: Refused) => showClaim(pages, request, reply, refused)
  // A code is typed, and a button pressed, faster than a form is filled in.
  if ('fault' in received && received.fault !== 'too-fast') return again({ status: 422, notice: says.late })
  const act = BUTTONS.find((each) => each === textIn(received.values, 'acte'))
  const typed = textIn(received.values, act === undefined ? 'code' : 'motif')
  if (act === undefined && readCode(typed) === undefined)
    return again({ status: 422, faults: [{ name: 'code', text: says.badCode }], typed })
  const told = await pages.tell<AnsweredClaim | undefined>(request, `/v1/claims/${id}/${act ?? 'prove'}`, {
    method: 'POST',
    bearer: sessionIn(request, pages.publicUrl),
    body:
      act === undefined ? { code: typed } : act === 'contest' ? {} : { reason: typed === '' ? null : typed }
  })
  if ('body' in told) {
    const isProved = act === undefined && told.body?.state === 'granted'
    return reply.redirect(isProved ? editAddress(told.body.place.id, lang) : claimAddress(id, lang), 303)
  }
  const { status, code } = told.refused
  if (code === 'code-refused') return again({ status, isWrongCode: true, typed })
  if (code === 'invalid-input')
    return again({ status: 422, faults: [{ name: 'motif', text: says.needsReason }], typed })
  if (code === 'needs-moderator') return again({ status, notice: says.needsFresh, typed })
  if (code === 'wrong-state') return again({ status, notice: says.late })
  if (status === 404) return sendNone(request, reply, lang)
  return sendRefused(request, reply, status, `/revendications/${id}`)
}

/** The claims that wait for a moderator. */
export async function showClaimQueue(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = CLAIMS[lang]
  const told = await pages.tell<{ readonly items: readonly AnsweredClaim[]; readonly total: number }>(
    request,
    '/v1/moderation/claims?limit=100',
    {
      bearer: sessionIn(request, pages.publicUrl)
    }
  )
  if ('refused' in told) {
    if (told.refused.status !== 403)
      return sendRefused(request, reply, told.refused.status, '/moderation/revendications')
    return sendMessage(request, reply, 403, { title: says.queue, text: says.notModerator })
  }
  const { items, total } = told.body
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'Europe/Paris' })
  return sendPrivate(request, reply, lang, {
    title: says.queue,
    lead: says.queueLead(total),
    children: (
      <>
        <p class="lead">{says.queueLead(total)}</p>
        {total > items.length && <p>{says.queueShown(items.length)}</p>}
        <ul>
          {items.map(({ id, place, state, created_at: at }) => (
            <li key={id}>
              <a href={privateAddress(`/revendications/${id}`, lang)}>{nameIn(place)}</a>
              <br />
              {says.states[state]} <time dateTime={at}>{day.format(new Date(at))}</time>
            </li>
          ))}
        </ul>
      </>
    )
  })
}
