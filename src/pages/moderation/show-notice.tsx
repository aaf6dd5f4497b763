import type { FastifyReply, FastifyRequest } from 'fastify'
import { TEXT_MOST } from '../../domain/contributions/contribution.ts'
import type { Language } from '../../domain/language.ts'
import {
  DECIDED_FOR,
  type Ground,
  type NoticeOutcome,
  readNoticeReference
} from '../../domain/notices/notice.ts'
import { sessionIn } from '../account/cookies.ts'
import { type AccountPages, privateAddress, sendPrivate } from '../account/private-page.tsx'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { AreaField, SelectField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, textIn } from '../forms/receive.ts'
import { faultOf } from '../forms/refused.ts'
import { languageOf } from '../shell/respond.ts'
import { longDay } from '../wording/day.ts'
import { DECIDING } from '../wording/deciding.ts'
import { MODERATION } from '../wording/moderation.ts'
import { NOTICES } from '../wording/notices.ts'
import { sendNotShown } from './refused-page.tsx'
import { MODERATION_STYLE } from './style.ts'

/** A notice as `/v1/moderation/notices` returns it. */
export type ModeratedNotice = {
  readonly reference: string
  readonly state: 'open' | 'decided'
  readonly decision: NoticeOutcome | null
  readonly ground: Ground
  readonly law: string | null
  readonly explanation: string | null
  readonly path: string
  readonly place: { readonly name: string } | null
  readonly can_be_told: boolean
  readonly created_at: string
  readonly reply: string | null
}

/** The notices that wait, above the reports. */
export function WaitingNotices({
  notices,
  lang
}: {
  readonly notices: readonly ModeratedNotice[]
  readonly lang: Language
}) {
  const says = NOTICES[lang]
  if (notices.length === 0) return null
  return (
    <section>
      <h2>{says.waiting}</h2>
      <ul>
        {notices.map(({ reference, ground, path, place, created_at }) => (
          <li key={reference}>
            <a href={privateAddress(`/moderation/avis/${reference}`, lang)}>{place?.name ?? path}</a>
            <p class="hint">{`${says.grounds[ground]} · ${MODERATION[lang].since(longDay(lang, created_at))}`}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Shows a notice to a moderator. */
export async function showModeratedNotice(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  return sendNotice(pages, request, reply, {})
}

/** Records the decision, and leads back to the notice. */
export async function receiveNoticeDecision(
  pages: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const says = NOTICES[lang]
  const reference = referenceIn(request)
  const received = receive(request, {
    form: `notice ${reference}`,
    secret: await pages.secret(),
    now: pages.clock()
  })
  const typed = { outcome: textIn(received.values, 'decision'), sentence: textIn(received.values, 'phrase') }
  const again = (status: number, refused: Pick<Refused, 'faults' | 'fault'>) =>
    sendNotice(pages, request, reply.code(status), { ...refused, typed })
  if ('fault' in received && received.fault !== 'too-fast')
    return again(422, { faults: [], fault: received.fault })
  const faults: FieldFault[] = []
  if (!DECIDED_FOR.some((each) => each === typed.outcome))
    faults.push({ name: 'decision', text: says.needsOutcome })
  if (typed.sentence === '') faults.push({ name: 'phrase', text: says.needsSentence })
  if (typed.sentence.length > TEXT_MOST)
    faults.push({ name: 'phrase', text: DECIDING[lang].tooLong(typed.sentence.length) })
  if (faults.length > 0) return again(422, { faults, fault: undefined })
  const told = await pages.tell(request, `/v1/moderation/notice/${reference}/decide`, {
    method: 'POST',
    body: { reason: typed.outcome, text: typed.sentence },
    bearer: sessionIn(request, pages.publicUrl)
  })
  const path = `/moderation/avis/${reference}`
  if (!('refused' in told)) return reply.redirect(privateAddress(path, lang, { etat: 'fait' }), 303)
  if ([401, 403, 404].includes(told.refused.status))
    return sendNotShown(request, reply, told.refused.status, path)
  // Another moderator has decided: the page says so by showing the decision.
  if (told.refused.status === 409) return sendNotice(pages, request, reply.code(409), {})
  const { status, fault } = faultOf(told.refused)
  return again(status, { faults: [], fault })
}

type Refused = {
  readonly faults?: readonly FieldFault[]
  readonly fault?: FormFault | undefined
  readonly typed?: { readonly outcome: string; readonly sentence: string }
}

const referenceIn = (request: FastifyRequest): string =>
  readNoticeReference((request.params as { readonly reference: string }).reference) ?? 'AVIS-0000000000'

async function sendNotice(
  { tell, secret, clock, publicUrl }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { faults = [], fault, typed }: Refused
) {
  const lang = languageOf(request)
  const says = NOTICES[lang]
  const reference = referenceIn(request)
  const path = `/moderation/avis/${reference}`
  const told = await tell<ModeratedNotice>(request, `/v1/moderation/notice/${reference}`, {
    bearer: sessionIn(request, publicUrl)
  })
  if ('refused' in told) return sendNotShown(request, reply, told.refused.status, path)
  const notice = told.body
  const { etat } = request.query as { readonly etat?: unknown }
  return sendPrivate(request, reply, lang, {
    title: says.one(reference),
    lead: says.waiting,
    isRefused: faults.length > 0 || fault !== undefined,
    styles: [MODERATION_STYLE.address],
    children: (
      <div class="moderated">
        {etat === 'fait' && (
          <p class="done" role="status">
            {says.done}
          </p>
        )}
        <p class="onward">
          <a href={privateAddress(PARTICIPATION_PAGES.moderation, lang)}>{MODERATION[lang].toQueue}</a>
        </p>
        <p class={`state ${notice.state}`}>
          <strong>{says.states[notice.state]}</strong>{' '}
          {notice.decision && `${says.reasons[notice.decision]}.`}
        </p>
        <dl>
          <div>
            <dt>{says.about}</dt>
            <dd>
              <a href={notice.path}>{notice.place?.name ?? notice.path}</a>
            </dd>
          </div>
          <div>
            <dt>{says.why}</dt>
            <dd>{[says.grounds[notice.ground], notice.law].filter(Boolean).join(', ')}</dd>
          </div>
          <div>
            <dt>{says.since}</dt>
            <dd>{longDay(lang, notice.created_at)}</dd>
          </div>
        </dl>
        {notice.explanation && (
          <>
            <h2>{says.said}</h2>
            <blockquote class="text">{notice.explanation}</blockquote>
          </>
        )}
        {notice.reply && (
          <>
            <h2>{says.reply}</h2>
            <blockquote class="text">{notice.reply}</blockquote>
          </>
        )}
        <p class="hint">{notice.can_be_told ? MODERATION[lang].canBeTold : MODERATION[lang].cannotBeTold}</p>
        {notice.state === 'open' && (
          <>
            <h2>{says.decide}</h2>
            <p>{says.before}</p>
            <Form
              action={privateAddress(path, lang)}
              token={issueToken(`notice ${reference}`, await secret(), clock())}
              lang={lang}
              submit={says.decide}
              faults={faults}
              fault={fault}
            >
              <SelectField
                name="decision"
                label={says.outcome}
                none={says.choose}
                value={typed?.outcome ?? ''}
                options={DECIDED_FOR.map((value) => ({ value, label: says.reasons[value] }))}
                faults={faults}
                lang={lang}
              />
              <AreaField
                name="phrase"
                label={says.sentence}
                hint={says.sentenceHint}
                value={typed?.sentence ?? ''}
                rows={3}
                faults={faults}
                lang={lang}
              />
            </Form>
          </>
        )}
      </div>
    )
  })
}
