import { SYSTEM } from '../../../src/domain/acts/act.ts'
import * as accounts from '../../../src/store/accounts/accounts.sql.ts'
import * as acts from '../../../src/store/acts/acts.sql.ts'
import * as claims from '../../../src/store/claims/claims.sql.ts'
import * as contributed from '../../../src/store/contributions/contributed.sql.ts'
import * as contributions from '../../../src/store/contributions/contributions.sql.ts'
import * as newPlaces from '../../../src/store/contributions/new-places.sql.ts'
import type { Sql } from '../../../src/store/db/sql.ts'
import * as edits from '../../../src/store/edits/edits.sql.ts'
import * as feedback from '../../../src/store/feedback/feedback.sql.ts'
import * as history from '../../../src/store/history/history.sql.ts'
import * as moderation from '../../../src/store/moderation/moderation.sql.ts'
import * as notices from '../../../src/store/notices/notices.sql.ts'
import * as outbox from '../../../src/store/outbox/outbox.sql.ts'
import * as latest from '../../../src/store/search/latest-changes.sql.ts'
import * as subscriptions from '../../../src/store/subscriptions/subscriptions.sql.ts'

const NOW = new Date('2026-12-01T12:00:00Z')
const SUBJECT = { kind: 'contribution', id: '0198f0c2-0000-7000-8000-000000000001' }
const ACT = {
  subject: SUBJECT,
  seq: 1,
  kind: 'opened',
  by: SYSTEM,
  at: NOW,
  public: true,
  data: {},
  digest: Buffer.alloc(32)
}
const PLACE = SUBJECT.id
const KEY = Buffer.alloc(32)
const ID = '0198f0c2-0000-7000-8000-000000000002'
const ADDRESS = 'camille@nevers.example'

const QUEUE = {
  states: ['open', 'in_hand'],
  kinds: ['hours', 'new_place'],
  territory: 'department:14',
  reach: ['department:14', 'region:28']
} as const

const SPAN = { after: 1, upTo: 9 }

const IN_CALVADOS = {
  filters: { codes: {}, territory: { department: [['14']] }, accessibilityUnknown: 'exclude' },
  part: 'inside',
  codes: null,
  open: null,
  good: null,
  door: null
} as const

export const statementsOfPeople = (): readonly Sql[] => [
  acts.chainLock(SUBJECT),
  acts.chainEnd(SUBJECT),
  acts.actAdd(ACT),
  acts.actsOf(SUBJECT),
  acts.actsAfter(SUBJECT, 1, 10),
  outbox.mailPut('{}', 'claim granted', NOW),
  outbox.mailLease(10, 60, NOW),
  outbox.mailDone(1, 1, NOW),
  outbox.mailFailed({ id: 1, attempt: 1 }, NOW, 'ECONNECTION', NOW),
  outbox.mailsRetry(NOW),
  outbox.mailsWaiting(),
  outbox.mailsEmpty(NOW),
  outbox.mailsForget(ADDRESS),
  outbox.suppressedFind(KEY),
  outbox.suppressedAdd(KEY, 'bounce', NOW),
  accounts.countLock(KEY),
  accounts.signInLock(ID),
  accounts.contributionsEmpty({ account: ID, email: ADDRESS, key: KEY }, true, NOW),
  accounts.noticesEmpty(ADDRESS),
  accounts.claimsEnd(ID, NOW),
  accounts.claimHintsEmpty(ID),
  accounts.accountRows(ID),
  accounts.accountsUnused('2024-12-01', 100),
  contributed.contributedWithdraw('SIG-4T9M0K2WXA'),
  contributions.contributionLock('SIG-4T9M0K2WXA'),
  contributions.closingReports(ID),
  contributions.personsToHide(),
  contributions.unconfirmedDelete(NOW),
  contributions.clientKeysEmpty(NOW),
  contributions.textsEmpty(NOW),
  latest.placeChanges(SUBJECT.id, 50),
  latest.changesAmong(IN_CALVADOS, 50),
  latest.spanCount({ place: PLACE }, SPAN),
  latest.spanChanges({ place: PLACE }, SPAN),
  latest.spanCount(IN_CALVADOS, SPAN),
  latest.spanChanges(IN_CALVADOS, SPAN),
  subscriptions.subscriptionLock(ID),
  subscriptions.subscriptionsDue({ now: NOW, daily: NOW, weekly: NOW }, 1, 500),
  subscriptions.suppressedEnd(),
  subscriptions.unconfirmedDelete(NOW),
  feedback.feedbackPut('epn-nievre', ADDRESS, 'fr', NOW),
  feedback.feedbackOf('epn-nievre'),
  feedback.feedbackLock('epn-nievre'),
  feedback.feedbackDue(NOW),
  feedback.feedbackLookedAt('epn-nievre', NOW),
  feedback.feedbackTold('epn-nievre', ['correction 12']),
  feedback.acceptedAbout('epn-nievre', NOW, 300),
  feedback.feedbackDelete('epn-nievre'),
  newPlaces.recordsSharing([{ sort: 'word', text: 'word 58194 banlay' }]),
  newPlaces.placeContributed('SIG-4T9M0K2WXA'),
  history.placeChanges(PLACE, 200),
  history.placeCorrections(PLACE, 200),
  history.placeActs(PLACE, 200),
  notices.noticeLock('AVIS-4T9M0K2WXA'),
  notices.noticeSeen('AVIS-4T9M0K2WXA'),
  notices.noticesSeen(['open'], ['department:14'], 100),
  notices.noticesForget(NOW),
  moderation.decisionCounts('2025-01-01'),
  moderation.decisionTimes('2025-01-01'),
  moderation.placeMeant(ID),
  moderation.reportFind('SIG-4T9M0K2WXA'),
  moderation.queuePage(QUEUE, 50),
  moderation.queueCounts(QUEUE, ['open', 'asked']),
  moderation.reportMeant(ID),
  moderation.reportJournal('SIG-4T9M0K2WXA'),
  edits.placeUpdatedAt(PLACE),
  edits.editOwn(1, PLACE, '2027-12-01'),
  edits.editFind(1),
  edits.editsOn(PLACE, null),
  edits.editsOn(PLACE, ID),
  edits.reviewsEnd(PLACE, NOW),
  edits.proposalsEnd(PLACE, ID, NOW),
  edits.proposalsEnd(PLACE, null, NOW),
  accounts.placesRemaining([PLACE, ID]),
  claims.claimsLock(PLACE),
  claims.claimLock(ID),
  claims.claimsOfAccount(PLACE, ID),
  claims.claimsGrantedBy(PLACE, ID),
  claims.claimsHeld(PLACE),
  claims.placeManagers(PLACE, NOW),
  claims.managerEnd(PLACE, ID, ID, NOW),
  claims.oldContacts(PLACE, NOW),
  claims.correctedContacts(PLACE),
  claims.claimsUnanswered(NOW),
  claims.sitesMentioning('ville-nevers.fr', 500),
  claims.claimSeen(ID, NOW),
  claims.claimsSeenOf(ID, NOW),
  claims.claimsOnPlace(PLACE, NOW),
  claims.claimQueue(
    { states: ['asked', 'contested'], reach: ['department:58'], managerHadUntil: NOW },
    50,
    NOW
  ),
  claims.claimsToLapse(NOW),
  claims.lapsedDelete(NOW),
  claims.claimTextsEmpty(NOW),
  edits.editsUnconfirmed('2027-12-01'),
  edits.editsConfirm(PLACE, PLACE, '2027-12-01'),
  edits.editsDue('2027-12-01', null),
  edits.editsDue('2027-12-01', ID),
  edits.editsAsked(ID, '2027-12-01'),
  edits.editsReminded(ID, '2027-12-01'),
  edits.placesManaged(ID),
  contributions.allClosingReports()
]
