import * as requests from '../../../src/store/access/idempotent-request.sql.ts'
import * as keys from '../../../src/store/access/keys.sql.ts'
import * as version from '../../../src/store/db/data-version.sql.ts'
import * as derivation from '../../../src/store/db/derivation.sql.ts'
import * as locks from '../../../src/store/db/locks.sql.ts'
import * as migrations from '../../../src/store/db/migrations.sql.ts'
import type { Sql } from '../../../src/store/db/sql.ts'
import * as withoutIndexes from '../../../src/store/db/without-indexes.sql.ts'
import * as openingWrite from '../../../src/store/hours/opening-write.sql.ts'
import * as refreshOpenings from '../../../src/store/hours/refresh-openings.sql.ts'
import * as scheduleFind from '../../../src/store/hours/schedule-find.sql.ts'
import * as schedules from '../../../src/store/hours/schedules.sql.ts'
import * as schools from '../../../src/store/hours/school-calendars.sql.ts'
import * as changes from '../../../src/store/places/changes.sql.ts'
import * as placeFind from '../../../src/store/places/place-find.sql.ts'
import * as placeRecords from '../../../src/store/places/place-records.sql.ts'
import * as refresh from '../../../src/store/places/refresh.sql.ts'
import * as offers from '../../../src/store/places/refresh-offers.sql.ts'
import type { Asked } from '../../../src/store/search/place-conditions.sql.ts'
import { placeNearestSorted } from '../../../src/store/search/place-nearest.sql.ts'
import * as communes from '../../../src/store/territories/communes.sql.ts'
import * as territoriesLoad from '../../../src/store/territories/load-territories.sql.ts'
import * as shapes from '../../../src/store/territories/shapes.sql.ts'
import * as surroundings from '../../../src/store/territories/surroundings.sql.ts'
import * as territories from '../../../src/store/territories/territories.sql.ts'
import * as facetNames from '../../../src/store/vocabularies/facet-names.sql.ts'
import * as termIds from '../../../src/store/vocabularies/term-ids.sql.ts'
import * as vocabulariesLoad from '../../../src/store/vocabularies/vocabularies-load.sql.ts'
import * as words from '../../../src/store/words/words.sql.ts'

const ID = '0198f0c2-0000-7000-8000-000000000001'
const NOW = '2026-11-30T12:00:00Z'
const AT = Date.parse(NOW)
const BAYEUX = { lat: 49.27, lon: -0.7 }
const REQUEST = { keyId: 'k', token: 't' }
/** A search without filters. Other searches are those that the application sends. */
const EVERYWHERE: Asked = {
  filters: { codes: {}, territory: {}, accessibilityUnknown: 'exclude' },
  part: 'inside',
  codes: null,
  open: null,
  good: null,
  door: null
}
const SURROUNDED = ['commune', 'postcode', 'epci', 'department', 'region'] as const

/** Statements of access, of the database itself, of hours, places, territories, vocabularies and words. */
export const statementsOfReading = (): readonly (Sql | readonly Sql[])[] => [
  keys.keyFind('k'),
  keys.keysList(),
  keys.keyAdd({ id: 'k', name: 'Bayeux', digest: Buffer.of(1), scopes: [], expires_at: null }),
  keys.keyRevoke('k'),
  keys.keyUsed('k', '2026-11-30'),
  requests.requestsForget(),
  requests.requestClaim(REQUEST, ID),
  requests.requestFind(REQUEST),
  requests.requestRenew(REQUEST, ID),
  requests.requestAnswer(REQUEST, ID, 'f', '{}'),
  requests.requestAbandon(REQUEST, ID),

  version.dataVersion(),
  version.dataVersionRaise(),
  derivation.derivationReached('keywords', '1'),
  derivation.derivationAdvance('keywords', null),
  locks.importLock('mednum'),
  locks.importUnlock('mednum'),
  locks.writersLock(),
  locks.lockPatience(2_000),
  locks.statementCancel(1),
  migrations.migrationRecord('first', 'sum'),
  migrations.migrationsApplied(),
  migrations.migrationsLock(),
  migrations.migrationsTable(),
  withoutIndexes.placeIndexes(),
  withoutIndexes.placeLock(),
  withoutIndexes.placeIsEmpty(),
  withoutIndexes.placeIndexDrop({ name: 'place_name', definition: '' }),
  withoutIndexes.placeIndexCreate({ name: 'place_name', definition: 'CREATE INDEX' }),
  withoutIndexes.placeIndexMemory(),
  withoutIndexes.wordsCounting(true),
  withoutIndexes.wordsCount(),

  openingWrite.openingsProlong([]),
  openingWrite.openingsAdd([]),
  openingWrite.schedulesComputed([], AT),
  refreshOpenings.placesUnscheduled(10),
  refreshOpenings.placesSchedule([], []),
  refreshOpenings.schedulesDue(AT, 10),
  refreshOpenings.openingsForget(AT),
  refreshOpenings.schedulesForget(),
  refreshOpenings.schoolSchedulesReset(),
  scheduleFind.scheduleFind([]),
  schedules.scheduleOpenings(1),
  schedules.scheduleStates([1], AT),
  schedules.scheduleStatistics(),
  schedules.schedulesOpenAt(AT, AT),
  schedules.schedulesOpenLocally([], [], []),
  schedules.scheduleZones(),
  schools.schoolCalendars(),
  schools.schoolCalendarsKeep([]),

  changes.changes({ after: { version: 1, id: 1 }, limit: 10, withPlaces: true }),
  changes.changesEnd(),
  placeFind.placeFind(ID),
  placeRecords.placeRecords(ID),
  offers.offersNext(ID, 10),
  offers.offersOfSome([ID]),
  offers.declarationsOf([ID]),
  offers.offersPut('[]', NOW),
  refresh.keywordsNext(ID, 10),
  refresh.keywordsPut([], []),
  refresh.labelsDue('2026-11-30'),

  placeNearestSorted(EVERYWHERE, BAYEUX, { key: '10', id: ID }, 10),

  communes.communeCentre('14047'),
  communes.partAbout('14047', 'Bayeux'),
  communes.communeCentres(['14047']),
  communes.communeExpand('14047'),
  communes.knownCentres(),
  communes.postcodesMiddle(['14400']),
  territoriesLoad.territoriesLoad([], []),
  territoriesLoad.communeNamesLoad([]),
  territoriesLoad.territoriesLoaded(),
  territoriesLoad.territoriesMarkLoaded('1'),
  territoriesLoad.territoriesPrune(),
  territories.territoryOutlinesOf({ kind: 'department', region: '28', digits: 2 }),
  shapes.territoryCentres([]),
  shapes.territoryKinds([]),
  shapes.territoryOutlines('region', []),
  surroundings.surroundingsFind('commune', '14047'),
  surroundings.scaleAt(BAYEUX),
  surroundings.scaleAt(BAYEUX, true),
  ...SURROUNDED.flatMap((kind) => [
    surroundings.surroundingsMeasured(kind, ['14047']),
    surroundings.surroundingsPut(kind, ['14047'], true),
    surroundings.surroundedCodes(kind),
    surroundings.surroundingsForget(kind, [])
  ]),
  surroundings.surroundingsState(),
  territories.territoriesSearch({ limit: 10 }),
  territories.territoriesSearch({ q: 'saint lô', kind: 'commune', limit: 10 }),
  territories.territoriesSearch({ q: '', bbox: { west: 170, south: -20, east: -170, north: 0 }, limit: 10 }),
  territories.territoryExists('region', '28'),
  territories.territoryFind('commune', '14047'),
  territories.territoryFind('region', '28'),

  facetNames.facetNames(),
  termIds.termIds(),
  vocabulariesLoad.vocabulariesLoad([]),
  words.stems(['atelier']),
  words.wordNewest(),
  words.wordSpread(),
  words.nameSpread(),
  words.wordsAll(),
  words.placesAbout(),
  words.namesAll()
]
