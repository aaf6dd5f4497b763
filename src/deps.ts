import { v7 as uuidv7 } from 'uuid'
import type { Config } from './config.ts'
import type { KeyReader } from './domain/access/api-keys.ts'
import type { RequestStore } from './domain/access/idempotency.ts'
import type { PutRecords } from './domain/imports/records-run.ts'
import type { SourceReader } from './domain/imports/source.ts'
import type { ChangeReader } from './domain/places/changes.ts'
import type { RecordReader } from './domain/places/place-finder.ts'
import type { Reviewer } from './domain/review/review.ts'
import { reviewer } from './domain/review/reviewer.ts'
import type { PlaceReader, SearchDeps, Stemmer, TerritoryDirectory } from './domain/search/ports.ts'
import type { TerritoryReader } from './domain/territories/territory.ts'
import { geocoderOf } from './geocoding.ts'
import { recordsTaker } from './importers/run/put-records.ts'
import { PROGRAM_VERSION } from './program-version.ts'
import { keyStore } from './store/access/key-store.ts'
import { requestStore } from './store/access/request-store.ts'
import { type DataVersion, dataVersionReader } from './store/db/data-version.ts'
import { type Database, openDatabase } from './store/db/database.ts'
import { createImportStore } from './store/imports/import-store.ts'
import { findDefinition } from './store/imports/source-definitions.ts'
import { sourceReader } from './store/imports/source-reader.ts'
import { changeReader } from './store/places/change-reader.ts'
import { recordReader } from './store/places/record-reader.ts'
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
export type Deps = SearchDeps & {
  readonly config: Config
  readonly database: Database
  readonly places: PlaceReader
  readonly territories: TerritoryReader & TerritoryDirectory
  readonly sources: SourceReader
  readonly records: RecordReader
  readonly changes: ChangeReader
  readonly keys: KeyReader
  readonly requests: RequestStore
  readonly putRecords: PutRecords
  readonly review: Reviewer
  readonly version: DataVersion
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly facetNames: () => Promise<NameOf>
  readonly stems: Stemmer
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
  return {
    config,
    database,
    places: versionedReader(
      placeReader(database, { knowledge: searchKnowledge(database), version: version.current, clock }),
      version.current
    ),
    clock,
    territories: territoryReader(database),
    sources: sourceReader(database),
    records: recordReader(database.pool),
    changes: changeReader(database),
    keys: keyStore(database.pool),
    requests: requestStore(database.pool, uuidv7),
    putRecords: recordsTaker({
      store: createImportStore({ batch: database.batch, newId: uuidv7, now: () => new Date() }),
      definitionOf: (source) => findDefinition(database.batch, source),
      communes: officialCommunes,
      geocoder: geocoderOf(config),
      program: PROGRAM_VERSION,
      newId: uuidv7,
      now: () => new Date()
    }),
    review: reviewer({
      reader: reviewReader(database),
      publishing: reviewPublishing(database),
      towns: officialTowns
    }),
    version,
    facetNames: facetNamer(database),
    words: wordReader(database),
    namesKnown: nameKnower(database),
    stems: stemmer(database),
    secret: version.secret,
    ping: async () => {
      await version.current()
    },
    close: () => database.close()
  }
}
