import { v7 as uuidv7 } from 'uuid'
import type { Config } from './config.ts'
import type { KeyReader } from './domain/access/api-keys.ts'
import type { RequestStore } from './domain/access/idempotency.ts'
import type { AccountActs, AccountReader } from './domain/accounts/account-ports.ts'
import type { SignInDeps } from './domain/accounts/ask-sign-in.ts'
import type { SessionReader } from './domain/accounts/signed-in.ts'
import { eraser } from './domain/erasure/eraser.ts'
import type { Eraser } from './domain/erasure/erasure.ts'
import type { HistoryReader } from './domain/history/place-history.ts'
import type { PutRecords } from './domain/imports/records-run.ts'
import type { SourceReader } from './domain/imports/source.ts'
import type { ChangeReader } from './domain/places/changes.ts'
import type { RecordReader } from './domain/places/place-finder.ts'
import { type DoorAccepter, doorAccepter } from './domain/review/accept-doors.ts'
import type { Reviewer } from './domain/review/review.ts'
import { reviewer } from './domain/review/reviewer.ts'
import type { PlaceReader, SearchDeps, Stemmer, TerritoryDirectory } from './domain/search/ports.ts'
import type { TerritoryReader } from './domain/territories/territory.ts'
import { geocoderOf } from './geocoding.ts'
import { processStopped } from './importers/refused.ts'
import { newPlaceTaker, recordsTaker } from './importers/run/put-records.ts'
import { type People, peopleOver } from './people.ts'
import { PROGRAM_VERSION } from './program-version.ts'
import { keyStore } from './store/access/key-store.ts'
import { requestStore } from './store/access/request-store.ts'
import { accountReader, sessionReader } from './store/accounts/account-reader.ts'
import { accountActs } from './store/accounts/account-writer.ts'
import { type DataVersion, dataVersionReader } from './store/db/data-version.ts'
import { type Database, openDatabase } from './store/db/database.ts'
import { erasurePublishing } from './store/erasure/erasure-store.ts'
import { historyReader } from './store/history/history-reader.ts'
import { createImportStore } from './store/imports/import-store.ts'
import { findDefinition } from './store/imports/source-definitions.ts'
import { sourceReader } from './store/imports/source-reader.ts'
import { changeReader } from './store/places/change-reader.ts'
import { recordReader } from './store/places/record-reader.ts'
import { doorPublishing, doorReader } from './store/review/door-reader.ts'
import { reviewPublishing, reviewReader } from './store/review/review-store.ts'
import { nameKnower } from './store/search/named-places.ts'
import { placeReader } from './store/search/place-reader.ts'
import { searchKnowledge } from './store/search/search-knowledge.ts'
import { versionedReader } from './store/search/versioned-reader.ts'
import { officialCommunes, officialTowns } from './store/territories/official-towns.ts'
import { territoryReader } from './store/territories/territory-reader.ts'
import { facetNamer, type NameOf } from './store/vocabularies/facet-names.ts'
import { stemmer } from './store/words/stemmer.ts'
import { wordReader } from './store/words/word-reader.ts'

/** Everything a request may need. Only this file chooses the implementations. */
export type Deps = SearchDeps &
  People & {
    readonly config: Config
    readonly database: Database
    readonly places: PlaceReader
    readonly territories: TerritoryReader & TerritoryDirectory
    readonly sources: SourceReader
    readonly records: RecordReader
    readonly changes: ChangeReader
    readonly history: HistoryReader
    readonly keys: KeyReader
    readonly sessions: SessionReader
    readonly signIns: SignInDeps
    readonly accounts: AccountReader
    readonly accountActs: AccountActs
    readonly requests: RequestStore
    readonly putRecords: PutRecords
    readonly review: Reviewer
    readonly doors: DoorAccepter
    readonly eraser: Eraser
    readonly version: DataVersion
    /** Returns the current time in epoch milliseconds. */
    readonly clock: () => number
    readonly facetNames: () => Promise<NameOf>
    readonly stems: Stemmer
    /** Ends all imports over HTTP, which then have changed nothing. Later ones are refused. */
    readonly endImports: () => void
    /** Rejects if the database does not answer. */
    readonly ping: () => Promise<void>
    readonly close: () => Promise<void>
  }

export async function openDeps(config: Config): Promise<Deps> {
  return depsOver(config, await openDatabase(config))
}

/** Builds the dependencies on a database that is already open, in a test or a command for example. */
export function depsOver(config: Config, database: Database, clock: () => number = Date.now): Deps {
  const version = dataVersionReader(database)
  const imports = new AbortController()
  const accounts = accountActs(database)
  const importing = {
    store: createImportStore({ batch: database.batch, newId: uuidv7, now: () => new Date() }),
    communes: officialCommunes,
    geocoder: geocoderOf(config),
    program: PROGRAM_VERSION,
    signal: imports.signal,
    newId: uuidv7,
    now: () => new Date()
  }
  const stored = placeReader(database, {
    knowledge: searchKnowledge(database),
    version: version.current,
    clock
  })
  const places = versionedReader(stored, version.current)
  const searching = {
    places,
    clock,
    territories: territoryReader(database),
    sources: sourceReader(database),
    words: wordReader(database),
    namesKnown: nameKnower(database),
    secret: version.secret
  }
  return {
    config,
    database,
    ...searching,
    records: recordReader(database.pool),
    changes: changeReader(database),
    history: historyReader(database),
    keys: keyStore(database.pool),
    sessions: sessionReader(database),
    signIns: { acts: accounts, secret: version.secret, newId: uuidv7, now: () => new Date(clock()) },
    accounts: accountReader(database),
    accountActs: accounts,
    requests: requestStore(database.pool, uuidv7),
    putRecords: recordsTaker({
      ...importing,
      definitionOf: (source) => findDefinition(database.batch, source)
    }),
    ...reviewOver(database),
    eraser: eraser({
      publishing: erasurePublishing(database),
      towns: officialTowns,
      newId: uuidv7,
      now: () => new Date()
    }),
    ...peopleOver(database, { ...searching, changesIn: stored.changesIn }, newPlaceTaker(importing), config),
    version,
    facetNames: facetNamer(database),
    stems: stemmer(database),
    endImports: () => imports.abort(processStopped()),
    ping: async () => {
      await version.current()
    },
    close: () => database.close()
  }
}

const reviewOver = (database: Database): Pick<Deps, 'review' | 'doors'> => ({
  review: reviewer({
    reader: reviewReader(database),
    publishing: reviewPublishing(database),
    towns: officialTowns
  }),
  doors: doorAccepter({
    reader: doorReader(database),
    publishing: doorPublishing(database),
    towns: officialTowns
  })
})
