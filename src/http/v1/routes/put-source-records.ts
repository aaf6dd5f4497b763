import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { once } from '../../../domain/access/idempotency.ts'
import { bodyTooLarge } from '../../../domain/errors.ts'
import {
  RECORDS_MOST,
  RECORDS_MOST_MEGABYTES,
  type RecordsReport
} from '../../../domain/imports/records-run.ts'
import { type Actor, permission } from '../../../domain/permissions.ts'
import { HttpProblem } from '../../shell/http-problem.ts'
import { writingAnswers } from '../schemas/documented.ts'
import {
  RecordsBody,
  RecordsHeaders,
  RecordsPath,
  RecordsQuery,
  RecordsReport as Report
} from '../schemas/records.ts'

type Route = { Params: RecordsPath; Querystring: RecordsQuery; Headers: { 'idempotency-key'?: string } }

export function putSourceRecords(app: FastifyInstance, deps: Deps): void {
  // The route has a scope of its own, so that no other path accepts such bodies.
  app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('*', (_request, _payload, done) => done(OTHER_TYPE))
    // Not parsed here: the import reads it line by line.
    own.addContentTypeParser('application/x-ndjson', (_request, _payload, done) => done(null, undefined))
    own.put<Route>(
      '/v1/sources/:slug/records',
      { schema: SCHEMA, config: CONFIG },
      async (request, reply) => {
        refuseLarge(request)
        const { slug } = request.params
        const { mode, max_withdrawn } = request.query
        const fingerprint = (hash: string) => `${slug} ${mode} ${max_withdrawn} ${hash}`
        const run = () =>
          reply.withBody(RECORDS_MOST_MEGABYTES, async ({ hash, read }) => ({
            fingerprint: fingerprint(hash),
            answer: await reply.inTurn('records', () =>
              deps.putRecords({ source: slug, mode, maxWithdrawn: max_withdrawn, body: read() })
            )
          }))
        const token = request.headers['idempotency-key']
        if (token === undefined) return (await run()).answer
        return once<RecordsReport>(
          deps.requests,
          { keyId: keyOf(request.actor), token },
          {
            run,
            fingerprint: async () => fingerprint(await reply.bodyHash(RECORDS_MOST_MEGABYTES))
          }
        )
      }
    )
  })
}

const OTHER_TYPE = new HttpProblem('unsupported-media-type', 'The body must be application/x-ndjson.')

/** Only keys may send records: the table of permissions grants this to no account. */
function keyOf(actor: Actor): string {
  if (actor.kind !== 'key') throw new Error('Records were sent without a key.')
  return actor.id
}

/** Checks the Content-Length; the real size is counted while the body is read. */
function refuseLarge(request: FastifyRequest): void {
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > RECORDS_MOST_MEGABYTES * 1024 * 1024) throw bodyTooLarge(RECORDS_MOST_MEGABYTES)
}

const CONFIG = {
  // The body arrives first, and only then waits for its turn.
  cost: 'none',
  // Requests are counted by key instead.
  rateLimit: false,
  may: ({ slug = '' }: Readonly<Record<string, string>>) => permission('records:write', { source: slug })
} as const

const SCHEMA = {
  operationId: 'putSourceRecords',
  tags: ['Sources'],
  summary: 'Send the records of a source',
  description: `Mapped records, plain or gzip, up to ${RECORDS_MOST} records and ${RECORDS_MOST_MEGABYTES} MB when decompressed, as one run: either all of them are imported, or none. A line that cannot be read is reported, and the other lines are imported. Sending the same records again changes nothing.`,
  security: [{ key: [] }],
  params: RecordsPath,
  querystring: RecordsQuery,
  headers: RecordsHeaders,
  consumes: ['application/x-ndjson'],
  body: RecordsBody,
  response: writingAnswers(Report)
}
