import type { ClosingReport } from './contribution-ports.ts'

/** Since when a place is reported to be closed; null if too few say so. */
export type ClosingMark = { readonly since: Date; readonly reports: number } | null

/**
 * One report marks the place if its author manages the place, or if a moderator accepted it. Otherwise, two independent
 * reports are needed: confirmed from different addresses, and not sent from one device. The mark stands from the second of
 * them. One person with two addresses cannot set it in an afternoon.
 */
export function closingMark(reports: readonly ClosingReport[]): ClosingMark {
  const inOrder = reports.toSorted((one, other) => one.confirmedAt.getTime() - other.confirmedAt.getTime())
  const second = inOrder.find((report, index) =>
    inOrder.slice(0, index).some((earlier) => areIndependent(earlier, report))
  )
  const sure = inOrder.find(({ isSure }) => isSure)
  if (sure !== undefined && !(second && second.confirmedAt < sure.confirmedAt))
    return { since: sure.confirmedAt, reports: reports.length }
  return second === undefined ? null : { since: second.confirmedAt, reports: reports.length }
}

function areIndependent(one: ClosingReport, other: ClosingReport): boolean {
  const [address, otherAddress] = [authorOf(one), authorOf(other)]
  if (address === undefined || otherAddress === undefined || address === otherAddress) return false
  // The key of a client is only kept for some weeks. Without it, nothing says that it was the same.
  return !(one.clientKey && other.clientKey && one.clientKey.equals(other.clientKey))
}

const authorOf = ({ emailKey, accountId }: ClosingReport): string | undefined =>
  emailKey?.toString('hex') ?? accountId ?? undefined
