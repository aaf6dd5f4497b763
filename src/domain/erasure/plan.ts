import type { ErasableCell, ErasableCorrection, ErasablePlace, ErasableRecord } from './erasure-ports.ts'
import type { Hold } from './holds.ts'
import type { Cut } from './screen.ts'

/** What is to be changed and deleted, and what was found where. */
export type Plan = {
  /** What is held against later imports. */
  readonly holds: readonly Hold[]
  readonly records: readonly Planned<ErasableRecord>[]
  readonly corrections: readonly Planned<ErasableCorrection>[]
  readonly cells: readonly Planned<ErasableCell>[]
  /** Places that are not active, as they were last shown. */
  readonly dormant: readonly Planned<ErasablePlace>[]
  /** All places concerned, with those merged into them, as they are before. */
  readonly around: readonly ErasablePlace[]
  /** Records that were left. */
  readonly doubtful: readonly { readonly record: ErasableRecord; readonly cuts: readonly Cut[] }[]
}

/** A row as it was, and as it will be: null if it is deleted. */
export type Planned<Row> = { readonly before: Row; readonly after: Row | null; readonly cuts: readonly Cut[] }

export const isEmptyPlan = ({ records, corrections, cells, dormant }: Plan): boolean =>
  records.length + corrections.length + cells.length + dormant.length === 0

export const changedRows = <Row>(planned: readonly Planned<Row>[]): readonly Row[] =>
  planned.flatMap(({ after }) => after ?? [])

export const deletedRows = <Row>(planned: readonly Planned<Row>[]): readonly Row[] =>
  planned.flatMap(({ before, after }) => (after === null ? [before] : []))
