import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { noticeNotFound } from '../../../../domain/errors.ts'
import { makeNotice as keepNotice } from '../../../../domain/notices/make-notice.ts'
import { permission } from '../../../../domain/permissions.ts'
import { addressKey } from '../../../shell/client-address.ts'
import { presentNotice } from '../../present/notice.ts'
import { answering, creatingAnswers } from '../../schemas/documented.ts'
import { ContributionHeaders } from '../../schemas/people/contributions.ts'
import { TEXTS_MOST_BYTES } from '../../schemas/people/fields.ts'
import { Notice, NoticeBody, type NoticePath, noticePath } from '../../schemas/people/notices.ts'

type Route = { Body: NoticeBody; Headers: ContributionHeaders }

export function makeNotice(app: FastifyInstance, { notices }: Deps): void {
  app.post<Route>('/v1/notices', MAKE, async ({ body, headers, actor, ip }, reply) => {
    const { address, ground, explanation, language } = body
    const made = await keepNotice(notices, {
      ...{ address, ground, explanation, language, actor, client: addressKey(ip) },
      law: body.law ?? null,
      name: body.name ?? null,
      email: body.email ?? null,
      formId: headers['idempotency-key'] ?? null
    })
    return reply.code(201).send(presentNotice(made))
  })
}

export function getNotice(app: FastifyInstance, { notices }: Deps): void {
  app.get<{ Params: NoticePath }>('/v1/notices/:reference', READ, async ({ params }) => {
    const notice = await notices.reader.find(params.reference)
    if (notice === null) throw noticeNotFound()
    return presentNotice(notice)
  })
}

const MAKE = {
  schema: {
    operationId: 'makeNotice',
    tags: ['Contributions'],
    summary: 'Notify content that is illegal, against the rules, or about a person',
    description:
      'Article 16 of the Digital Services Act requires this of every host. No key, account, name or e-mail address is needed. If an e-mail address is given, the notice is acknowledged at once, and the decision is mailed with its reasons.',
    headers: ContributionHeaders,
    body: NoticeBody,
    response: creatingAnswers(Notice)
  },
  bodyLimit: TEXTS_MOST_BYTES,
  config: { cost: 'cheap', may: () => permission('notices:write') }
} as const

const READ = {
  schema: {
    operationId: 'getNotice',
    tags: ['Contributions'],
    summary: 'Read the state of a notice',
    description: 'Its state and the decision. Only its author knows the reference.',
    params: noticePath('AVIS-4T9M0K2WXA'),
    response: answering(Notice, 404)
  },
  config: { cost: 'cheap', cacheControl: 'private, no-store' }
} as const
