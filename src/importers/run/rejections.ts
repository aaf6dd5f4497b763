import type { StagedRejection } from '../../domain/imports/import-ports.ts'
import { sizeOf } from '../parse/size.ts'
import type { Ledger } from './report.ts'

/** Rejected records that a run keeps with their reasons; the others are counted. */
const MOST_REJECTIONS = 1_000
const MOST_REASONS = 20
const LONGEST_REASON = 500
/** A real record is a few kilobytes; the rejected ones of a run may be a thousand. */
const LARGEST_RAW = 50_000
const LONGEST_BEGINNING = 1_000

/**
 * Counts rejected records, and returns what to store about them: everything for the first ones, only the id for the
 * others. The ids are needed because a rejected record is still in the file, so it does not count as withdrawn.
 */
export function noteRejections(
  { counts, rejections: kept }: Ledger,
  rejections: readonly StagedRejection[]
): readonly StagedRejection[] {
  counts.rejected += rejections.length
  const first = rejections.slice(0, Math.max(0, MOST_REJECTIONS - kept.length)).map(bounded)
  kept.push(...first.map(({ line, record_id, reasons }) => ({ line, record_id, reasons })))
  const others = rejections.slice(first.length).filter(({ record_id }) => record_id)
  return [...first, ...others.map(({ line, record_id }) => ({ line, record_id, reasons: [], raw: null }))]
}

/** A copy, because a part of a text keeps all of it in memory. */
function bounded({ line, record_id, reasons, raw }: StagedRejection): StagedRejection {
  const told = reasons.slice(0, MOST_REASONS).map((reason) => reason.slice(0, LONGEST_REASON))
  const shown = sizeOf(raw) > LARGEST_RAW ? { '': JSON.stringify(raw).slice(0, LONGEST_BEGINNING) } : raw
  return JSON.parse(JSON.stringify({ line, record_id, reasons: told, raw: shown }))
}
