import type { FastifyReply, FastifyRequest } from 'fastify'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { languageOf } from '../shell/respond.ts'
import { ACCOUNT } from '../wording/account.ts'
import { sessionIn } from './cookies.ts'
import { type AccountPages, privateAddress, sendPrivate, sendRefused } from './private-page.tsx'

/** What is stored about the account: how many rows of each table, and all of them as a file. */
export async function showAccountData(
  { tell, publicUrl }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const says = ACCOUNT[lang]
  const path = PARTICIPATION_PAGES.accountData
  const bearer = sessionIn(request, publicUrl)
  const told = await tell<Readonly<Record<string, readonly object[]>>>(request, '/v1/account/export', {
    bearer
  })
  if ('refused' in told) return sendRefused(request, reply, told.refused.status, path)
  const { format } = request.query as { readonly format?: unknown }
  if (format === 'json')
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="annuaire-compte.json"')
      .send(JSON.stringify(told.body, null, 2))
  return sendPrivate(request, reply, lang, {
    title: says.data,
    lead: says.dataLead,
    children: (
      <>
        <p class="lead">{says.dataLead}</p>
        <dl>
          {Object.entries(told.body).map(([table, rows]) => (
            <div key={table}>
              <dt>{says.tables[table] ?? table}</dt>
              <dd>{says.rows(rows.length)}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a class="action" href={`${path}?format=json`} download>
            {says.download}
          </a>
        </p>
        <p class="onward">
          <a href={privateAddress(PARTICIPATION_PAGES.account, lang)}>{says.backToAccount}</a>
        </p>
      </>
    )
  })
}
