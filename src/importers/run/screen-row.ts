import type { Matcher } from '../../domain/erasure/matcher.ts'
import { type Cut, cutsIn, KEY, OMITTED, withoutCuts } from '../../domain/erasure/screen.ts'
import { idWithout, isHeldRecord, screenRecord } from '../../domain/erasure/screen-record.ts'
import type { Finding } from '../finding.ts'
import type { Mapped, Raw } from '../source.ts'

type Row = { readonly raw: Raw; readonly mapped: Mapped; readonly isScreened: boolean }

const TAKEN_OUT = 'took out a person who was erased'
const LEFT_OUT = 'left out, because it was erased'

/**
 * The door through which every record passes: takes out who was erased, from the record as it came, as it was read, and
 * from what is reported of it. The report names the column, and not the value.
 */
export function screenRow(source: string, raw: Raw, mapped: Mapped, erased: Matcher): Row {
  if (erased.isEmpty) return { raw, mapped, isScreened: false }
  if (!mapped.ok) return screenRejected(source, raw, mapped, erased)
  const screening = screenRecord(source, { raw, mapped: mapped.record, told: mapped.findings }, erased)
  if (screening.state === 'out') return OUT
  if (screening.state !== 'cut') return { raw, mapped, isScreened: false }
  const { record, cuts } = screening
  const findings = [...(record.told as readonly Finding[]), ...repairsOf(cuts, erased)]
  return { raw: record.raw as Raw, mapped: { ok: true, record: record.mapped, findings }, isScreened: true }
}

const OUT: Row = {
  raw: {},
  mapped: { ok: false, id: null, reasons: [LEFT_OUT], findings: [] },
  isScreened: true
}

/** Of a rejected record, reports and the raw record are kept. */
function screenRejected(
  source: string,
  raw: Raw,
  mapped: Mapped & { readonly ok: false },
  erased: Matcher
): Row {
  const { id, ...rest } = mapped
  if (id !== null && isHeldRecord('record', source, id, erased)) return OUT
  const kept = { raw, rest }
  const cut = withoutCuts(kept, erased, '') as typeof kept
  return {
    raw: cut.raw,
    mapped: { ...cut.rest, id: id === null ? null : idWithout(id, erased) },
    isScreened: cutsIn(kept, erased).length > 0
  }
}

/** One repair for each column of the file with something that was taken out. */
function repairsOf(cuts: readonly Cut[], erased: Matcher): readonly Finding[] {
  const columns = cuts.filter(({ path }) => path[0] === 'raw').map(({ path }) => columnOf(path))
  return [...new Set(columns)].map((column) => ({
    kind: 'repaired',
    field: cutsIn(column, erased).length > 0 ? OMITTED : column,
    reason: TAKEN_OUT
  }))
}

/** Nested properties with a dot between them, without the numbers of elements. */
const columnOf = (path: readonly string[]): string =>
  path
    .slice(1, 4)
    .filter((part) => !/^\d+$/.test(part) && part !== KEY)
    .join('.')
