import type { AccessKey, KeyReader, StoredKey } from '../../domain/access/api-keys.ts'
import type { Runner } from '../db/sql.ts'
import { keyAdd, keyFind, keyRevoke, keysList, keyUsed, type NewKey } from './keys.sql.ts'

type Dates = 'created_at' | 'expires_at' | 'revoked_at'
type Row<Key extends AccessKey> = Omit<Key, Dates> & {
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly revoked_at: Date | null
}

type KeyStore = KeyReader & {
  add(key: NewKey): Promise<void>
  list(): Promise<readonly AccessKey[]>
  /** Revokes a key. Returns false if there is no active key with this id. */
  revoke(id: string): Promise<boolean>
}

export const keyStore = (runner: Runner): KeyStore => ({
  find: async (id) => {
    const { rows } = await runner.query<Row<StoredKey>>(keyFind(id))
    return rows[0] ? toKey<StoredKey>(rows[0]) : null
  },
  used: async (id, day) => {
    await runner.query(keyUsed(id, day))
  },
  add: async (key) => {
    await runner.query(keyAdd(key))
  },
  list: async () => (await runner.query<Row<AccessKey>>(keysList())).rows.map(toKey<AccessKey>),
  revoke: async (id) => (await runner.query(keyRevoke(id))).rowCount === 1
})

const toKey = <Key extends AccessKey>({ created_at, expires_at, revoked_at, ...key }: Row<Key>): Key =>
  ({
    ...key,
    created_at: created_at.toISOString(),
    expires_at: expires_at?.toISOString() ?? null,
    revoked_at: revoked_at?.toISOString() ?? null
  }) as unknown as Key
