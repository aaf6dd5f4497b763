import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { saveAccount, showAccount, signOut } from './account/account.tsx'
import { close, showClosing } from './account/close.tsx'
import { showAccountData } from './account/data.tsx'
import type { AccountPages } from './account/private-page.tsx'
import { askForCode, enterCode, showCode, showSignIn } from './account/sign-in.tsx'
import { OPEN_PAGES, PARTICIPATION_PAGES, type ParticipationPage } from './addresses/pages.ts'
import { receiveClaiming, showClaiming } from './claims/claim-place.tsx'
import { receiveContest, receiveInvitation, showContest, showInvitation } from './claims/mailed-links.tsx'
import { receiveClaimAct, showClaim, showClaimQueue } from './claims/show-claim.tsx'
import { receiveProposal, showProposal } from './contributions/propose-place.tsx'
import { type Reporting, receiveReport, showReport } from './contributions/show-report.tsx'
import { receiveAuthorAct, showTracking } from './contributions/show-tracking.tsx'
import { receiveUndo, showCorrections } from './edits/show-corrections.tsx'
import { type Editing, receiveEdit, showEdit } from './edits/show-edit.tsx'
import { confirmManaged, showManaged } from './edits/show-managed.tsx'
import { EDIT_STYLE } from './edits/style.ts'
import { receiveFeedback, showFeedback } from './feedback/show-feedback.tsx'
import { type FormPage, formScope } from './forms/form-scope.ts'
import { FORM_STYLE } from './forms/style.ts'
import { showHistory } from './history/show-history.tsx'
import { HISTORY_STYLE } from './history/style.ts'
import { showDecisions } from './moderation/show-decisions.tsx'
import { receiveDecision, showModerated } from './moderation/show-moderated.tsx'
import { receiveNoticeDecision, showModeratedNotice } from './moderation/show-notice.tsx'
import { showQueue } from './moderation/show-queue.tsx'
import { MODERATION_STYLE } from './moderation/style.ts'
import { receiveNotice, showNotice, showNoticeForm } from './notices/notify.tsx'
import { type AskApi, apiOf, tellerOf } from './shell/api.ts'
import { builtEntries } from './shell/assets.ts'
import type { BaseMap } from './shell/base-map.ts'
import { FRESH, hidden, serveStyle } from './shell/respond.ts'
import { receiveSubscribe, showSubscribe } from './subscriptions/show-subscribe.tsx'
import { receiveSubscription, showSubscription } from './subscriptions/show-subscription.tsx'

type Options = Omit<AccountPages, 'tell'> & { readonly base: BaseMap }

/** The pages on which people take part. */
export async function participation(app: FastifyInstance, options: Options): Promise<void> {
  const ask = apiOf(app)
  const show = formPages({ ...options, tell: tellerOf(app), entry: builtEntries()('edits') }, ask)
  const pages = Object.entries(PARTICIPATION_PAGES).map(([name, path]) => [
    path,
    show[name as ParticipationPage]
  ])
  await formScope(app, { publicUrl: options.publicUrl, pages: Object.fromEntries(pages) })
  app.get(OPEN_PAGES.history, hidden(FRESH), (request, reply) =>
    showHistory((path) => ask(request, path), request, reply)
  )
  app.get(OPEN_PAGES.decisions, hidden(FRESH), (request, reply) =>
    showDecisions((path) => ask(request, path), request, reply)
  )
  serveStyle(app, FORM_STYLE)
  serveStyle(app, HISTORY_STYLE)
  serveStyle(app, MODERATION_STYLE)
  serveStyle(app, EDIT_STYLE)
}

type Act<Pages> = (pages: Pages, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

type Served = AccountPages & Pick<Editing, 'base' | 'entry'>

/** What each page shows, and what happens to its form. */
function formPages(accounts: Served, ask: AskApi): Readonly<Record<ParticipationPage, FormPage>> {
  const reporting = (act: Act<Reporting>) => (request: FastifyRequest, reply: FastifyReply) =>
    act({ ...accounts, ask: (path) => ask(request, path) }, request, reply)
  const editing = (act: Act<Editing>) => (request: FastifyRequest, reply: FastifyReply) =>
    act({ ...accounts, ask: (path) => ask(request, path) }, request, reply)
  const own = (act: Act<AccountPages>) => (request: FastifyRequest, reply: FastifyReply) =>
    act(accounts, request, reply)
  return {
    report: { get: reporting(showReport), post: reporting(receiveReport) },
    tracking: { get: reporting(showTracking), post: reporting(receiveAuthorAct) },
    proposal: { get: reporting(showProposal), post: reporting(receiveProposal) },
    manage: { get: own(showClaiming), post: own(receiveClaiming) },
    claim: { get: own(showClaim), post: own(receiveClaimAct) },
    contest: { get: own(showContest), post: own(receiveContest) },
    invitation: { get: own(showInvitation), post: own(receiveInvitation) },
    claimQueue: { get: own(showClaimQueue) },
    managed: { get: reporting(showManaged), post: reporting(confirmManaged) },
    managedPlace: { get: editing(showEdit), post: editing(receiveEdit) },
    corrections: { get: reporting(showCorrections), post: reporting(receiveUndo) },
    signIn: {
      get: own(showSignIn),
      post: own(askForCode)
    },
    signInCode: {
      get: own(showCode),
      post: own(enterCode)
    },
    account: {
      get: own(showAccount),
      post: own(saveAccount)
    },
    accountData: { get: own(showAccountData) },
    closeAccount: {
      get: own(showClosing),
      post: own(close)
    },
    notice: { get: reporting(showNoticeForm), post: reporting(receiveNotice) },
    noticeTracking: { get: reporting(showNotice) },
    moderatedNotice: {
      get: own(showModeratedNotice),
      post: own(receiveNoticeDecision)
    },
    moderation: { get: own(showQueue) },
    moderated: {
      get: own(showModerated),
      post: own(receiveDecision)
    },
    subscribe: { get: reporting(showSubscribe), post: reporting(receiveSubscribe) },
    subscription: {
      get: own(showSubscription),
      post: own(receiveSubscription),
      fromPrograms: true
    },
    feedback: { get: own(showFeedback), post: own(receiveFeedback), fromPrograms: true },
    signOut: { post: own(signOut) }
  }
}
