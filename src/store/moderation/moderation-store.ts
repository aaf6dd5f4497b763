import type {
  CountedDecisions,
  DecisionReader,
  DecisionTimes
} from '../../domain/moderation/decision-report.ts'
import type {
  JournalLine,
  Meant,
  MeantPlace,
  ModerationActs,
  ModerationReader,
  QueuedReport
} from '../../domain/moderation/moderation-ports.ts'
import { contributionWriter } from '../contributions/contribution-writer.ts'
import type { Database } from '../db/database.ts'
import {
  decisionCounts,
  decisionTimes,
  placeMeant,
  queueCounts,
  queuePage,
  reportFind,
  reportJournal,
  reportMeant
} from './moderation.sql.ts'

export const moderationActs = ({ act }: Pick<Database, 'act'>): ModerationActs => ({
  run: (work) =>
    act((own) =>
      work({
        ...contributionWriter(own),
        about: async (contribution) =>
          (await own.client.query<Meant>(reportMeant(contribution))).rows[0] ?? null,
        meant: async (place) => (await own.client.query<MeantPlace>(placeMeant(place))).rows[0] ?? null
      })
    )
})

export const moderationReader = ({ pool }: Pick<Database, 'pool'>): ModerationReader => ({
  queue: async (filter, limit) => (await pool.query<QueuedReport>(queuePage(filter, limit))).rows,
  counts: async (filter, states) => {
    const { rows } = await pool.query<Counted>(queueCounts(filter, states))
    return Object.fromEntries(rows.map(({ state, total }) => [state, total]))
  },
  find: async (reference) => (await pool.query<QueuedReport>(reportFind(reference))).rows[0] ?? null,
  journal: async (reference) => (await pool.query<JournalLine>(reportJournal(reference))).rows
})

export const decisionReader = ({ pool }: Pick<Database, 'pool'>): DecisionReader => ({
  decided: async (since) => {
    const [{ rows: counts }, { rows: times }] = await Promise.all([
      pool.query<CountedDecisions>(decisionCounts(since)),
      pool.query<DecisionTimes>(decisionTimes(since))
    ])
    return { counts, times }
  }
})

type Counted = { readonly state: string; readonly total: number }
