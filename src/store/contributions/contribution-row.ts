import type { Contribution, Proposal } from '../../domain/contributions/contribution.ts'
import type { Act } from '../db/acting.ts'
import { toBytes } from '../db/bytes.ts'
import { Prisma } from '../prisma-client/client.ts'

type Row = NonNullable<Awaited<ReturnType<Act['tables']['contribution']['findUnique']>>>

export function toContribution({ placeId, assignedToId, duplicateOfId, ...row }: Row): Contribution {
  const { emailKey, clientKey, codeDigest, proposal } = row
  return {
    ...row,
    // Only the proposal of a new place has none.
    place: placeId ?? '',
    assignedTo: assignedToId,
    duplicateOf: duplicateOfId,
    proposal: proposal as Proposal | null,
    emailKey: emailKey && Buffer.from(emailKey),
    clientKey: clientKey && Buffer.from(clientKey),
    codeDigest: codeDigest && Buffer.from(codeDigest)
  }
}

/** Prisma accepts bytes but no Buffer, and distinguishes a JSON null from a missing value. */
export function toColumns(given: Partial<Contribution>) {
  const { place, assignedTo, duplicateOf, proposal, emailKey, clientKey, codeDigest, ...plain } = given
  return {
    ...plain,
    ...(place !== undefined && { placeId: place || null }),
    ...(assignedTo !== undefined && { assignedToId: assignedTo }),
    ...(duplicateOf !== undefined && { duplicateOfId: duplicateOf }),
    ...(proposal !== undefined && { proposal: proposal ?? Prisma.DbNull }),
    ...(emailKey !== undefined && { emailKey: emailKey && toBytes(emailKey) }),
    ...(clientKey !== undefined && { clientKey: clientKey && toBytes(clientKey) }),
    ...(codeDigest !== undefined && { codeDigest: codeDigest && toBytes(codeDigest) })
  }
}
