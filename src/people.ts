import { v7 as uuidv7 } from 'uuid'
import type { Config } from './config.ts'
import type { ClaimReader } from './domain/claims/claim-ports.ts'
import type { ClaimDeps } from './domain/claims/granting.ts'
import { serialQueue } from './domain/concurrency/serial-queue.ts'
import { type AcceptDeps, acceptNewPlace } from './domain/contributions/accept-new-place.ts'
import type { ContributionReader } from './domain/contributions/contribution-ports.ts'
import { hidePersons } from './domain/contributions/hide-person.ts'
import type { ReportDeps } from './domain/contributions/make-report.ts'
import type { ProposeEditDeps } from './domain/contributions/propose-edit.ts'
import { type ReportedClosed, reportedClosed } from './domain/contributions/reported-closed.ts'
import type { SimilarDeps } from './domain/contributions/similar-places.ts'
import type { EditDeps } from './domain/edits/edit-place.ts'
import { isManaged } from './domain/edits/managed.ts'
import type { ManagedPlaces } from './domain/edits/managed-places.ts'
import type { PositionDeps } from './domain/edits/position-candidates.ts'
import type { EndFeedbackDeps } from './domain/feedback/end-feedback.ts'
import { tellSources } from './domain/feedback/tell-sources.ts'
import type { ModerationDeps } from './domain/moderation/decide-report.ts'
import type { DecisionReader } from './domain/moderation/decision-report.ts'
import type { ModerationReader } from './domain/moderation/moderation-ports.ts'
import type { NoticeDeps } from './domain/notices/make-notice.ts'
import type { NoticeReader } from './domain/notices/notice-ports.ts'
import type { PlaceReader, SearchDeps } from './domain/search/ports.ts'
import { tellSubscribers } from './domain/subscriptions/digest.ts'
import type { SubscribeDeps } from './domain/subscriptions/subscribe.ts'
import type { FollowedReader, SubscriptionReader } from './domain/subscriptions/subscription-ports.ts'
import { addressSearchOf } from './geocoding.ts'
import { fieldReader } from './importers/mapped/given-field.ts'
import { claimReader } from './store/claims/claim-reader.ts'
import { claimActs } from './store/claims/claim-writer.ts'
import { contributionReader } from './store/contributions/contribution-store.ts'
import { contributionActs } from './store/contributions/contribution-writer.ts'
import { newPlaceReader } from './store/contributions/new-place-reader.ts'
import { personHiding } from './store/contributions/person-reports.ts'
import type { Database } from './store/db/database.ts'
import { editActs } from './store/edits/edit-writer.ts'
import { managedPlaces } from './store/edits/managed-places.ts'
import { feedbackActs, feedbackReader } from './store/feedback/feedback-store.ts'
import { offlineGeocoder } from './store/imports/offline-geocoder.ts'
import { decisionReader, moderationActs, moderationReader } from './store/moderation/moderation-store.ts'
import { noticeActs, noticeReader } from './store/notices/notice-store.ts'
import { subscriptionReader } from './store/subscriptions/subscription-reader.ts'
import { subscriptionActs } from './store/subscriptions/subscription-writer.ts'
import { officialCommunes, officialTowns } from './store/territories/official-towns.ts'

/* What the routes need on which people take part. */

/** What people report about places. */
type Contributions = ReportDeps &
  ProposeEditDeps &
  SimilarDeps & {
    readonly reader: ContributionReader
    /** Hides the persons about whom reports wait. */
    readonly hidePersons: () => Promise<number>
    /** Makes a place of a proposal that is being accepted. No transaction may be open: it is an import. */
    readonly acceptNewPlace: (reference: string) => Promise<{ readonly place: string }>
  }

/** What moderators do with it. */
type Moderation = ModerationDeps & {
  readonly reader: ModerationReader
  readonly decisions: DecisionReader
}

/** What people notify about content. */
type Notices = NoticeDeps & { readonly reader: NoticeReader }

/** Who follows what, and what tells them. */
type Subscriptions = SubscribeDeps & {
  readonly reader: SubscriptionReader
  /** Tells subscribers what has changed. */
  readonly tell: (now: Date) => Promise<object>
}

/** Who manages places. */
type Claims = ClaimDeps & { readonly reader: ClaimReader; readonly places: PlaceReader }

export type People = {
  readonly contributions: Contributions
  readonly moderation: Moderation
  readonly reportedClosed: ReportedClosed
  readonly notices: Notices
  readonly edits: EditDeps
  readonly managedPlaces: ManagedPlaces
  /** What proposes positions for an address. */
  readonly positions: PositionDeps
  readonly subscriptions: Subscriptions
  /** Tells the owners of sources what was accepted about their records. */
  readonly feedback: EndFeedbackDeps & { readonly tell: (now: Date) => Promise<object> }
  readonly claims: Claims
}

/** Chooses the implementations for these routes, like `depsOver` for the others. */
export function peopleOver(
  database: Database,
  searching: SearchDeps & FollowedReader,
  importNewPlace: AcceptDeps['importNewPlace'],
  config: Config
): People {
  const { PUBLIC_URL: publicUrl, PARTICIPATION } = config
  const { places, clock, secret } = searching
  const contributions = contributionsOver(database, importNewPlace, { places, clock, secret })
  return {
    contributions,
    reportedClosed: PARTICIPATION
      ? reportedClosed(contributionReader(database), clock)
      : async () => new Map(),
    notices: noticesOver(database, { clock, secret, publicUrl }),
    moderation: moderationOver(database, clock, contributions.acceptNewPlace),
    subscriptions: subscriptionsOver(database, searching),
    feedback: feedbackOver(database, secret),
    edits: {
      acts: editActs(database),
      reader: fieldReader(officialCommunes, isManaged),
      newId: uuidv7,
      clock
    },
    managedPlaces: managedPlaces(database),
    positions: {
      places,
      search: addressSearchOf(config),
      centres: offlineGeocoder(database.pool),
      communes: officialCommunes
    },
    claims: {
      acts: claimActs(database),
      reader: claimReader(database, clock),
      places,
      secret,
      newId: uuidv7,
      clock
    }
  }
}

function contributionsOver(
  database: Database,
  importNewPlace: AcceptDeps['importNewPlace'],
  beside: Pick<Contributions, 'places' | 'clock' | 'secret'>
): Contributions {
  const reader = contributionReader(database)
  const newPlaces = newPlaceReader(database)
  const hiding = serialQueue()
  return {
    ...beside,
    ...newPlaces,
    reader,
    acts: contributionActs(database),
    // One at a time: each waits for an import, and holds a connection meanwhile.
    hidePersons: () => hiding(() => hidePersons(personHiding(database))),
    acceptNewPlace: (reference) => acceptNewPlace({ reader, importNewPlace, ...newPlaces }, reference),
    communes: officialCommunes,
    towns: officialTowns,
    newId: uuidv7,
    readValue: fieldReader(officialCommunes).read
  }
}

function subscriptionsOver(database: Database, searching: SearchDeps & FollowedReader): Subscriptions {
  const reader = subscriptionReader(database)
  const acts = subscriptionActs(database)
  return {
    ...{ acts, reader },
    secret: searching.secret,
    clock: searching.clock,
    newId: uuidv7,
    tell: (now) => tellSubscribers({ ...searching, acts, reader }, now)
  }
}

function feedbackOver(database: Database, secret: () => Promise<string>): People['feedback'] {
  const acts = feedbackActs(database)
  const reader = feedbackReader(database)
  return { acts, secret, tell: (now) => tellSources({ acts, reader, secret }, now) }
}

function moderationOver(
  database: Database,
  clock: () => number,
  acceptNewPlace: Moderation['acceptNewPlace']
): Moderation {
  const { read } = fieldReader(officialCommunes)
  return {
    acts: moderationActs(database),
    reader: moderationReader(database),
    decisions: decisionReader(database),
    acceptNewPlace,
    clock,
    readValue: ({ field, value }) => read(field, value)
  }
}

const noticesOver = (
  database: Database,
  beside: Pick<Notices, 'clock' | 'secret' | 'publicUrl'>
): Notices => ({
  ...beside,
  acts: noticeActs(database),
  reader: noticeReader(database),
  newId: uuidv7
})
