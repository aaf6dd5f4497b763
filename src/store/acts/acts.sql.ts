import type { ActSubject, RecordedAct } from '../../domain/acts/act.ts'
import { LOCKS } from '../db/locks.sql.ts'
import { type Sql, sql } from '../db/sql.ts'

/** Makes those who record acts on one subject wait for each other, until the end of their transactions. */
export const chainLock = ({ kind, id }: ActSubject): Sql =>
  sql`SELECT pg_advisory_xact_lock(${LOCKS.chains}, hashtext(${`${kind} ${id}`}))`

/** The last act of a chain. Read it after taking the lock, because a statement does not see what was committed after it began. */
export const chainEnd = ({ kind, id }: ActSubject): Sql => sql`
SELECT seq, digest FROM act WHERE subject_kind = ${kind} AND subject_id = ${id} ORDER BY seq DESC LIMIT 1`

export const actAdd = ({
  subject,
  seq,
  kind,
  by,
  at,
  public: isPublic,
  data,
  digest
}: RecordedAct): Sql => sql`
INSERT INTO act (subject_kind, subject_id, seq, kind, actor_kind, actor_id, at, public, data, digest)
VALUES (${subject.kind}, ${subject.id}, ${seq}, ${kind}, ${by.kind}::actor_kind, ${'id' in by ? by.id : null},
  ${at.toISOString()}::timestamptz, ${isPublic}, ${JSON.stringify(data)}::jsonb, ${digest})`

const columns = sql`subject_kind, subject_id, seq, kind, actor_kind, actor_id, at, public, data, digest`

export const actsOf = ({ kind, id }: ActSubject): Sql =>
  sql`SELECT ${columns} FROM act WHERE subject_kind = ${kind} AND subject_id = ${id} ORDER BY seq`

/** The acts after one, chain after chain. Before the first, its subject is an empty text. */
export const actsAfter = ({ kind, id }: ActSubject, seq: number, limit: number): Sql => sql`
SELECT ${columns} FROM act WHERE (subject_kind, subject_id, seq) > (${kind}, ${id}, ${seq}::integer)
ORDER BY subject_kind, subject_id, seq LIMIT ${limit}::integer`
