import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { stringify } from 'yaml'
import { z } from 'zod'
import { refusing } from '../shell/problem-schema.ts'
import { components, type Json, toJsonSchema } from './openapi-schemas.ts'

/**
 * The API reference, generated from the same schemas that validate requests. Must be registered before the
 * routes.
 */
export async function openapi(app: FastifyInstance, base: string | undefined): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: INFO,
      servers: [{ url: base ?? '/' }],
      // Reading needs no key.
      security: [],
      components: { securitySchemes: { key: KEY, session: SESSION } },
      tags: TAGS
    },
    transform: ({ schema, url, route }) => ({ schema: describe(schema, route.config?.hidden === true), url }),
    transformObject: (document) =>
      'openapiObject' in document
        ? {
            ...document.openapiObject,
            paths: mapValues(document.openapiObject.paths as Json, spellLists),
            components: { ...document.openapiObject.components, schemas: components() }
          }
        : {}
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Leaves the route out of the reference. */
    hidden?: boolean
  }
}

/** The reference as JSON and as YAML; `pages/reference` shows it to people. */
export function openapiDocuments(app: FastifyInstance): void {
  const config = { hidden: true } as const
  app.get('/openapi.json', { config }, () => app.swagger())
  app.get('/openapi.yaml', { config }, (_request, reply) =>
    reply.type('application/yaml; charset=utf-8').send(stringify(app.swagger()))
  )
}

const INFO = {
  title: 'Annuaire',
  version: '1.0.0',
  description:
    'The open directory of places where people get help with digital life. Reading needs no key and is allowed from every origin. Errors are RFC 9457 problem documents. Every answer has a strong ETag. Distances are in metres along the ellipsoid. Null means unknown.',
  license: { name: 'Code: MIT. Data: the licence of each source.', identifier: 'MIT' }
}

const KEY = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'ann_…',
  description: 'A key from the operators of the directory, with the scope that the path requires.'
} as const

const SESSION = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'ses_…',
  description: 'A session of an account, which begins with `POST /v1/sign-ins/{id}`.'
} as const

const TAGS = [
  { name: 'Claims', description: 'Claim the management of a place, and prove it.' },
  { name: 'Moderation', description: 'Decide about what people report.' },
  { name: 'Places', description: 'Search, read and export places.' },
  {
    name: 'Maps',
    description: 'Data for maps: single places, and counts of places that are too close together to draw.'
  },
  { name: 'Vocabularies', description: 'The codes used to describe places.' },
  { name: 'Territories', description: 'Communes, intercommunalities, départements and régions.' },
  { name: 'Sources', description: 'The directories that are federated here.' },
  {
    name: 'Review',
    description: 'Decisions of people about which records describe the same place. Needs a key.'
  },
  {
    name: 'Accounts',
    description: 'Signing in by a code that is mailed, and what belongs to one’s account.'
  },
  {
    name: 'Contributions',
    description: 'What people report about places. Served unless the operator has turned participation off.'
  },
  {
    name: 'Subscriptions',
    description: 'Receive changes by e-mail. Served unless the operator has turned participation off.'
  },
  { name: 'Operation', description: 'For operators of the service.' }
]

/**
 * A list is written by repeating the parameter. That is OpenAPI's default, but code generators need it
 * spelled out.
 */
function spellLists(path: object): object {
  return mapValues(path as Json, (operation) => {
    const { parameters, ...rest } = operation as { parameters?: readonly Parameter[] }
    if (!parameters) return rest
    return {
      ...rest,
      parameters: parameters.map((parameter) =>
        parameter.schema.type === 'array' ? { ...parameter, style: 'form', explode: true } : parameter
      )
    }
  })
}

type Parameter = { readonly schema: { readonly type?: string } }

/** Answers that every path can give; even probes can receive a request that is not valid text. */
const REFUSALS = refusing(400, 417, 431, 500)

const PARTS = ['querystring', 'params', 'headers', 'body'] as const

/** The schema of a route, with its zod schemas converted to JSON Schema as OpenAPI 3.1 requires. */
function describe(schema: FastifySchema | undefined, hidden: boolean): FastifySchema {
  if (!schema || hidden) return { hide: true } as FastifySchema
  const described: Json = { ...schema }
  for (const part of PARTS) if (schema[part]) described[part] = toJsonSchema(schema[part])
  described.response = mapValues({ ...REFUSALS, ...(schema.response as Json) }, describeAnswer)
  return described as FastifySchema
}

function describeAnswer(answer: unknown): unknown {
  if (answer instanceof z.ZodType)
    return {
      description: answer.description ?? 'The answer.',
      content: { 'application/json': { schema: toJsonSchema(answer) } }
    }
  const { content, ...rest } = answer as { content?: Json }
  if (!content) return { ...rest, type: 'null' }
  return {
    ...rest,
    content: mapValues(content, (media) => ({ schema: toJsonSchema((media as { schema: unknown }).schema) }))
  }
}

const mapValues = (object: Json, change: (value: object) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value as object)]))
