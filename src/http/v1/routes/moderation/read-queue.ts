import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { listQueue, seeReport, WAITING } from '../../../../domain/moderation/list-queue.ts'
import { presentQueued, presentSeen } from '../../present/moderation.ts'
import { answering } from '../../schemas/documented.ts'
import { type ContributionPath, contributionPath } from '../../schemas/people/contributions.ts'
import { ModerationQueue, QueueQuery, SeenReport } from '../../schemas/people/moderation.ts'
import { MODERATORS_READ } from './moderators.ts'

export function readQueue(app: FastifyInstance, { moderation, clock }: Deps): void {
  app.get<{ Querystring: QueueQuery }>(
    '/v1/moderation',
    { config: MODERATORS_READ, schema: LIST },
    async ({ query: { state, kind, territory, limit }, actor }) => {
      const filter = { states: state ?? WAITING, kinds: kind, territory }
      const { items, total, waiting } = await listQueue(moderation.reader, actor, filter, limit)
      return { items: items.map((item) => presentQueued(item, actor)), total, waiting }
    }
  )
  app.get<{ Params: ContributionPath }>(
    '/v1/moderation/contribution/:reference',
    { config: MODERATORS_READ, schema: READ },
    async ({ params, actor }) =>
      presentSeen(await seeReport(moderation.reader, actor, params.reference, new Date(clock())), actor)
  )
}

const security = [{ key: [] }, { session: [] }]

const LIST = {
  operationId: 'listModeration',
  tags: ['Moderation'],
  summary: 'Reports that wait for a decision',
  description:
    'For moderators, and for keys with the scope `moderation`. A moderator of a territory sees the reports on its places. A person who is named comes first, then what is confirmed; reports on one place stand together.',
  security,
  querystring: QueueQuery,
  response: answering(ModerationQueue, 401, 403)
}

const READ = {
  operationId: 'getModerated',
  tags: ['Moderation'],
  summary: 'A report, as moderators see it',
  description: 'With the text of its author and its history, but never the author’s address.',
  security,
  params: contributionPath('SIG-4T9M0K2WXA'),
  response: answering(SeenReport, 401, 403, 404)
}
