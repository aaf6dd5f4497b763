import { checkAct, type Doer, digestOf, type Facts, type RecordedAct } from '../../domain/acts/act.ts'
import type { ActReader, Journal } from '../../domain/acts/act-ports.ts'
import type { Act } from '../db/acting.ts'
import type { Database } from '../db/database.ts'
import { actAdd, actsAfter, actsOf, chainEnd, chainLock } from './acts.sql.ts'

/** The journal within an act of `database.act`. */
export const journalIn = ({ client }: Pick<Act, 'client'>): Journal => ({
  record: async (act) => {
    checkAct(act)
    await client.query(chainLock(act.subject))
    const { rows } = await client.query<{ seq: number; digest: Buffer }>(chainEnd(act.subject))
    const [end = { seq: 0, digest: null }] = rows
    const next = { ...act, seq: end.seq + 1 }
    await client.query(actAdd({ ...next, digest: digestOf(end.digest, next) }))
  }
})

type Row = {
  readonly subject_kind: string
  readonly subject_id: string
  readonly seq: number
  readonly kind: string
  readonly actor_kind: Doer['kind']
  readonly actor_id: string | null
  readonly at: Date
  readonly public: boolean
  readonly data: Facts
  readonly digest: Buffer
}

export const actReader = ({ batch }: Pick<Database, 'batch'>): ActReader => ({
  of: async (subject) => (await batch.query<Row>(actsOf(subject))).rows.map(toAct),
  page: async (after, limit) => {
    const { subject, seq } = after ?? { subject: { kind: '', id: '' }, seq: 0 }
    return (await batch.query<Row>(actsAfter(subject, seq, limit))).rows.map(toAct)
  }
})

const toAct = ({ subject_kind, subject_id, actor_kind, actor_id, ...row }: Row): RecordedAct => ({
  ...row,
  subject: { kind: subject_kind, id: subject_id },
  by: (actor_id === null ? { kind: actor_kind } : { kind: actor_kind, id: actor_id }) as Doer
})
