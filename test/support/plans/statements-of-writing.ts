import { CROWDS } from '../../../src/domain/matching/pair-keys.ts'
import * as corrections from '../../../src/store/corrections/corrections.sql.ts'
import type { Sql } from '../../../src/store/db/sql.ts'
import * as cadence from '../../../src/store/imports/cadence.sql.ts'
import * as influence from '../../../src/store/imports/influence.sql.ts'
import * as positions from '../../../src/store/imports/positions.sql.ts'
import * as recognising from '../../../src/store/imports/recognising.sql.ts'
import * as records from '../../../src/store/imports/records-write.sql.ts'
import * as runs from '../../../src/store/imports/runs.sql.ts'
import * as sources from '../../../src/store/imports/sources.sql.ts'
import * as stage from '../../../src/store/imports/stage.sql.ts'
import * as staging from '../../../src/store/imports/staging.sql.ts'
import { stagingTables } from '../../../src/store/imports/staging-tables.ts'
import * as compare from '../../../src/store/merging/match-compare.sql.ts'
import * as merge from '../../../src/store/merging/match-merge.sql.ts'
import * as doors from '../../../src/store/review/doors.sql.ts'
import * as report from '../../../src/store/review/report.sql.ts'
import * as review from '../../../src/store/review/review.sql.ts'
import * as sample from '../../../src/store/sample/sample.sql.ts'
import * as corrected from '../../../src/store/writing/corrected.sql.ts'
import * as offering from '../../../src/store/writing/offering.sql.ts'
import * as placeWrite from '../../../src/store/writing/place-write.sql.ts'
import * as publishing from '../../../src/store/writing/publishing.sql.ts'
import * as recordsOfPlaces from '../../../src/store/writing/records-of-places.sql.ts'
import * as runWrite from '../../../src/store/writing/run-write.sql.ts'
import * as register from '../../../src/store/writing/source-register.sql.ts'
import * as wordings from '../../../src/store/writing/wordings.sql.ts'

const ID = '0198f0c2-0000-7000-8000-000000000001'
const NOW = '2026-11-30T12:00:00Z'
const TABLES = stagingTables(ID)
const COUNTS = { read: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, rejected: 0 }
const SUMMARY = {
  file_hash: null,
  counts: COUNTS,
  positions: null,
  placed: null,
  unmapped: [],
  fetched: null,
  not_modified: false,
  partial: false
}
const SOURCE = {
  source: 'mednum',
  name: 'Cartographie nationale',
  licence: 'etalab-2.0',
  homepage: null,
  priority: 1,
  publishes_persons: false,
  gives: 'places'
} as const
const CORRECTION = { place: ID, field: 'name', value: 'Bayeux', replaced: 'BAYEUX', note: null }
const UNSETTLED = { source: 'mednum', all: false, missingOnly: true, after: '', limit: 10 }

/** Creates the temporary tables that some of these statements read. */
export const temporaryTables = (): readonly Sql[] => [
  ...staging.importStageOpen(TABLES),
  ...compare.matchListsOpen(),
  merge.matchComposeOpen(),
  ...sample.sampleStageOpen()
]

/** Statements of corrections, imports, merges, reviews, the sample, and of all that writes places. */
export const statementsOfWriting = (): readonly (Sql | readonly Sql[])[] => [
  corrections.placeExists(ID),
  corrections.placeDescribed(ID),
  corrections.correctionKeep(CORRECTION, 'Léa'),
  corrections.correctionEnd(1, 'moderator', 'undone'),
  corrections.correctionBefore(1),
  corrections.correctionsDiscard([1], 'undone'),

  cadence.runHistory([]),
  cadence.scheduleLock(),
  cadence.scheduleUnlock(),
  influence.sourceStanding('mednum'),
  influence.sourceAccept('mednum'),
  influence.sourceShared('mednum'),
  positions.geocodeFind([], NOW),
  positions.geocodeKeep([], NOW),
  positions.importStagePositions(TABLES, '[]'),
  positions.importUnsettled(TABLES, UNSETTLED),
  positions.importRestage(TABLES, 'mednum', []),
  recognising.importCandidates([], 300),
  recognising.importLoose('mednum', []),
  recognising.importStagePlaced(TABLES, '[]'),
  recognising.importSettlePlaced(TABLES),
  recognising.importTouchPlaced(TABLES, 'mednum'),
  recognising.importKeepPlaced(TABLES, ID, 'mednum'),
  records.importChanged(TABLES, 'mednum', 0, 10),
  records.importKeepRecords(TABLES, { run: ID, source: 'mednum', links: [] }),
  records.importStageAnalyze(TABLES),
  ...(['source', 'producer'] as const).flatMap((scope) => [
    records.importLosses(TABLES, 'mednum', scope),
    records.importWithdrawMissing(TABLES, { run: ID, source: 'mednum', scope })
  ]),
  records.importBereft(TABLES, ID, 10),
  runs.runLastFetch('mednum', 'https://example.org', false),
  runs.runsLatest('mednum', 10),
  runs.runIdsLike('0198'),
  runs.runFind(ID),
  runs.runRejected(ID),
  runs.runTold(ID),
  runs.runsForget(10),
  sources.sourceAges(),
  sources.sourceDefinition('mednum'),
  sources.sources('mednum'),
  stage.importCompress(),
  stage.importRecall('mednum', []),
  stage.importStageReread(TABLES, '[]'),
  stage.importKeepReread(TABLES, 'mednum'),
  stage.importStageContents(TABLES, '[]'),
  stage.importStaged(TABLES),
  stage.importStageRejections(TABLES, '[]'),
  stage.importStageSeen(TABLES, 'mednum', []),
  stage.importKnown('mednum', []),
  stage.importStageFirst(TABLES, []),
  stage.sourceDeclares(TABLES, 'mednum'),
  staging.importStageClose(TABLES),
  staging.runRejections(ID, TABLES),

  compare.matchRenew('1'),
  compare.matchForgetRules(),
  compare.matchListDue(10),
  compare.matchListed({ after: 0, last: 10 }),
  compare.matchTakeDue([]),
  compare.matchRecords([]),
  compare.matchCompared([]),
  compare.matchStandings([]),
  compare.matchPutLookups([], CROWDS),
  compare.matchCandidates([], CROWDS),
  compare.matchForgetPairs([]),
  compare.matchPutPairs([]),
  compare.matchTouched(0, 10),
  compare.matchSettled([]),
  compare.matchPairsOf([]),
  compare.matchDecisionsOf([]),
  merge.matchMerge([], NOW),
  merge.matchPart([]),
  merge.matchNoteWithdrawn([]),
  merge.matchCompose([]),
  merge.matchComposing(ID, 10),
  doors.doorsFind(true),
  doors.doorsHousemates([]),
  report.reportMerged(),
  report.reportApart(),
  review.reviewQueue({ misled: 1, id: 1 }, 10),
  review.reviewQueuedOf([]),
  review.reviewRecords([]),
  review.reviewUndo([], 'Léa'),
  review.reviewDecide([], 'Léa'),
  review.reviewBroken(),
  review.reviewHomes([]),
  review.reviewStanding(0, 10),
  review.reviewDecidedBy('Léa'),

  sample.placeAny(),
  sample.sampleKeep('sample', ID),
  sample.samplePublish(),
  sample.sampleStageEmpty(),
  sample.sampleStageFill([]),
  sample.sampleVacuum(),
  corrected.correctedPlaces(),
  corrected.correctionsOfPlaces([]),
  offering.sourcesDeclare(),
  offering.townPopulations([]),
  offering.sourceDeclaresAll('mednum', []),
  placeWrite.placePut({ rows: '[]', known: [], labels: [] }),
  placeWrite.placeWithdraw([], NOW),
  publishing.writingBegin(),
  publishing.writingCommit(),
  publishing.changesPublish(),
  recordsOfPlaces.recordsOfPlaces([]),
  runWrite.runStart(ID, 'mednum', 'https://example.org'),
  runWrite.runAbandoned('mednum'),
  runWrite.runFinish(ID, 'done', SUMMARY, null),
  runWrite.runUnmapped(ID, '[]'),
  register.sourceRegister(SOURCE),
  wordings.wordings([])
]
