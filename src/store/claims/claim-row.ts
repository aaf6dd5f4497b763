import type { Claim } from '../../domain/claims/claim.ts'
import type { Act } from '../db/acting.ts'
import { toBytes } from '../db/bytes.ts'

type Row = NonNullable<Awaited<ReturnType<Act['tables']['claim']['findUnique']>>>

export const toClaim = (row: Row): Claim => ({
  id: row.id,
  place: row.placeId,
  account: row.accountId,
  proof: row.proof,
  state: row.state,
  codeDigest: row.codeDigest && Buffer.from(row.codeDigest),
  sentToHint: row.sentToHint,
  tries: row.tries,
  message: row.message,
  reason: row.reason,
  decidedBy: row.decidedById,
  createdAt: row.createdAt,
  provedAt: row.provedAt,
  decidedAt: row.decidedAt
})

/** Prisma accepts bytes but no Buffer. */
export function toColumns({ place, account, decidedBy, codeDigest, ...plain }: Partial<Claim>) {
  return {
    ...plain,
    ...(place !== undefined && { placeId: place }),
    ...(account !== undefined && { accountId: account }),
    ...(decidedBy !== undefined && { decidedById: decidedBy }),
    ...(codeDigest !== undefined && { codeDigest: codeDigest && toBytes(codeDigest) })
  }
}
