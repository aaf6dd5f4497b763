import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { PageLink, Section, sendProse } from '../parts/prose.tsx'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { REFERENCE } from '../wording/reference.ts'
import { type ApiDocument, operationsOf, type Schema } from './api-document.ts'
import { OperationPage } from './operation-page.tsx'
import { Marked, Properties, referenceAddress } from './schema-table.tsx'

/** Shows the list of all operations and data models. */
export async function showReference(ask: Ask, request: FastifyRequest, reply: FastifyReply) {
  if (!reply.server.site.isReferenceServed) return notFound(reply)
  const lang = languageOf(request)
  const says = REFERENCE[lang]
  const document = await read(ask)
  return sendProse(reply.code(document ? 200 : 503), lang, {
    page: 'reference',
    title: says.title,
    lead: says.lead,
    children: document ? <Contents document={document} lang={lang} /> : <p role="alert">{says.away}</p>
  })
}

/** Shows one operation, by its id, or one data model, by its name. */
export async function showReferenceEntry(ask: Ask, request: FastifyRequest, reply: FastifyReply) {
  if (!reply.server.site.isReferenceServed) return notFound(reply)
  const lang = languageOf(request)
  const says = REFERENCE[lang]
  const { entry } = request.params as { readonly entry: string }
  const document = await read(ask)
  if (!document) {
    const children = <p role="alert">{says.away}</p>
    return sendProse(reply.code(503), lang, {
      page: 'reference',
      title: says.title,
      lead: says.lead,
      children
    })
  }
  const described = operationsOf(document).find(({ operation }) => operation.operationId === entry)
  const schema = Object.hasOwn(document.components.schemas, entry)
    ? document.components.schemas[entry]
    : undefined
  if (!described && !schema) return notFound(reply)
  const { publicUrl } = reply.server.site
  // Without a public address, the commands contain the host that the client sent.
  if (publicUrl === undefined) reply.header('cache-control', 'no-store')
  return sendProse(reply, lang, {
    page: 'reference',
    entry,
    title: described?.operation.summary ?? entry,
    lead: says.title,
    children: (
      <>
        {described && <OperationPage described={described} base={publicUrl ?? request.origin} lang={lang} />}
        {schema && <SchemaPage schema={schema} lang={lang} />}
        <PageLink page="reference" lang={lang}>
          {says.toReference}
        </PageLink>
      </>
    )
  })
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}

const SchemaPage = ({ schema, lang }: { readonly schema: Schema; readonly lang: Language }) => (
  <div lang="en">
    {schema.description && (
      <p>
        <Marked text={schema.description} />
      </p>
    )}
    <Properties schema={schema} lang={lang} />
  </div>
)

async function read(ask: Ask): Promise<ApiDocument | undefined> {
  const answered = await ask<ApiDocument>('/openapi.json')
  return 'body' in answered ? answered.body : undefined
}

function Contents({ document, lang }: { readonly document: ApiDocument; readonly lang: Language }) {
  const says = REFERENCE[lang]
  const operations = operationsOf(document)
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))]
  return (
    <>
      <PageLink page="data" lang={lang}>
        {says.toData}
      </PageLink>
      <p>
        {says.document} <a href="/openapi.json">openapi.json</a>, <a href="/openapi.yaml">openapi.yaml</a>
      </p>
      {tags.map((tag) => (
        <section key={tag} lang="en">
          <h2>{tag}</h2>
          <p>{document.tags.find(({ name }) => name === tag)?.description}</p>
          <ul class="requests">
            {operations
              .filter(({ operation }) => operation.tags.includes(tag))
              .map(({ method, path, operation }) => (
                <li key={operation.operationId}>
                  <a href={referenceAddress(operation.operationId, lang)}>{operation.summary}</a>
                  <br />
                  <code>
                    {method} {path}
                  </code>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <Section title={says.schemas}>
        <ul lang="en">
          {Object.keys(document.components.schemas).map((name) => (
            <li key={name}>
              <a href={referenceAddress(name, lang)}>{name}</a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
