import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { writingScope } from '../../../domain/access/api-keys.ts'
import { once } from '../../../domain/access/idempotency.ts'
import { bodyTooLarge } from '../../../domain/errors.ts'
import { RECORDS_MOST_MEGABYTES, type RecordsReport } from '../../../domain/imports/records-run.ts'
import { HttpProblem } from '../../shell/http-problem.ts'
import { hashOf, readBody } from '../../shell/upload.ts'
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
  // In a scope of its own, so that no other path accepts such bodies.
  app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('*', (_request, _payload, done) => done(OTHER_TYPE))
    // Not parsed here: the handler reads it line by line.
    own.addContentTypeParser('application/x-ndjson', (_request, _payload, done) => done(null, undefined))
    own.put<Route>('/v1/sources/:slug/records', { schema: SCHEMA, config: CONFIG }, async (request) => {
      refuseLarge(request)
      const body = readBody(request.raw)
      const { slug } = request.params
      const { mode, max_withdrawn } = request.query
      const run = () => deps.putRecords({ source: slug, mode, maxWithdrawn: max_withdrawn, body })
      const token = request.headers['idempotency-key']
      if (token === undefined) return run()
      const fingerprint = (hash: string) => `${slug} ${mode} ${max_withdrawn} ${hash}`
      return once<RecordsReport>(
        deps.requests,
        { keyId: request.keyId, token },
        {
          run: async () => {
            const answer = await run()
            return { fingerprint: fingerprint(answer.body_hash), answer }
          },
          fingerprint: async () => fingerprint(await hashOf(body))
        }
      )
    })
  })
}

const OTHER_TYPE = new HttpProblem('unsupported-media-type', 'The body must be application/x-ndjson.')

/** Checks the Content-Length; the real size is counted while the body is read. */
function refuseLarge(request: FastifyRequest): void {
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > RECORDS_MOST_MEGABYTES * 1024 * 1024) throw bodyTooLarge(RECORDS_MOST_MEGABYTES)
}

const CONFIG = {
  lane: 'records',
  // Requests are counted by key instead.
  rateLimit: false,
  scope: ({ slug = '' }: Readonly<Record<string, string>>) => writingScope(slug)
} as const

const SCHEMA = {
  operationId: 'putSourceRecords',
  tags: ['Sources'],
  summary: 'Send the records of a source',
  description: `Mapped records, plain or gzip, up to ${RECORDS_MOST_MEGABYTES} MB when decompressed, as one run: either all of them are imported, or none. A line that cannot be read is reported, and the other lines are imported. Sending the same records again changes nothing.`,
  security: [{ key: [] }],
  params: RecordsPath,
  querystring: RecordsQuery,
  headers: RecordsHeaders,
  consumes: ['application/x-ndjson'],
  body: RecordsBody,
  response: writingAnswers(Report)
}
