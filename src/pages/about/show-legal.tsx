import type { FastifyReply, FastifyRequest } from 'fastify'
import { Filled, PageLink, Section, sendProse } from '../parts/prose.tsx'
import { Email, Phone } from '../parts/reach.tsx'
import { type BaseMap, originsOf } from '../shell/base-map.ts'
import { languageOf } from '../shell/respond.ts'
import { LEGAL } from '../wording/legal.ts'
import { hostsOf } from './hosts.ts'

/** Shows who publishes the directory, as the French law of 21 June 2004 on trust in the digital economy requires. */
export async function showLegal(base: BaseMap, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = LEGAL[lang]
  const { operator, hasSecurityContact } = reply.server.site
  const hosts = hostsOf(originsOf(base), lang)
  return sendProse(reply, lang, {
    page: 'legal',
    title: says.title,
    lead: says.lead,
    children: (
      <>
        <Section title={says.publisher}>
          <dl>
            <Filled term={says.name} value={operator.name} lang={lang} />
            <Filled term={says.address} value={operator.address} lang={lang} />
            <Phone operator={operator} lang={lang} />
            <Email operator={operator} lang={lang} />
            <Filled term={says.director} value={operator.publicationDirector} lang={lang} />
            <Filled term={says.host} value={operator.host} lang={lang} />
          </dl>
        </Section>
        <Section title={says.reuse}>
          <p>{says.reuseText}</p>
          <PageLink page="sources" lang={lang}>
            {says.toSources}
          </PageLink>
          <PageLink page="data" lang={lang}>
            {says.toData}
          </PageLink>
          <p>{says.software}</p>
          {hosts && <p>{says.baseMap(hosts)}</p>}
        </Section>
        <Section title={says.exact}>
          <p>{says.exactText}</p>
          <PageLink page="contact" lang={lang}>
            {says.toContact}
          </PageLink>
        </Section>
        {hasSecurityContact && (
          <Section title={says.security}>
            <p>
              {says.securityText} <a href="/.well-known/security.txt">security.txt</a>
            </p>
          </Section>
        )}
        <Section title={says.beside}>
          <PageLink page="privacy" lang={lang}>
            {says.toPrivacy}
          </PageLink>
          <PageLink page="accessibility" lang={lang}>
            {says.toAccessibility}
          </PageLink>
        </Section>
      </>
    )
  })
}
