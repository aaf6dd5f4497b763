import { unitOf } from '../../importers/parse/row.ts'
import { describeAbsent } from '../../importers/run/absent-columns.ts'
import type { Report, Tally, Unplaced } from '../../importers/run/report.ts'
import { describePlaced, describePositions } from './describe-counts.ts'
import { describeSample } from './describe-sample.ts'

const MOST_REJECTIONS = 20
const MOST_TALLIES = 20

/** The report as text for people. */
export function describeReport(report: Report): string {
  const { counts } = report
  const unit = unitOf(report.format ?? 'json')
  const format = report.format ?? 'not modified since the last run'
  const lines = [
    `${report.source}: ${report.origin} (${format})${report.dry_run ? ', dry run: nothing was written' : ''} in ${(report.duration_ms / 1000).toFixed(1)} s`,
    `  ${counts.read} read: ${counts.created} created, ${counts.updated} updated${note(report.returned, 'returned')}, ` +
      `${counts.unchanged} unchanged${note(report.repeated, 'repeated in the file')}, ${counts.rejected} rejected`,
    ...describePositions(report.positions),
    ...describePlaced(report.placed),
    ...(counts.withdrawn > 0
      ? [`  ${counts.withdrawn} withdrawn: imported before, but not in the file`]
      : []),
    ...report.warnings.map((warning) => `  ${warning}`),
    ...describeSamples(report),
    ...section('Rejected', report.rejections, MOST_REJECTIONS, ({ line, record_id, reasons }) => {
      const id = record_id === null ? '' : ` (${record_id})`
      return `${unit} ${line}${id}: ${reasons.join('; ')}`
    }),
    ...notKept(counts.rejected, report.rejections.length),
    ...section('Matching none of the places nearby', report.unplaced, MOST_TALLIES, describeUnplaced),
    ...section(
      'Columns of the mapping that the file does not have',
      report.absent,
      MOST_TALLIES,
      describeAbsent
    ),
    ...section(
      'Columns that could not be mapped',
      report.unmapped.filter(({ kind }) => kind === 'unmapped-column'),
      MOST_TALLIES,
      ({ field, count }) => `${count} × ${field}`
    ),
    ...section(
      'Values that could not be mapped',
      report.unmapped.filter(({ kind }) => kind === 'unmapped-value'),
      MOST_TALLIES,
      describeTally
    ),
    ...section(
      'Values that are not valid for their column',
      report.unmapped.filter(({ kind }) => kind === 'unreadable'),
      MOST_TALLIES,
      describeTally
    ),
    ...section(
      'Cells whose letters were lost before the file was received (U+FFFD)',
      report.damaged,
      MOST_TALLIES,
      ({ field, value, count }) => `${count} × ${field}: ${JSON.stringify(value)}`
    ),
    ...section('Suspect names', report.suspect, MOST_TALLIES, describeTally),
    ...section(
      'Repaired',
      report.repairs,
      MOST_TALLIES,
      ({ field, reason, count }) => `${count} × ${field}: ${reason}`
    )
  ]
  return lines.join('\n')
}

/** Of the rejected records, a run keeps the first ones. */
export const notKept = (rejected: number, kept: number): readonly string[] =>
  rejected > kept ? [`  … and ${rejected - kept} rejected records more, counted and not kept`] : []

/** The first places as an import by a mapping would store them. */
const describeSamples = ({ dry_run, samples }: Report): readonly string[] =>
  !dry_run || samples.length === 0
    ? []
    : ['The first places as they would be:', ...samples.flatMap(describeSample).map((line) => `  ${line}`)]

const note = (count: number, what: string): string => (count === 0 ? '' : ` (${count} ${what})`)

const describeUnplaced = ({ record_id, name, by }: Unplaced): string =>
  `${record_id}: ${JSON.stringify(name)}${by === 'ambiguous' ? ', matching several places' : ''}`

const describeTally = ({ field, value, reason, count }: Tally): string =>
  `${count} × ${field}: ${JSON.stringify(value)}: ${reason}`

function section<Item>(
  title: string,
  items: readonly Item[],
  most: number,
  describe: (item: Item) => string
): readonly string[] {
  if (items.length === 0) return []
  const more = items.length - most
  return [
    `${title}:`,
    ...items.slice(0, most).map((item) => `  ${describe(item)}`),
    ...(more > 0 ? [`  … and ${more} more, see --report FILE`] : [])
  ]
}
