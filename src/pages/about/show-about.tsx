import type { FastifyReply, FastifyRequest } from 'fastify'
import { countDirectory } from '../parts/count-directory.ts'
import { PageLink, Section, sendProse } from '../parts/prose.tsx'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { ABOUT } from '../wording/about.ts'
import { LEGAL } from '../wording/legal.ts'

/** Shows what the directory is, in a few words. */
export async function showAbout(ask: Ask, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = ABOUT[lang]
  const { operator } = reply.server.site
  const counted = await countDirectory(ask)
  return sendProse(reply, lang, {
    page: 'about',
    title: says.title,
    lead: says.lead,
    children: (
      <>
        <Section title={says.purpose}>
          <p>{says.purposeText}</p>
        </Section>
        <Section title={says.origin}>
          {counted && <p>{says.counted(counted.places, counted.known.length)}</p>}
          <p>{says.originText}</p>
          <PageLink page="sources" lang={lang}>
            {says.toSources}
          </PageLink>
        </Section>
        <Section title={says.promise}>
          <ul>
            {says.promises.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
        </Section>
        <Section title={says.fix}>
          <p>{says.fixText}</p>
          <PageLink page="contact" lang={lang}>
            {says.toContact}
          </PageLink>
        </Section>
        <Section title={says.publisher}>
          <p>{operator.name === undefined ? LEGAL[lang].unfilled : <span lang="fr">{operator.name}</span>}</p>
          <PageLink page="legal" lang={lang}>
            {says.toLegal}
          </PageLink>
        </Section>
        <Section title={says.reuse}>
          <p>{says.reuseText}</p>
          <PageLink page="data" lang={lang}>
            {LEGAL[lang].toData}
          </PageLink>
          <PageLink page="integrate" lang={lang}>
            {says.toIntegrate}
          </PageLink>
        </Section>
      </>
    )
  })
}
