import type { ClaimReader, SeenClaim } from '../../domain/claims/claim-ports.ts'
import type { Database } from '../db/database.ts'
import type { Sql } from '../db/sql.ts'
import { claimQueue, claimSeen, claimsOnPlace, claimsSeenOf, placeManagers } from './claims.sql.ts'
import { evidenceOf } from './evidence.ts'

export function claimReader({ pool }: Pick<Database, 'pool'>, clock: () => number): ClaimReader {
  const now = () => new Date(clock())
  const seen = async (statement: Sql) => (await pool.query<SeenClaim>(statement)).rows
  return {
    find: async (id) => (await seen(claimSeen(id, now())))[0] ?? null,
    ofAccount: (account) => seen(claimsSeenOf(account, now())),
    ofPlace: (place) => seen(claimsOnPlace(place, now())),
    queue: (filter, limit) => seen(claimQueue(filter, limit, now())),
    evidence: (place, before) => evidenceOf(pool, place, before),
    hasOwner: async (place, at) =>
      (await pool.query<{ owns: boolean }>(placeManagers(place, at))).rows.some(({ owns }) => owns)
  }
}
