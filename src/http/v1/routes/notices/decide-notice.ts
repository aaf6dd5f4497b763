import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { decideNotice, listNotices, seeNotice } from '../../../../domain/notices/decide-notice.ts'
import { permission } from '../../../../domain/permissions.ts'
import { presentNotice, presentSeenNotice } from '../../present/notice.ts'
import { actingAnswers, answering } from '../../schemas/documented.ts'
import {
  Notice,
  NoticeDecision,
  NoticeList,
  type NoticePath,
  NoticesQuery,
  noticePath,
  SeenNotice
} from '../../schemas/people/notices.ts'
import { MODERATORS_READ } from '../moderation/moderators.ts'

const MOST = 100

export function readNotices(app: FastifyInstance, { notices, clock }: Deps): void {
  app.get<{ Querystring: NoticesQuery }>(
    '/v1/moderation/notices',
    { config: MODERATORS_READ, schema: LIST },
    async ({ query, actor }) => ({
      items: (await listNotices(notices.reader, actor, [query.state], MOST)).map(presentSeenNotice)
    })
  )
  app.get<{ Params: NoticePath }>(
    '/v1/moderation/notice/:reference',
    { config: MODERATORS_READ, schema: READ },
    async ({ params, actor }) =>
      presentSeenNotice(await seeNotice(notices.reader, actor, params.reference, new Date(clock())))
  )
}

export function decideAboutNotice(app: FastifyInstance, { notices }: Deps): void {
  app.post<{ Params: NoticePath; Body: NoticeDecision }>(
    '/v1/moderation/notice/:reference/decide',
    { config: { cost: 'cheap', may: () => permission('moderation:decide') }, schema: DECIDE },
    async ({ params, body, actor }) =>
      presentNotice(await decideNotice(notices, actor, params.reference, body))
  )
}

const security = [{ key: [] }, { session: [] }]

const LIST = {
  operationId: 'listNotices',
  tags: ['Moderation'],
  summary: 'Notices about content',
  description:
    'For moderators, and for keys with the scope `moderation`. Moderators of a territory see the notices about its places. Notices about other pages are shown to moderators without a territory.',
  security,
  querystring: NoticesQuery,
  response: answering(NoticeList, 401, 403)
}

const READ = {
  operationId: 'getModeratedNotice',
  tags: ['Moderation'],
  summary: 'A notice, as moderators see it',
  description: 'With its explanation, but never the name or the address of its author.',
  security,
  params: noticePath('AVIS-4T9M0K2WXA'),
  response: answering(SeenNotice, 401, 403, 404)
}

const DECIDE = {
  operationId: 'decideNotice',
  tags: ['Moderation'],
  summary: 'Decide about a notice',
  description:
    'The reason and the sentence are mailed to the author of the notice, as a statement of reasons.',
  security,
  params: noticePath('AVIS-4T9M0K2WXB'),
  body: NoticeDecision,
  response: actingAnswers(Notice)
}
