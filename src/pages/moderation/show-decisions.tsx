import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { FEWEST } from '../../domain/moderation/decision-report.ts'
import { decisionsAddress, noticeAddress } from '../addresses/notice-address.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { CLAIMS } from '../wording/claims.ts'
import { DECIDING } from '../wording/deciding.ts'
import { DECISIONS } from '../wording/decisions.ts'
import { NOTICES } from '../wording/notices.ts'
import { WORDING } from '../wording/wording.ts'

type Kind = 'report' | 'notice' | 'claim'

type Month = {
  readonly month: string
  readonly total: number | null
  readonly median_days: number | null
  readonly decisions: readonly {
    readonly kind: Kind
    readonly state: keyof typeof DECISIONS.fr.states
    readonly reason: string
    readonly count: number
  }[]
}

/** What moderators decided, for everybody: counts by month and reason. */
export async function showDecisions(ask: Ask, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = DECISIONS[lang]
  const { publicUrl = '' } = reply.server.site
  const answered = await ask<{ readonly months: readonly Month[] }>('/v1/moderation/report')
  const months = 'body' in answered ? answered.body.months : undefined
  const away = WORDING[lang].problem.away
  return send(months ? reply : reply.code(503).header('cache-control', 'no-store'), lang, {
    title: `${months ? says.title : away.title} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl}${decisionsAddress(lang)}`,
    translated: decisionsAddress(otherLanguage(lang)),
    ...(months === undefined && { noindex: true }),
    children: (
      <div class="prose">
        <h1>{says.title}</h1>
        <p class="lead">{months ? says.lead : away.why}</p>
        {months?.length === 0 && <p>{says.none}</p>}
        {months?.map((month) => (
          <MonthOf key={month.month} month={month} lang={lang} />
        ))}
        <p class="onward">
          <a href="/v1/moderation/report">{says.api}</a>
        </p>
        <p class="onward">
          <a href={noticeAddress(lang)}>{says.notify}</a>
        </p>
      </div>
    )
  })
}

function MonthOf({
  month: { month, total, median_days, decisions },
  lang
}: {
  readonly month: Month
  readonly lang: Language
}) {
  const says = DECISIONS[lang]
  const name = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' }
  }).format(new Date(`${month}-01`))
  return (
    <section>
      <h2>{name}</h2>
      {total === null ? (
        <p>{says.few(FEWEST)}</p>
      ) : (
        <>
          <p>{says.total(total, median_days ?? 0)}</p>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{says.decision}</th>
                <th scope="col">{says.count}</th>
              </tr>
            </thead>
            <tbody>
              {decisions.map(({ kind, state, reason, count }) => (
                <tr key={`${kind} ${state} ${reason}`}>
                  <th scope="row">
                    {says.states[state]}
                    <span class="hint"> · {reasonOf(kind, reason, lang)}</span>
                  </th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function reasonOf(kind: Kind, reason: string, lang: Language): string {
  const known: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
    report: DECIDING[lang].reasons,
    notice: NOTICES[lang].reasons,
    claim: CLAIMS[lang].proofs
  }
  return known[kind][reason] ?? reason
}
