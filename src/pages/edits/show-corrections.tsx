import type { FastifyReply, FastifyRequest } from 'fastify'
import { TEXT_MOST } from '../../domain/claims/claim.ts'
import type { HistoryEntry } from '../../domain/history/place-history.ts'
import type { Language } from '../../domain/language.ts'
import { sessionIn } from '../account/cookies.ts'
import { privateAddress, sendPrivate, sendRefused } from '../account/private-page.tsx'
import { correctionsAddress, correctionsPath, editAddress } from '../addresses/managing-address.ts'
import { historyAddress } from '../addresses/report-address.ts'
import { sendMissing } from '../contributions/send-missing.tsx'
import { AreaField, BoxField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, textIn, type Values } from '../forms/receive.ts'
import { fieldNames, saidValue } from '../history/said-value.ts'
import { HISTORY_STYLE } from '../history/style.ts'
import { Section } from '../parts/prose.tsx'
import type { ShownPlace } from '../place/place-page.tsx'
import { CLAIMS } from '../wording/claims.ts'
import { longDay } from '../wording/day.ts'
import { HISTORY } from '../wording/history.ts'
import { MANAGING } from '../wording/managing.ts'
import { type Managing, placeNamed } from './managing.ts'
import { sendNotYours } from './show-edit.tsx'
import { EDIT_STYLE } from './style.ts'

type Role = { readonly role: string; readonly scope_kind: string; readonly scope_code: string | null }

/** Who may undo what on a place, by the roles of the account; the API decides again. */
type May = { readonly isManager: boolean; readonly isModerator: boolean }

function mayOf(roles: readonly Role[], { id, address }: ShownPlace): May {
  const { commune, epci, department, region } = address
  const within = Object.entries({ commune, epci, department, region }).map(
    ([kind, code]) => `${kind}:${code}`
  )
  return {
    isManager: roles.some(({ role, scope_code: code }) => role === 'manager' && code === id),
    isModerator: roles.some(
      ({ role, scope_kind: kind, scope_code: code }) =>
        (role === 'moderator' || role === 'admin') &&
        (kind === 'all' || (code !== null && within.includes(code)))
    )
  }
}

/** Shows the corrections in force on a place, each with the way to undo it, to its managers and to moderators. */
export async function showCorrections(managing: Managing, request: FastifyRequest, reply: FastifyReply) {
  return sendCorrections(managing, request, reply)
}

/** What the form that removes the managers was refused for, or that an act came too late. */
type Refused = {
  readonly isLate?: boolean
  readonly faults?: readonly FieldFault[]
  readonly fault?: FormFault | undefined
  readonly reason?: string
}

async function sendCorrections(
  managing: Managing,
  request: FastifyRequest,
  reply: FastifyReply,
  { isLate = false, faults = [], fault, reason = '' }: Refused = {}
) {
  const named = await placeNamed(managing, request, reply, correctionsAddress)
  if ('answered' in named) return named.answered
  const { place, lang } = named
  const bearer = sessionIn(request, managing.publicUrl)
  const account = await managing.tell<{ readonly roles: readonly Role[] }>(request, '/v1/account', { bearer })
  if ('refused' in account)
    return sendRefused(request, reply, account.refused.status, correctionsPath(place.id))
  const may = mayOf(account.body.roles, place)
  if (!may.isManager && !may.isModerator) return sendNotYours(request, reply, place, lang)
  const answered = await managing.ask<{ readonly items: readonly HistoryEntry[] }>(
    `/v1/places/${place.id}/history`
  )
  if (!('body' in answered)) return sendMissing(reply, lang, 'away')
  const standing = answered.body.items.filter(({ kind, stands }) => kind === 'corrected' && stands)
  const says = MANAGING[lang]
  const { etat } = request.query as { readonly etat?: unknown }
  const isRefused = faults.length > 0 || fault !== undefined
  const token = issueToken(formOf(place.id), await managing.secret(), managing.clock())
  return sendPrivate(request, reply.code(isLate ? 409 : isRefused ? 422 : 200), lang, {
    title: says.correctionsTitle(place.display_name),
    lead: says.correctionsLead,
    isRefused: isLate || isRefused,
    styles: [HISTORY_STYLE.address, EDIT_STYLE.address],
    children: (
      <>
        {isLate && (
          <p class="warning" role="alert">
            {says.undoLate}
          </p>
        )}
        {(etat === 'annule' || etat === 'tout-annule') && (
          <p class="state" role="status">
            {etat === 'annule' ? says.undone : says.reverted}
          </p>
        )}
        <p class="lead">{says.correctionsLead}</p>
        <Standing place={place} entries={standing} may={may} lang={lang} />
        {may.isModerator && <RemoveForm {...{ place, token, faults, fault, reason, lang }} />}
        {may.isManager && (
          <p class="onward">
            <a href={editAddress(place.id, lang)}>{says.editTitle(place.display_name)}</a>
          </p>
        )}
        <p class="onward">
          <a href={historyAddress(place.id, lang)}>{says.history}</a>
        </p>
      </>
    )
  })
}

const formOf = (place: string): string => `remove managers ${place}`

type RemoveProps = Required<Pick<Refused, 'faults' | 'reason'>> &
  Pick<Refused, 'fault'> & { readonly place: ShownPlace; readonly token: string; readonly lang: Language }

/** Removing the managers ends their claims, so it takes a reason for their mail, and a box against a slip of the hand. */
function RemoveForm({ place, token, faults, fault, reason, lang }: RemoveProps) {
  const says = MANAGING[lang]
  return (
    <Section title={says.revert}>
      <p>{says.revertText}</p>
      <Form
        action={correctionsAddress(place.id, lang)}
        token={token}
        lang={lang}
        submit={says.revert}
        name="tout"
        buttons={[{ value: '1', label: says.revert }]}
        faults={faults}
        fault={fault}
      >
        <AreaField
          name="motif"
          label={says.revertReason}
          hint={says.revertReasonHint}
          value={reason}
          rows={3}
          faults={faults}
          lang={lang}
        />
        <BoxField name="sur" label={says.revertSure} checked={false} faults={faults} lang={lang} />
      </Form>
    </Section>
  )
}

type StandingProps = {
  readonly place: ShownPlace
  readonly entries: readonly HistoryEntry[]
  readonly may: May
  readonly lang: Language
}

function Standing({ place, entries, may, lang }: StandingProps) {
  const says = MANAGING[lang]
  if (entries.length === 0) return <p>{says.correctionsNone}</p>
  return (
    <ol class="history">
      {entries.map(({ correction, fields, at, by, before, after, withheld }) => (
        <li key={correction} id={`c${correction}`}>
          <h2>{HISTORY[lang].kinds.corrected(fieldNames(fields, lang))}</h2>
          <p class="hint">
            {longDay(lang, at.slice(0, 10))}. {HISTORY[lang].author(HISTORY[lang].by[by])}.
          </p>
          {!withheld && (
            <dl>
              <div>
                <dt>{HISTORY[lang].before}</dt>
                <dd>{saidValue(fields[0] ?? '', before, lang)}</dd>
              </div>
              <div>
                <dt>{HISTORY[lang].after}</dt>
                <dd>{saidValue(fields[0] ?? '', after, lang)}</dd>
              </div>
            </dl>
          )}
          {(may.isModerator || by === 'manager') && (
            <UndoForm
              place={place}
              name="correction"
              value={String(correction)}
              label={says.undo(fieldNames(fields, lang))}
              lang={lang}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

type UndoProps = {
  readonly place: ShownPlace
  readonly name: string
  readonly value: string
  readonly label: string
  readonly lang: Language
}

const UndoForm = ({ place, name, value, label, lang }: UndoProps) => (
  <form method="post" action={correctionsAddress(place.id, lang)}>
    <p>
      <button type="submit" class="quiet" name={name} value={value}>
        {label}
      </button>
    </p>
  </form>
)

/** Undoes one correction, or all that the managers of the place set. */
export async function receiveUndo(managing: Managing, request: FastifyRequest, reply: FastifyReply) {
  const named = await placeNamed(managing, request, reply, correctionsAddress)
  if ('answered' in named) return named.answered
  const { place, lang } = named
  const values = (request.body ?? {}) as Values
  const correction = textIn(values, 'correction')
  const isAll = textIn(values, 'tout') === '1'
  if (!isAll && !/^[1-9]\d{0,14}$/.test(correction))
    return reply.redirect(correctionsAddress(place.id, lang), 303)
  const reason = textIn(values, 'motif')
  const refused = isAll ? await refusedRemoval(managing, request, place.id, lang) : undefined
  if (refused !== undefined) return sendCorrections(managing, request, reply, { ...refused, reason })
  const told = await managing.tell(
    request,
    isAll ? `/v1/places/${place.id}/revert` : `/v1/corrections/${correction}/undo`,
    { method: 'POST', body: isAll ? { reason } : {}, bearer: sessionIn(request, managing.publicUrl) }
  )
  if (!('refused' in told)) {
    const etat = isAll ? 'tout-annule' : 'annule'
    return reply.redirect(privateAddress(correctionsPath(place.id), lang, { etat }), 303)
  }
  const { status } = told.refused
  if (status === 403 || status === 404 || status === 409)
    return sendCorrections(managing, request, reply, { isLate: true, reason })
  return sendRefused(request, reply, status, correctionsPath(place.id))
}

/** What is missing before the managers are removed: a reason that can be mailed, and the box. */
async function refusedRemoval(
  managing: Managing,
  request: FastifyRequest,
  place: string,
  lang: Language
): Promise<Refused | undefined> {
  const says = MANAGING[lang]
  const form = { form: formOf(place), secret: await managing.secret(), now: managing.clock() }
  const received = receive(request, form)
  if ('fault' in received && received.fault !== 'too-fast') return { fault: received.fault }
  const reason = textIn(received.values, 'motif')
  const faults = [
    ...(reason === '' ? [{ name: 'motif', text: says.revertNoReason }] : []),
    ...(reason.length > TEXT_MOST ? [{ name: 'motif', text: CLAIMS[lang].tooLong }] : []),
    ...(textIn(received.values, 'sur') === '1' ? [] : [{ name: 'sur', text: says.revertNotSure }])
  ]
  return faults.length > 0 ? { faults } : undefined
}
