import type { Attempts } from '../../domain/accounts/attempts.ts'
import type { Act } from '../db/acting.ts'
import { toBytes } from '../db/bytes.ts'
import { countLock } from './accounts.sql.ts'

/** Counts how often something was asked for, within one act. */
export const attemptsIn = ({ tables, client }: Act): Attempts => ({
  countAlone: async (key) => {
    await client.query(countLock(key))
  },
  attempts: (purpose, key, since) =>
    tables.attempt.count({ where: { purpose, key: toBytes(key), at: { gt: since } } }),
  addAttempt: async (purpose, key, at) => {
    await tables.attempt.create({ data: { purpose, key: toBytes(key), at } })
  }
})
