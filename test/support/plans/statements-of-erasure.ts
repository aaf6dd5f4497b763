import type { Sql } from '../../../src/store/db/sql.ts'
import { SEARCHED } from '../../../src/store/erasure/columns.ts'
import * as erasure from '../../../src/store/erasure/erasure.sql.ts'

const ID = '0198f0c2-0000-7000-8000-000000000001'
const ERASURE = { id: ID, what: 'person', places: [], counts: '{}' }

/** Statements that take a person out of the directory. */
export const statementsOfErasure = (): readonly (Sql | readonly Sql[])[] => [
  erasure.erasureSecret(),
  erasure.erasureHolds(),
  erasure.erasureEdition(),
  erasure.erasureJournal(),
  erasure.erasureRelease(ID, 'Léa', '2026-11-30T12:00:00Z'),
  erasure.erasurePersons('dupont'),
  erasure.erasureRecords('dupont'),
  erasure.erasureRecordsAt([ID]),
  erasure.erasureRecordsNamed('dupont'),
  erasure.erasureCorrections('dupont'),
  erasure.erasureCorrectionsAt([ID]),
  erasure.erasureAround([ID]),
  erasure.erasureDormant('dupont'),
  ...SEARCHED.flatMap((table) => [
    erasure.erasureCells(table, 'dupont'),
    erasure.erasureRowsDelete(table, ['1']),
    ...Object.keys(table.columns).map((column) =>
      erasure.erasureCellPut(table, { ...table, row: '1', column, value: null })
    )
  ]),
  erasure.erasureRecordsPut('[]'),
  erasure.erasureRecordsForget([1]),
  erasure.erasureReportsDelete([1]),
  erasure.erasureRecordsDelete([1]),
  erasure.erasureCorrectionsPut('[]'),
  erasure.erasureCorrectionsDelete([1]),
  erasure.erasureDormantPut('[]'),
  erasure.erasurePlacesEmpty([ID]),
  erasure.erasureWordsSweep(),
  erasure.erasureSchedulesSweep('dupont'),
  erasure.erasureGeocodesDelete(['1']),
  erasure.erasureKeep(ERASURE, 'Léa', '2026-11-30T12:00:00Z'),
  erasure.erasureHold(ID, []),
  erasure.erasureEarlier([]),
  erasure.erasureSource('mednum')
]
