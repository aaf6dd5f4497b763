import type { FastifyReply, FastifyRequest } from 'fastify'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { ChoiceField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { receive, textIn } from '../forms/receive.ts'
import { languageOf } from '../shell/respond.ts'
import { ACCOUNT } from '../wording/account.ts'
import { dropSession, sessionIn } from './cookies.ts'
import { type AccountPages, privateAddress, sendPrivate, sendRefused } from './private-page.tsx'

const FORM = 'close-account'
const PATH = PARTICIPATION_PAGES.closeAccount

/** Says what closing does, and asks what becomes of the texts. Without a new code, it leads to one first. */
export async function showClosing(
  { tell, secret, clock, publicUrl }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  faults: readonly FieldFault[] = []
) {
  const lang = languageOf(request)
  const says = ACCOUNT[lang]
  const bearer = sessionIn(request, publicUrl)
  const told = await tell<{ readonly fresh_until: string }>(request, '/v1/session', { bearer })
  if ('refused' in told) return sendRefused(request, reply, told.refused.status, PATH)
  const isFresh = Date.parse(told.body.fresh_until) > clock()
  return sendPrivate(request, reply.code(faults.length > 0 ? 422 : 200), lang, {
    title: says.close,
    lead: says.closeLead,
    isRefused: faults.length > 0,
    children: (
      <>
        <p class="lead">{says.closeLead}</p>
        <ul>
          {says.closeWhat.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {isFresh ? (
          <Form
            action={privateAddress(PATH, lang)}
            token={issueToken(FORM, await secret(), clock())}
            lang={lang}
            submit={says.closeNow}
            faults={faults}
          >
            <ChoiceField
              name="textes"
              label={says.texts}
              options={[
                { value: 'kept', label: says.textsKept },
                { value: 'erased', label: says.textsErased }
              ]}
              faults={faults}
              lang={lang}
            />
          </Form>
        ) : (
          <>
            <p>{says.closeNeedsCode}</p>
            <p>
              <a class="action" href={privateAddress(PARTICIPATION_PAGES.signIn, lang, { vers: PATH })}>
                {says.ask}
              </a>
            </p>
          </>
        )}
        <p class="onward">
          <a href={privateAddress(PARTICIPATION_PAGES.account, lang)}>{says.backToAccount}</a>
        </p>
      </>
    )
  })
}

export async function close(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const received = receive(request, { form: FORM, secret: await pages.secret(), now: pages.clock() })
  const texts = textIn(received.values, 'textes')
  if (!['kept', 'erased'].includes(texts))
    return showClosing(pages, request, reply, [{ name: 'textes', text: ACCOUNT[lang].textsFault }])
  const told = await pages.tell(request, '/v1/account/close', {
    method: 'POST',
    bearer: sessionIn(request, pages.publicUrl),
    body: { texts }
  })
  if ('refused' in told) return sendRefused(request, reply, told.refused.status, PATH)
  return dropSession(reply, pages.publicUrl).redirect(
    privateAddress(PARTICIPATION_PAGES.signIn, lang, { etat: 'resilie' }),
    303
  )
}
