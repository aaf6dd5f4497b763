import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { countDirectory } from '../parts/count-directory.ts'
import { PageLink, Paragraphs, Section, sendProse } from '../parts/prose.tsx'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import type { Site } from '../shell/site.ts'
import { DATA } from '../wording/data.ts'
import { longDay } from '../wording/day.ts'
import { WORDING } from '../wording/wording.ts'
import { datasetOf } from './dataset.ts'
import { Downloads } from './downloads.tsx'

/**
 * Examples that are answered whatever the directory holds. The addresses are those of the API, which has no page of its
 * own: a browser shows its answers as JSON.
 */
const EXAMPLES = {
  words: '/v1/places?q=m%C3%A9diath%C3%A8que+lyon&limit=5',
  near: '/v1/places?lat=48.39&lon=-4.486&radius=5000&service=aide-aux-demarches-administratives',
  counts: '/v1/places?department=29&facets=type&limit=1',
  geojson: '/v1/places?type=BIB&accessibility=wheelchair&format=geojson',
  open: '/v1/places?commune=35238&open_at=now',
  vocabulary: '/v1/vocabularies/services',
  territory: '/v1/territories?q=bayeux&kind=commune'
} as const

const CHANGES = { now: '/v1/changes?since=now', first: '/v1/changes?limit=10' } as const

/** Shows what can be reused, and how: the page before the reference of the API. */
export async function showData(ask: Ask, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = DATA[lang]
  const { site } = reply.server
  const counted = await countDirectory(ask)
  const base = site.publicUrl ?? request.origin
  // Without a public address, the page contains the host that the client sent.
  if (site.publicUrl === undefined) reply.header('cache-control', 'no-store')
  return sendProse(reply, lang, {
    page: 'data',
    title: says.title,
    lead: says.lead,
    linkedData: datasetOf({ base, operator: site.operator, sources: counted?.known ?? [], lang }),
    children: (
      <>
        {counted && <p>{says.counted(counted.places, counted.known.length)}</p>}
        <Downloads places={counted?.places} lang={lang} />
        <Section title={says.api}>
          <p>{says.apiText}</p>
          <Examples addresses={EXAMPLES} texts={says.examples} />
        </Section>
        <Section title={says.changes}>
          <p>{says.changesText}</p>
          <Examples addresses={CHANGES} texts={says.changesExamples} />
        </Section>
        <Section title={says.embed}>
          <p>{says.embedText}</p>
          <PageLink page="integrate" lang={lang}>
            {says.toEmbed}
          </PageLink>
        </Section>
        <Section title={says.limits}>
          <Paragraphs texts={[says.rate(site.requestsPerMinute), ...says.limitsText]} />
        </Section>
        <Citing base={base} lang={lang} />
        <Further site={site} lang={lang} />
      </>
    )
  })
}

type ExamplesProps<Name extends string> = {
  readonly addresses: Readonly<Record<Name, string>>
  readonly texts: Readonly<Record<Name, string>>
}

const Examples = <Name extends string>({ addresses, texts }: ExamplesProps<Name>) => (
  <ul class="requests">
    {(Object.keys(addresses) as Name[]).map((name) => (
      <li key={name}>
        {texts[name]}
        <br />
        <a href={addresses[name]}>
          <code>{decodeURI(addresses[name])}</code>
        </a>
      </li>
    ))}
  </ul>
)

function Citing({ base, lang }: { readonly base: string; readonly lang: Language }) {
  const says = DATA[lang]
  const today = longDay(lang, new Date().toISOString())
  return (
    <Section title={says.licence}>
      <p>{says.licenceText}</p>
      <PageLink page="sources" lang={lang}>
        {says.toSources}
      </PageLink>
      <p>{says.citeText}</p>
      <blockquote>{says.cite(WORDING[lang].site, `${base}/`, today)}</blockquote>
    </Section>
  )
}

function Further({ site, lang }: { readonly site: Site; readonly lang: Language }) {
  const says = DATA[lang]
  return (
    <>
      {site.isReferenceServed && (
        <Section title={says.reference}>
          <p>{says.referenceText}</p>
          <PageLink page="reference" lang={lang}>
            {says.toReference}
          </PageLink>
          <p>
            {says.document} <a href="/openapi.json">openapi.json</a>, <a href="/openapi.yaml">openapi.yaml</a>
          </p>
        </Section>
      )}
      <Section title={says.question}>
        <PageLink page="contact" lang={lang}>
          {says.toContact}
        </PageLink>
      </Section>
    </>
  )
}
