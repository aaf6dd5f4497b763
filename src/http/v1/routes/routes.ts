import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { acceptDoors } from './accept-doors.ts'
import { decideReview } from './decide-review.ts'
import { exportPlaces } from './export-places.ts'
import { findAlternatives } from './find-alternatives.ts'
import { getPlace } from './get-place.ts'
import { getProvenance } from './get-provenance.ts'
import { getSource } from './get-source.ts'
import { getTerritory } from './get-territory.ts'
import { getTile } from './get-tile.ts'
import { getVocabulary } from './get-vocabulary.ts'
import { listChanges } from './list-changes.ts'
import { listClusters } from './list-clusters.ts'
import { listReview } from './list-review.ts'
import { listSources } from './list-sources.ts'
import { listVocabularies } from './list-vocabularies.ts'
import { putSourceRecords } from './put-source-records.ts'
import { searchPlaces } from './search-places.ts'
import { searchPlacesByBody } from './search-places-by-body.ts'
import { searchTerritories } from './search-territories.ts'
import { suggest } from './suggest.ts'

/** Every path of the API. The paths for operators (`/health`, `/metrics`, `/problems`) are in `shell.ts`. */
export function routes(app: FastifyInstance, deps: Deps): void {
  // Without a key
  searchPlaces(app, deps) //       GET  /v1/places
  searchPlacesByBody(app, deps) // POST /v1/places/search
  suggest(app, deps) //            GET  /v1/suggest
  getPlace(app, deps) //           GET  /v1/places/:id
  findAlternatives(app, deps) //   GET  /v1/places/:id/alternatives
  getProvenance(app, deps) //      GET  /v1/places/:id/provenance
  listClusters(app, deps) //       GET  /v1/clusters
  getTile(app, deps) //            GET  /v1/tiles/:z/:x/:y.mvt
  exportPlaces(app, deps) //       GET  /v1/exports/places.{ndjson,csv,geojson}
  listChanges(app, deps) //        GET  /v1/changes
  listVocabularies(app) //         GET  /v1/vocabularies
  getVocabulary(app) //            GET  /v1/vocabularies/:name
  searchTerritories(app, deps) //  GET  /v1/territories
  getTerritory(app, deps) //       GET  /v1/territories/:kind/:code
  listSources(app, deps) //        GET  /v1/sources
  getSource(app, deps) //          GET  /v1/sources/:slug

  // With a key of the scope in parentheses
  putSourceRecords(app, deps) //   PUT  /v1/sources/:slug/records (sources:write:SLUG)
  listReview(app, deps) //         GET  /v1/review (review)
  acceptDoors(app, deps) //        POST /v1/review/same-door-and-name (review)
  decideReview(app, deps) //       POST /v1/review/:id (review)
}
