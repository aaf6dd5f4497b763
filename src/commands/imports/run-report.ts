import type { Run, RunWhole } from '../../domain/imports/run.ts'
import { textTable } from '../shell/text-table.ts'
import { describePlaced, describePositions } from './describe-counts.ts'
import { notKept } from './import-report.ts'

const HEADER = [
  'started',
  'source',
  'status',
  'seconds',
  'read',
  'created',
  'updated',
  'unchanged',
  'withdrawn',
  'rejected',
  'run'
] as const

export const describeRuns = (runs: readonly Run[]): string =>
  runs.length === 0 ? 'No run yet.' : textTable([HEADER, ...runs.map(rowOf)])

const rowOf = (run: Run): readonly (string | number)[] => [
  run.started_at.slice(0, 19).replace('T', ' '),
  run.source,
  statusOf(run),
  secondsOf(run) ?? '',
  run.read,
  run.created,
  run.updated,
  run.unchanged,
  run.withdrawn,
  run.rejected,
  run.id
]

const statusOf = ({ status, not_modified }: Run): string =>
  status === 'done' && not_modified ? 'not modified' : status

const secondsOf = ({ started_at, finished_at }: Run): number | null =>
  finished_at === null ? null : Math.round((Date.parse(finished_at) - Date.parse(started_at)) / 100) / 10

export function describeRun(run: RunWhole): string {
  const seconds = secondsOf(run)
  const lines = [
    `${run.source}: ${run.origin}${run.partial ? ' (partial)' : ''}`,
    `  ${statusOf(run)}, started ${run.started_at}${seconds === null ? '' : `, ${seconds} s`}, run ${run.id}`,
    `  ${run.read} read: ${run.created} created, ${run.updated} updated, ${run.unchanged} unchanged, ` +
      `${run.rejected} rejected; ${run.withdrawn} withdrawn`,
    ...(run.positions === null ? [] : describePositions(run.positions)),
    ...describePlaced(run.placed),
    ...(run.file_hash === null ? [] : [`  SHA-256 of the file: ${run.file_hash}`]),
    ...(run.error === null ? [] : [`  ${run.error}`]),
    ...section(
      'Rejected',
      run.rejections.map(
        ({ line, record_id, reasons }) =>
          `${line ?? '?'}${record_id === null ? '' : ` (${record_id})`}: ${reasons.join('; ')}`
      )
    ),
    ...(run.status === 'done' ? notKept(run.rejected, run.rejections.length) : []),
    ...section(
      'Could not be mapped',
      run.unmapped.map(
        ({ field, value, count }) =>
          `${count} × ${field}${value === null ? '' : `: ${JSON.stringify(value)}`}`
      )
    )
  ]
  return lines.join('\n')
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)]
