import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../deps.ts'
import { acceptDoors } from './accept-doors.ts'
import { changeAccount, closeAccount, exportAccount, getAccount } from './accounts/account.ts'
import { endSession, endSessions, getSession } from './accounts/session.ts'
import { askSignIn, proveSignIn } from './accounts/sign-ins.ts'
import { claimsOfPlace } from './claims/ask-claim.ts'
import { contestAClaim, decideClaims, proveAClaim, seeAContest, seeClaims } from './claims/claim-acts.ts'
import { authorActs } from './contributions/author-acts.ts'
import { findSimilar } from './contributions/find-similar.ts'
import { getContribution, listOwnContributions } from './contributions/get-contribution.ts'
import { getPlaceReports } from './contributions/get-place-reports.ts'
import { makeContribution } from './contributions/make-contribution.ts'
import { decideReview } from './decide-review.ts'
import {
  changePlace,
  confirmPlace,
  listManaged,
  proposeFields,
  revertPlace,
  undoCorrection
} from './edits/edits.ts'
import { findPositions } from './edits/position-candidates.ts'
import { erase } from './erase.ts'
import { exportPlaces } from './export-places.ts'
import { endFeedback } from './feedback/end-feedback.ts'
import { findAlternatives } from './find-alternatives.ts'
import { getPlace } from './get-place.ts'
import { getPlaceHistory } from './get-place-history.ts'
import { getProvenance } from './get-provenance.ts'
import { getSource } from './get-source.ts'
import { getTerritory } from './get-territory.ts'
import { getTile } from './get-tile.ts'
import { getVocabulary } from './get-vocabulary.ts'
import { latestChanges } from './latest-changes.ts'
import { listChanges } from './list-changes.ts'
import { listClusters } from './list-clusters.ts'
import { listOutlines } from './list-outlines.ts'
import { listReview } from './list-review.ts'
import { listSources } from './list-sources.ts'
import { listVocabularies } from './list-vocabularies.ts'
import { decide } from './moderation/decide.ts'
import { getDecisionReport } from './moderation/get-decision-report.ts'
import { readQueue } from './moderation/read-queue.ts'
import { decideAboutNotice, readNotices } from './notices/decide-notice.ts'
import { getNotice, makeNotice } from './notices/make-notice.ts'
import { putSourceRecords } from './put-source-records.ts'
import { searchPlaces } from './search-places.ts'
import { searchPlacesByBody } from './search-places-by-body.ts'
import { searchTerritories } from './search-territories.ts'
import { listSubscriptions, manageSubscription } from './subscriptions/manage.ts'
import { confirmSubscription, subscribe } from './subscriptions/subscribe.ts'
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
  latestChanges(app, deps) //      GET  /v1/changes/latest
  listVocabularies(app) //         GET  /v1/vocabularies
  getVocabulary(app) //            GET  /v1/vocabularies/:name
  searchTerritories(app, deps) //  GET  /v1/territories
  listOutlines(app, deps) //       GET  /v1/territories/outlines
  getTerritory(app, deps) //       GET  /v1/territories/:kind/:code
  listSources(app, deps) //        GET  /v1/sources
  getSource(app, deps) //          GET  /v1/sources/:slug

  if (deps.config.PARTICIPATION) accounts(app, deps)
  if (deps.config.PARTICIPATION) claims(app, deps)
  if (deps.config.PARTICIPATION) {
    // What people report
    makeContribution(app, deps) // POST /v1/contributions
    getContribution(app, deps) //  GET  /v1/contributions/:reference
    listOwnContributions(app, deps) // GET /v1/account/contributions, with a session
    authorActs(app, deps) //       POST /v1/contributions/:reference/{confirm,withdraw,answer}
    getPlaceReports(app, deps) //  GET  /v1/places/:id/reports
    findSimilar(app, deps) //      POST /v1/places/similar
    getPlaceHistory(app, deps) //  GET  /v1/places/:id/history
    makeNotice(app, deps) //       POST /v1/notices
    getNotice(app, deps) //        GET  /v1/notices/:reference
    getDecisionReport(app, deps) // GET /v1/moderation/report
    // With the session of a moderator, or a key (moderation)
    readQueue(app, deps) //        GET  /v1/moderation, /v1/moderation/contribution/:reference
    decide(app, deps) //           POST /v1/moderation/contribution/:reference/{take,accept,reject…}
    readNotices(app, deps) //      GET  /v1/moderation/notices, /v1/moderation/notice/:reference
    decideAboutNotice(app, deps) // POST /v1/moderation/notice/:reference/decide
    // What managers set, with a session
    listManaged(app, deps) //      GET   /v1/account/places
    changePlace(app, deps) //      PATCH /v1/places/:id
    proposeFields(app, deps) //    POST  /v1/places/:id/proposals
    findPositions(app, deps) //    GET   /v1/places/:id/position-candidates
    confirmPlace(app, deps) //     POST  /v1/places/:id/confirm
    revertPlace(app, deps) //      POST  /v1/places/:id/revert
    undoCorrection(app, deps) //   POST  /v1/corrections/:id/undo
    // Being told about changes
    subscribe(app, deps) //           POST /v1/subscriptions
    confirmSubscription(app, deps) // POST /v1/subscriptions/:id/confirm
    manageSubscription(app, deps) //  GET, PATCH, DELETE /v1/subscriptions/:id
    endFeedback(app, deps) //         DELETE /v1/feedback/:link
    listSubscriptions(app, deps) //   GET  /v1/account/subscriptions
  }

  // With a key of the scope in parentheses
  putSourceRecords(app, deps) //   PUT  /v1/sources/:slug/records (sources:write:SLUG)
  listReview(app, deps) //         GET  /v1/review (review)
  acceptDoors(app, deps) //        POST /v1/review/same-door-and-name (review)
  decideReview(app, deps) //       POST /v1/review/:id (review)
  erase(app, deps) //              POST /v1/erasures (privacy)
}

/** With a session, but for the first two. */
function accounts(app: FastifyInstance, deps: Deps): void {
  askSignIn(app, deps) //     POST   /v1/sign-ins
  proveSignIn(app, deps) //   POST   /v1/sign-ins/:id
  getSession(app, deps) //    GET    /v1/session
  endSession(app, deps) //    DELETE /v1/session
  getAccount(app, deps) //    GET    /v1/account
  changeAccount(app, deps) // PATCH  /v1/account
  exportAccount(app, deps) // GET    /v1/account/export
  endSessions(app, deps) //   DELETE /v1/account/sessions
  closeAccount(app, deps) //  POST   /v1/account/close
}

/** Who manages a place. */
function claims(app: FastifyInstance, deps: Deps): void {
  claimsOfPlace(app, deps) // GET /v1/places/:id/claim-options, POST and GET …/claims, POST …/invitations
  seeClaims(app, deps) //     GET  /v1/claims, /v1/claims/:id, /v1/moderation/claims
  proveAClaim(app, deps) //   POST /v1/claims/:id/prove
  contestAClaim(app, deps) // POST /v1/claims/:id/contest
  seeAContest(app, deps) //   GET  /v1/claims/:id/contest
  decideClaims(app, deps) //  POST /v1/claims/:id/{grant,refuse,revoke,end,abandon}
}
