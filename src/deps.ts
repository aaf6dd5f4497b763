import { v7 as uuidv7 } from 'uuid'
import type { Config } from './config.ts'
import type { ChangeReader } from './domain/changes.ts'
import type { RecordReader } from './domain/get-provenance.ts'
import type { RequestStore } from './domain/idempotency.ts'
import type { KeyReader } from './domain/keys.ts'
import type { PlaceReader, SearchDeps, Stemmer, TerritoryDirectory } from './domain/ports.ts'
import type { PutRecords } from './domain/records-run.ts'
import type { Reviewer } from './domain/review.ts'
import type { SourceReader } from './domain/source.ts'
import type { TerritoryReader } from './domain/territory.ts'
import { geocoderOf } from './geocoding.ts'
import { recordsTaker } from './put-records.ts'
import { changeReader } from './store/change-reader.ts'
import { type DataVersion, dataVersionReader } from './store/data-version.ts'
import { type Database, openDatabase } from './store/database.ts'
import { facetNamer, type NameOf } from './store/facet-names.ts'
import { keyStore } from './store/key-store.ts'
import { nameKnower } from './store/named-places.ts'
import { officialTowns } from './store/official-towns.ts'
import { placeReader } from './store/place-reader.ts'
import { recordReader } from './store/record-reader.ts'
import { requestStore } from './store/request-store.ts'
import { reviewer } from './store/review.ts'
import { searchKnowledge } from './store/search-knowledge.ts'
import { sourceReader } from './store/source-reader.ts'
import { stemmer } from './store/stemmer.ts'
import { territoryReader } from './store/territory-reader.ts'
import { versionedReader } from './store/versioned-reader.ts'
import { wordReader } from './store/word-reader.ts'

/** Everything a request may need. This file alone chooses what stands behind each name. */
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
  /** Rejects when the database does not answer. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function openDeps(config: Config): Promise<Deps> {
  return depsOver(config, await openDatabase(config))
}

/** Over a database that is already open: a test's, or a command's. */
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
    territories: territoryReader(database.pool),
    sources: sourceReader(database),
    records: recordReader(database.pool),
    changes: changeReader(database),
    keys: keyStore(database.pool),
    requests: requestStore(database.pool, uuidv7),
    putRecords: recordsTaker(database, geocoderOf(config)),
    review: reviewer(database, officialTowns),
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
