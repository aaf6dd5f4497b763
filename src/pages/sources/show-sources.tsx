import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { type ListedSource, listSources } from '../parts/count-directory.ts'
import { Licence } from '../parts/licence.tsx'
import { PageLink, Section, sendProse } from '../parts/prose.tsx'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { longDay } from '../wording/day.ts'
import { SOURCES } from '../wording/sources.ts'

/** Shows where the entries come from: each source with its licence, the number of its places, and its dates. */
export async function showSources(ask: Ask, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = SOURCES[lang]
  const sources = await listSources(ask)
  return sendProse(reply.code(sources ? 200 : 503), lang, {
    page: 'sources',
    title: says.title,
    lead: says.lead,
    children: sources ? (
      <>
        <p>{says.how}</p>
        <ul class="sources-known">
          {sources.map((source) => (
            <li key={source.slug} id={source.slug}>
              <SourceEntry source={source} lang={lang} />
            </li>
          ))}
        </ul>
        <Section title={says.reuse}>
          <p>{says.reuseText}</p>
          <PageLink page="data" lang={lang}>
            {says.toData}
          </PageLink>
        </Section>
      </>
    ) : (
      <p role="alert">{says.away}</p>
    )
  })
}

function SourceEntry({ source, lang }: { readonly source: ListedSource; readonly lang: Language }) {
  const says = SOURCES[lang]
  const { name, homepage, licence, places, records, fresh_on: freshOn } = source
  const readAt = source.last_success?.finished_at
  return (
    <>
      <h2 lang="fr">{homepage ? <a href={homepage}>{name}</a> : name}</h2>
      <dl>
        <div>
          <dt>{says.count}</dt>
          <dd>{records === null ? says.completes : says.places(places)}</dd>
        </div>
        <div>
          <dt>{says.licence}</dt>
          <dd>
            <Licence licence={licence} lang={lang} />
          </dd>
        </div>
        <div>
          <dt>{says.fresh}</dt>
          <dd>{freshOn ? longDay(lang, freshOn) : says.undated}</dd>
        </div>
        <div>
          <dt>{says.read}</dt>
          <dd>{readAt ? longDay(lang, readAt) : says.never}</dd>
        </div>
      </dl>
    </>
  )
}
