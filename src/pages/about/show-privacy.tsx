import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  CLOSED_AFTER_MONTHS,
  CODE_MS,
  SESSION_MOST_MS,
  SESSION_UNSEEN_MS,
  SIGN_IN_KEPT_MS,
  WARNED_AFTER_MONTHS
} from '../../domain/accounts/periods.ts'
import { TEXT_MONTHS as CLAIM_MONTHS, LAPSED_KEPT_MS, UNANSWERED_MS } from '../../domain/claims/periods.ts'
import { CLIENT_KEY_MS, TEXT_MONTHS, UNCONFIRMED_MS } from '../../domain/contributions/periods.ts'
import type { Language } from '../../domain/language.ts'
import { MAIL_KEPT_DAYS } from '../../domain/outbox/delivery.ts'
import { UNCONFIRMED_MS as UNCONFIRMED_SUBSCRIPTION_MS } from '../../domain/subscriptions/periods.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time.ts'
import { Filled, PageLink, Paragraphs, Section, sendProse } from '../parts/prose.tsx'
import { Email, mailto } from '../parts/reach.tsx'
import { type BaseMap, originsOf } from '../shell/base-map.ts'
import { languageOf } from '../shell/respond.ts'
import type { Operator } from '../shell/site.ts'
import { LEGAL } from '../wording/legal.ts'
import { type Kept, PRIVACY } from '../wording/privacy.ts'
import { hostsOf } from './hosts.ts'

/** The constants with which the chores empty and delete. */
const KEPT: Kept = {
  texts: TEXT_MONTHS,
  claims: CLAIM_MONTHS,
  warned: WARNED_AFTER_MONTHS,
  closed: CLOSED_AFTER_MONTHS,
  clients: CLIENT_KEY_MS / DAY_MS,
  unseen: SESSION_UNSEEN_MS / DAY_MS,
  sessions: SESSION_MOST_MS / DAY_MS,
  mails: MAIL_KEPT_DAYS,
  lapsedClaims: LAPSED_KEPT_MS / DAY_MS,
  unanswered: UNANSWERED_MS / DAY_MS,
  unconfirmed: UNCONFIRMED_MS / HOUR_MS,
  signIns: SIGN_IN_KEPT_MS / HOUR_MS,
  subscriptions: UNCONFIRMED_SUBSCRIPTION_MS / HOUR_MS,
  codeMinutes: CODE_MS / MINUTE_MS
}

type Props = { readonly operator: Operator; readonly lang: Language }

/** Shows what is kept about people, and their rights (GDPR, articles 13 to 21). */
export async function showPrivacy(base: BaseMap, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = PRIVACY[lang]
  const { operator, participation } = reply.server.site
  const hosts = hostsOf(originsOf(base), lang)
  return sendProse(reply, lang, {
    page: 'privacy',
    title: says.title,
    lead: says.lead,
    children: (
      <>
        <Responsible operator={operator} lang={lang} />
        <Section title={says.work}>
          <Paragraphs texts={says.workText} />
          <PageLink page="sources" lang={lang}>
            {says.toSources}
          </PageLink>
          <p>{says.copies}</p>
          <p>{says.owners}</p>
        </Section>
        <Section title={says.visit}>
          <Paragraphs texts={says.visitText} />
          <p>{hosts ? says.baseMap(hosts) : says.noBaseMap}</p>
          <p>{says.host}</p>
        </Section>
        {participation && (
          <Section title={says.take}>
            <Paragraphs texts={says.takeText(KEPT)} />
          </Section>
        )}
        <Section title={says.manage}>
          <p>{says.manageText}</p>
        </Section>
        <Rights operator={operator} lang={lang} />
      </>
    )
  })
}

function Responsible({ operator, lang }: Props) {
  const says = PRIVACY[lang]
  const { legalBasis, dataProtection } = operator
  return (
    <Section title={says.who}>
      <dl>
        <Filled term={says.responsible} value={operator.name} lang={lang} />
        <Filled term={LEGAL[lang].address} value={operator.address} lang={lang} />
        <Email operator={operator} lang={lang} />
        {dataProtection !== undefined && (
          <Filled term={says.officer} value={dataProtection} lang={lang}>
            <a href={URL.canParse(dataProtection) ? dataProtection : `mailto:${dataProtection}`}>
              {dataProtection}
            </a>
          </Filled>
        )}
        <Filled term={says.basis} value={legalBasis} lang={lang}>
          {legalBasis && says.bases[legalBasis]}
        </Filled>
      </dl>
      <p>{says.whyText}</p>
    </Section>
  )
}

function Rights({ operator: { email, dataProtection }, lang }: Props) {
  const says = PRIVACY[lang]
  const isPage = dataProtection !== undefined && URL.canParse(dataProtection)
  const to = isPage ? undefined : (dataProtection ?? email)
  const writing = isPage ? dataProtection : to && mailto(to, says.subject, says.body)
  return (
    <Section title={says.rights}>
      <p>{says.rightsText}</p>
      {writing ? (
        <p>
          <a class="action" href={writing}>
            {says.ask}
          </a>
        </p>
      ) : (
        <PageLink page="contact" lang={lang}>
          {LEGAL[lang].toContact}
        </PageLink>
      )}
      <h3>{says.erasure}</h3>
      <Paragraphs texts={says.erasureText} />
      <h3>{says.limits}</h3>
      <p>{says.limitsText}</p>
      <h3>{says.complaint}</h3>
      <p>{says.complaintText}</p>
      <p class="onward">
        <a href="https://www.cnil.fr/fr/plaintes">{says.toCnil}</a>
      </p>
    </Section>
  )
}
