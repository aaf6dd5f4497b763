import type { FastifyReply, FastifyRequest } from 'fastify'
import { readReference } from '../../domain/contributions/reference.ts'
import { sessionIn } from '../account/cookies.ts'
import { type AccountPages, sendPrivate } from '../account/private-page.tsx'
import type { SimilarPlace } from '../contributions/proposal-check.tsx'
import { issueToken } from '../forms/form-token.ts'
import { receive } from '../forms/receive.ts'
import { faultOf } from '../forms/refused.ts'
import type { ListedSource } from '../parts/count-directory.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import { languageOf } from '../shell/respond.ts'
import { MODERATION } from '../wording/moderation.ts'
import type { Origins } from './comparison.tsx'
import type { RefusedDecision } from './decision-forms.tsx'
import { type Moderated, placeName, type Queued, subjectOf } from './moderated.ts'
import { ModeratedPage } from './moderated-page.tsx'
import { chosenIn, queuePath, reportAddress, territoryIn } from './queue-filters.ts'
import { actIn, faultsOf, readDecision } from './read-decision.ts'
import { sendNotShown } from './refused-page.tsx'
import { MODERATION_STYLE } from './style.ts'

/** Shows a report to a moderator, with what can be done. */
export async function showModerated(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const reader = readerOf(pages, request)
  const report = await reader.report()
  if (typeof report === 'number') return sendNotShown(request, reply, report, reader.path)
  return sendModerated(pages, request, reply, report, {})
}

/** Does what a moderator decided, and leads back to the report, where the next one is offered. */
export async function receiveDecision(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const reader = readerOf(pages, request)
  const report = await reader.report()
  if (typeof report === 'number') return sendNotShown(request, reply, report, reader.path)
  const act = actIn(request.query)
  if (act === undefined) return sendModerated(pages, request, reply, report, {})
  const received = receive(request, {
    form: formName(report.reference, act),
    secret: await pages.secret(),
    now: pages.clock()
  })
  const { values } = received
  const again = (status: number, refused: Pick<RefusedDecision, 'faults' | 'fault'>) =>
    sendModerated(pages, request, reply.code(status), report, { refused: { act, values, ...refused } })
  // Who decides about many reports has read the page before: a quick press is no robot's.
  if ('fault' in received && received.fault !== 'too-fast')
    return again(422, { faults: [], fault: received.fault })
  const read = readDecision(values, act, report, lang)
  if ('faults' in read) return again(422, { faults: read.faults, fault: undefined })
  const told = await pages.tell(request, `/v1/moderation/contribution/${report.reference}/${act}`, {
    method: 'POST',
    ...(read.body && { body: read.body }),
    bearer: sessionIn(request, pages.publicUrl)
  })
  if (!('refused' in told)) {
    const chosen = chosenIn(request.query)
    return reply.redirect(reportAddress(report.reference, chosen, lang, { done: act }), 303)
  }
  const { status, errors } = told.refused
  if ([401, 403, 404].includes(status)) return sendNotShown(request, reply, status, reader.path)
  if (status === 409) {
    const now = await reader.report()
    if (typeof now === 'number') return sendNotShown(request, reply, now, reader.path)
    const refused = { act, values, faults: [], fault: undefined }
    return sendModerated(pages, request, reply.code(409), now, { refused, isLate: true })
  }
  const faults = faultsOf(errors, act, read.body, lang)
  if (faults.length > 0) return again(422, { faults, fault: undefined })
  const other = faultOf(told.refused)
  return again(other.status, { faults: [], fault: other.fault })
}

const formName = (reference: string, act: string): string => `moderate ${reference} ${act}`

/** Reads the report that the address names; the status with which the API refused, if it did. */
function readerOf({ tell, publicUrl }: AccountPages, request: FastifyRequest) {
  const { reference: typed } = request.params as { readonly reference: string }
  const reference = readReference(typed)
  return {
    path: `/moderation/${reference ?? ''}`,
    report: async (): Promise<Moderated | number> => {
      const bearer = sessionIn(request, publicUrl)
      const told = await tell<Moderated>(
        request,
        // Without a reference, the API still says whether its reader may see this page at all.
        reference === undefined ? '/v1/moderation?limit=1' : `/v1/moderation/contribution/${reference}`,
        { bearer }
      )
      if ('refused' in told) return told.refused.status
      return reference === undefined ? 404 : told.body
    }
  }
}

type Shown = { readonly refused?: RefusedDecision; readonly isLate?: boolean }

async function sendModerated(
  pages: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  report: Moderated,
  { refused, isLate = false }: Shown
) {
  const { tell, secret, clock, publicUrl } = pages
  const lang = languageOf(request)
  const says = MODERATION[lang]
  const bearer = sessionIn(request, publicUrl)
  const ask = async <Body,>(path: string, body?: object): Promise<Body | undefined> => {
    const told = await tell<Body>(request, path, { bearer, ...(body && { method: 'POST', body }) })
    return 'body' in told ? told.body : undefined
  }
  const chosen = chosenIn(request.query)
  // What is decided already does not wait for a decision.
  const waiting = chosen.state === 'decides' ? ({ ...chosen, state: 'attente' } as const) : chosen
  const { id, status } = report.place
  const stands = id !== null && status === 'active'
  const [place, provenance, sources, similar, queue, next, key] = await Promise.all([
    stands ? ask<ShownPlace>(`/v1/places/${id}?lang=${lang}`) : undefined,
    stands ? ask<{ readonly fields: Origins }>(`/v1/places/${id}/provenance`) : undefined,
    ask<{ readonly items: readonly ListedSource[] }>('/v1/sources'),
    report.new_place && id === null
      ? ask<{ readonly items: readonly SimilarPlace[] }>('/v1/places/similar', report.new_place)
      : undefined,
    ask<{ readonly items: readonly Queued[] }>('/v1/moderation?limit=100'),
    nextOf(),
    secret()
  ])
  const others = (queue?.items ?? []).filter(({ reference }) => reference !== report.reference)
  const isRefused = refused !== undefined && !isLate
  return sendPrivate(request, reply, lang, {
    title: report.new_place
      ? says.proposal(placeName(report))
      : `${subjectOf(report, lang)}${lang === 'fr' ? '\u00a0' : ''}: ${placeName(report)}`,
    lead: says.one(report.reference),
    isRefused,
    styles: [MODERATION_STYLE.address],
    children: (
      <ModeratedPage
        report={report}
        place={report.new_place && id === null ? editable(report.new_place) : place}
        origins={provenance?.fields ?? {}}
        sources={sources?.items ?? []}
        similar={similar?.items ?? []}
        beside={others.filter((other) => id !== null && other.place.id === id)}
        tokens={
          new Map(
            report.allowed.map((act) => [act, issueToken(formName(report.reference, act), key, clock())])
          )
        }
        refused={refused}
        done={actIn({ acte: (request.query as { readonly fait?: unknown }).fait })}
        next={next}
        chosen={chosen}
        isLate={isLate}
        changedOn={
          report.version_seen && place && place.updated_at > report.version_seen ? report.version_seen : null
        }
        lang={lang}
      />
    )
  })

  async function nextOf(): Promise<string | undefined> {
    // Two, because one of them may be this report.
    const path = queuePath(waiting, await territoryIn(ask, waiting), 2)
    const listed = await ask<{ readonly items: readonly Queued[] }>(path)
    return listed?.items.find(({ reference }) => reference !== report.reference)?.reference
  }
}

/** A proposed place with its fields where a place of the directory has them. */
const editable = ({
  street,
  complement,
  postcode,
  city,
  phone,
  emails,
  websites,
  opening_hours,
  ...rest
}: NonNullable<Moderated['new_place']>) => ({
  ...rest,
  address: { street, complement, postcode, city },
  contacts: { phone, emails, websites },
  opening_hours: { raw: opening_hours, osm: null }
})
