import {
  matchReport,
  type ReportExample,
  type SourcePairReport,
  total
} from '../../domain/review/match-report.ts'
import { APART, APART_IN_WORDS, type Apart } from '../../domain/review/why-apart.ts'
import { reportReader } from '../../store/review/report-reader.ts'
import { officialTowns } from '../../store/territories/official-towns.ts'
import { print } from '../shell/print.ts'
import { textTable } from '../shell/text-table.ts'
import { withDatabase } from '../shell/with-database.ts'

export async function report({ json = false }: { readonly json?: boolean }): Promise<void> {
  const pairs = await withDatabase((database) => matchReport(reportReader(database), officialTowns()))
  print(`${json ? JSON.stringify(pairs, null, 2) : describeReport(pairs)}\n`)
}

type Counts = Readonly<Partial<Record<Apart, number>>>

export function describeReport(pairs: readonly SourcePairReport[]): string {
  const rows = pairs.map(({ sources, merges, questions, blocked, duplicates }) => [
    ...sources,
    ...[merges, questions, total(blocked), total(duplicates)]
  ])
  const sum = (column: number) => rows.reduce((all, row) => all + Number(row[column]), 0)
  const table = textTable([
    ['one source', 'other source', 'merges', 'questions', 'blocked', 'duplicates'],
    ...rows,
    ['all', '', sum(2), sum(3), sum(4), sum(5)]
  ])
  return [
    'Pairs of places by the sources of their records. Blocked: the evidence alone would join them.',
    'Duplicates: the same name, street and commune.',
    '',
    table,
    ...section(
      'Blocked',
      pairs,
      ({ blocked }) => blocked,
      ({ examples }) => examples.blocked
    ),
    ...section(
      'Duplicates',
      pairs,
      ({ duplicates }) => duplicates,
      ({ examples }) => examples.duplicates
    )
  ].join('\n')
}

/** Number of examples shown for each reason, from different pairs of sources if possible. */
const EXAMPLES = 10

const section = (
  title: string,
  pairs: readonly SourcePairReport[],
  countsOf: (pair: SourcePairReport) => Counts,
  examplesOf: (pair: SourcePairReport) => readonly ReportExample[]
): readonly string[] =>
  APART.flatMap((reason) => {
    const count = pairs.reduce((sum, pair) => sum + (countsOf(pair)[reason] ?? 0), 0)
    const examples = pairs.flatMap((pair) =>
      examplesOf(pair)
        .filter(({ because }) => because === reason)
        .map((example, nth) => ({ ...example, nth, sources: pair.sources }))
    )
    if (count === 0) return []
    return [
      '',
      `${title}: ${count}, because ${APART_IN_WORDS[reason]}`,
      ...examples
        .toSorted((one, other) => one.nth - other.nth)
        .slice(0, EXAMPLES)
        .map(
          ({ id, names, city, sources }) =>
            `  ${id}  ${names.join(' / ')}, ${city ?? '–'} (${sources.join(', ')})`
        )
    ]
  })
