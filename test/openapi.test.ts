import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { LightMyRequestResponse } from 'fastify'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { REVIEW_SCOPE, writingScope } from '../src/domain/access/api-keys.ts'
import { type Api, apiOver, searchUrl } from './support/app.ts'
import { testDatabase } from './support/database.ts'
import { testPlace, writePlaces } from './support/places.ts'
import { createKey, createSource, senderOf } from './support/records.ts'

type Json = Record<string, unknown>
type Parameter = Readonly<{
  name: string
  in: string
  required: boolean
  description?: string
  example?: unknown
}>
type Media = Readonly<{ schema?: Json; example?: unknown }>
type Answer = Readonly<{ description?: string; content?: Readonly<Record<string, Media>> }>
type Operation = Readonly<{
  operationId?: string
  summary?: string
  description?: string
  parameters?: readonly Parameter[]
  requestBody?: { content: Readonly<Record<string, Media>> }
  security?: readonly unknown[]
  responses: Readonly<Record<string, Answer>>
}>
type Call = { readonly method: 'GET' | 'POST' | 'PUT'; readonly path: string; readonly operation: Operation }

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const text = readFileSync(at('openapi/openapi.json'), 'utf8')
const reference = JSON.parse(text) as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json> }
}
const calls: readonly Call[] = Object.entries(reference.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase() as Call['method'],
    path,
    operation
  }))
)

/**
 * The current time for the test. Opening hours are known for a few weeks only, so it must be close to the times in
 * the examples.
 */
const DAY_OF_EXAMPLES = Date.parse('2026-11-22T12:00:00Z')
const api = await exampleApi(t)

t.test('openapi/ contains what the app serves; after a change, run npm run openapi', async (t) => {
  t.equal(reference.openapi, '3.1.0')
  t.same(await api.get('/openapi.json'), reference)
  t.equal((await api.ask('/openapi.yaml')).body, readFileSync(at('openapi/openapi.yaml'), 'utf8'))
  t.same(parse((await api.ask('/openapi.yaml')).body), reference)
})

t.test('the reference follows the rules that Redocly recommends', async (t) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      at('node_modules/@redocly/cli/bin/cli.js'),
      'lint',
      '--extends=recommended',
      '--format=json',
      at('openapi/openapi.json')
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    }
  )
  t.equal(status, 0, stderr)
  t.same(JSON.parse(stdout).problems, [])
})

t.test('every operation, parameter and answer is described, with an example', async (t) => {
  const ids = calls.map(({ operation }) => operation.operationId)
  t.equal(new Set(ids).size, calls.length, 'operation ids are unique')
  for (const { path, operation } of calls) {
    t.ok(operation.operationId && operation.summary && operation.description, path)
    for (const { name, description, example } of operation.parameters ?? []) {
      t.ok(description, `${path} ${name} is described`)
      // A cursor cannot be made up; it comes from an earlier answer.
      if (name !== 'cursor') t.not(example, undefined, `${path} ${name} has an example`)
    }
    for (const [status, answer] of Object.entries(operation.responses)) {
      t.ok(answer.description, `${path} ${status} is described`)
    }
  }
  for (const [name, schema] of Object.entries(reference.components.schemas)) {
    t.ok(schema.description, `${name} is described`)
  }
})

t.test('every example in a schema is valid for that schema', async (t) => {
  const validate = validators()
  for (const { pointer, schema } of schemasWithExamples(
    reference.components.schemas,
    '/components/schemas'
  )) {
    for (const example of schema.examples) t.ok(validate(schema, example), pointer)
  }
})

t.test('each operation, called with its examples, answers as documented', async (t) => {
  const validate = validators()
  for (const { method, path, operation } of calls) {
    for (const request of requestsOf(path, operation)) {
      const headers = operation.security ? { authorization: `Bearer ${api.token}` } : {}
      const answer = await patiently(() =>
        api.ask({ method, ...request, headers: { ...request.headers, ...headers } })
      )
      const called = `${method} ${request.url}`
      t.equal(answer.statusCode, 200, `${called}: ${answer.statusCode === 200 ? '' : answer.body}`)
      const type = String(answer.headers['content-type']).split(';')[0] ?? ''
      const media = operation.responses['200']?.content?.[type]
      t.ok(media?.schema, `${called} answers in a documented type: ${type}`)
      if (/[/+]json$/.test(type) && media?.schema) {
        t.ok(validate(media.schema, answer.json()), called, { errors: validate.errors() })
      }
    }
  }
})

t.test('every refusal is a documented problem', async (t) => {
  const validate = validators()
  for (const { method, path, operation } of calls) {
    const url = `${path.replaceAll(/\{\w+\}/g, 'nowhere')}?unreadable=%ff`
    const answer = await api.ask({ method, url, ...(method === 'POST' && { payload: {} }) })
    const documented = operation.responses[String(answer.statusCode)]?.content?.['application/problem+json']
    t.equal(answer.statusCode, 400, url)
    t.ok(documented?.schema && validate(documented.schema, answer.json()), url, { errors: validate.errors() })
  }
})

/** The app with the places, the source and the territories used in the examples. */
async function exampleApi(t: Test): Promise<Api & { readonly token: string }> {
  const database = await testDatabase(t)
  const api = await apiOver(t, database, () => DAY_OF_EXAMPLES)
  // First, the two records in the examples of the review.
  const { put } = await senderOf(database, api, 'epn-normandie')
  await put([
    { id: 'bayeux', content: { name: 'Médiathèque', address: { commune: '14047' } } },
    { id: 'caen', content: { name: 'EPN', address: { commune: '14118' } } }
  ])
  const bayeux = { postcode: '14400', city: 'Bayeux', commune: '14047', department: '14', region: '28' }
  await writePlaces(database, [
    testPlace({ name: 'Espace public numérique', address: bayeux, at: [49.27, -0.7] }, { id: exampleId() }),
    testPlace({ name: 'Médiathèque', services: ['aide-aux-demarches-administratives'], at: [49.28, -0.71] })
  ])
  const { source } = await createSource(database, 'mediatheques-normandie')
  const { token } = await createKey(database, [writingScope(source), REVIEW_SCOPE])
  return { ...api, token }
}

function exampleId(): string {
  const parameters = reference.paths['/v1/places/{id}']?.get?.parameters ?? []
  return String(parameters.find(({ name }) => name === 'id')?.example)
}

/** Repeats refused requests: validating an answer blocks the event loop, which the service takes for overload. */
async function patiently(ask: () => Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> {
  const answer = await ask()
  if (answer.statusCode !== 503) return answer
  await wait(1000 * Number(answer.headers['retry-after']))
  return patiently(ask)
}

type Request = {
  readonly url: string
  readonly payload?: object | string
  readonly headers?: Readonly<Record<string, string>>
}

/** Parameters that require others. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  lat: ['lon'],
  lon: ['lat'],
  radius: ['lat', 'lon'],
  min_results: ['lat', 'lon', 'radius'],
  sort: ['lat', 'lon'],
  by: ['verdict'],
  without: ['verdict']
}

/** The request without optional parameters, and with each of them in turn. */
function requestsOf(path: string, { parameters = [], requestBody }: Operation): readonly Request[] {
  const example = (name: string): unknown => parameters.find((parameter) => parameter.name === name)?.example
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(example(name))))
  const json = requestBody?.content['application/json']
  if (json) {
    const body = resolve(json.schema)
    const [payload] = body.examples as object[]
    const each = Object.entries(body.properties as Record<string, Json>).filter(([name]) => name !== 'cursor')
    const valueFor = (name: string): unknown =>
      (each.find(([key]) => key === name)?.[1].examples as unknown[] | undefined)?.[0]
    const alone = each.map(([name]) =>
      Object.fromEntries([name, ...(BESIDE[name] ?? [])].map((key) => [key, valueFor(key)]))
    )
    return [payload, ...alone].map((each) => ({ url, payload: each as object }))
  }
  const optional = parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'cursor')
  const queries = optional.map(({ name }) =>
    Object.fromEntries([name, ...(BESIDE[name] ?? [])].map((key) => [key, example(key)]))
  )
  const required = Object.fromEntries(
    optional.filter(({ required }) => required).map(({ name }) => [name, example(name)])
  )
  const sent = Object.entries(requestBody?.content ?? {}).map(([type, { example }]) => ({
    payload: String(example),
    headers: { 'content-type': type }
  }))[0]
  return [required, ...queries].map((query) => ({ ...sent, url: searchUrl({ ...required, ...query }, url) }))
}

function resolve(schema: Json | undefined): Json {
  const name =
    String(schema?.$ref ?? '')
      .split('/')
      .pop() ?? ''
  return reference.components.schemas[name] ?? schema ?? {}
}

type Validate = ((schema: Json, value: unknown) => boolean) & { errors: () => unknown }

/** Closes open schemas, so that answers may contain nothing undocumented. */
function validators(): Validate {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'reference', components: closed(reference.components) as Json })
  let errors: unknown
  const checks = new Map<Json, ValidateFunction>()
  const validate = (schema: Json, value: unknown): boolean => {
    const check = checks.get(schema) ?? ajv.compile(rebased(closed(schema)) as Json)
    checks.set(schema, check)
    const valid = check(value)
    errors = check.errors
    return valid
  }
  return Object.assign(validate, { errors: () => errors })
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (typeof node !== 'object' || node === null) return node
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  return 'properties' in inner && inner.type === 'object' ? { additionalProperties: false, ...inner } : inner
}

/** Makes each `$ref` of a separate schema point into the schema of the whole API reference. */
function rebased(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rebased)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && String(value).startsWith('#') ? `reference${value}` : rebased(value)
    ])
  )
}

type WithExamples = { readonly pointer: string; readonly schema: Json & { examples: readonly unknown[] } }

function schemasWithExamples(node: unknown, pointer: string): readonly WithExamples[] {
  if (typeof node !== 'object' || node === null) return []
  const { examples, ...rest } = node as Json
  const here = Array.isArray(examples) ? [{ pointer, schema: node as WithExamples['schema'] }] : []
  return [
    ...here,
    ...Object.entries(rest).flatMap(([key, value]) => schemasWithExamples(value, `${pointer}/${key}`))
  ]
}
