import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { PRIVACY_SCOPE, REVIEW_SCOPE, writingScope } from '../src/domain/access/api-keys.ts'
import { claimedInExamples } from './claims/claiming.ts'
import { notifiedInExamples, reportedInExamples } from './contributions/reporting.ts'
import { editedInExamples, listedInExamples, managing } from './edits/managing.ts'
import { secretOfExamples, subscribedInExamples } from './subscriptions/subscribing.ts'
import { type Api, apiOver } from './support/app.ts'
import { testDatabase } from './support/database.ts'
import { at, calls, type Operation, reference } from './support/openapi/reference.ts'
import { requestsOf } from './support/openapi/requests.ts'
import { schemasWithExamples, validators } from './support/openapi/validators.ts'
import { askedSignIn, forgetAttempts, signIn } from './support/people/accounts.ts'
import { testPlace, writePlaces } from './support/places.ts'
import { createKey, createSource, senderOf } from './support/records.ts'

/**
 * The current time in the test. Opening hours are known for only a few weeks, so it must be close to the times in
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
      // A cursor needs no example, because it cannot be invented; it comes from an earlier answer.
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
      const headers = await api.authorisation(path, operation)
      const answer = await patiently(() =>
        api.ask({ method, ...request, headers: { ...request.headers, ...headers } })
      )
      const called = `${method} ${request.url}`
      const success = Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? ''
      t.equal(String(answer.statusCode), success, `${called}: ${answer.statusCode < 300 ? '' : answer.body}`)
      if (success === '204') continue
      const type = String(answer.headers['content-type']).split(';')[0] ?? ''
      const media = operation.responses[success]?.content?.[type]
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

t.test('a token that is unknown, and a key without any right, are answered as documented', async (t) => {
  const validate = validators()
  for (const token of ['ann_unknown', 'ses_unknown', api.uselessKey]) {
    for (const { method, path, operation } of calls) {
      const [request] = requestsOf(path, operation)
      const headers = { ...request?.headers, authorization: `Bearer ${token}` }
      const answer = await patiently(() =>
        api.ask({
          method,
          url: request?.url ?? path,
          ...(request?.payload && { payload: request.payload }),
          headers
        })
      )
      const called = `${method} ${path} with ${token.slice(0, 11)}: ${answer.statusCode}`
      const documented = operation.responses[String(answer.statusCode)]
      t.ok(documented, called)
      const problem = documented?.content?.['application/problem+json']?.schema
      if (problem) t.ok(validate(problem, answer.json()), called, { errors: validate.errors() })
    }
  }
})

/** The app with the places, the source and the territories used in the examples. */
async function exampleApi(
  t: Test
): Promise<Api & { readonly authorisation: Authorisation; readonly uselessKey: string }> {
  const database = await testDatabase(t)
  await secretOfExamples(database)
  const api = await apiOver(t, database, () => DAY_OF_EXAMPLES)
  // The first two records occur in the examples of the review, so they must come first.
  const { put } = await senderOf(database, api, 'epn-normandie')
  await put([
    { id: 'bayeux', content: { name: 'Médiathèque', address: { commune: '14047' } } },
    { id: 'caen', content: { name: 'EPN', address: { commune: '14118' } } },
    { id: 'port-en-bessin', content: { name: 'Cyberbase', address: { commune: '14515' } } }
  ])
  const bayeux = { postcode: '14400', city: 'Bayeux', commune: '14047', department: '14', region: '28' }
  await writePlaces(database, [
    testPlace({ name: 'Espace public numérique', address: bayeux, at: [49.27, -0.7] }, { id: exampleId() }),
    testPlace({ name: 'Médiathèque', services: ['aide-aux-demarches-administratives'], at: [49.28, -0.71] })
  ])
  await listedInExamples(database, exampleId(), 'port-en-bessin')
  await reportedInExamples(database, exampleId(), new Date(DAY_OF_EXAMPLES))
  await notifiedInExamples(database, new Date(DAY_OF_EXAMPLES))
  const { source } = await createSource(database, 'mediatheques-normandie')
  const { token } = await createKey(database, [
    writingScope(source),
    REVIEW_SCOPE,
    PRIVACY_SCOPE,
    'contributions:write',
    'moderation'
  ])
  const { token: uselessKey } = await createKey(database, [writingScope('nowhere')])
  let people = 0
  const authorisation: Authorisation = async (path, { security = [], operationId }) => {
    await forgetAttempts(database)
    if (path === '/v1/sign-ins/{id}')
      await askedSignIn(database, exampleId(), '7XK3-9QWM', new Date(DAY_OF_EXAMPLES))
    if (path.startsWith('/v1/subscriptions/')) await subscribedInExamples(database, new Date(DAY_OF_EXAMPLES))
    const scheme = Object.keys(security[0] ?? {})[0]
    if (scheme === undefined) return {}
    // One account each, because one of the paths closes it.
    const email = `ana${people++}@example.org`
    if (scheme === 'session') {
      if (operationId !== 'makeClaim') {
        await managing(database, email, exampleId())
        await claimedInExamples(database, exampleId(), email, new Date(DAY_OF_EXAMPLES))
      }
      await editedInExamples(database, exampleId(), new Date(DAY_OF_EXAMPLES))
    }
    const bearer = scheme === 'session' ? await signIn(api, database, email) : token
    return { authorization: `Bearer ${bearer}` }
  }
  return { ...api, authorisation, uselessKey }
}

/** What to send for an operation to be allowed, as its security says. */
type Authorisation = (path: string, operation: Operation) => Promise<Readonly<Record<string, string>>>

function exampleId(): string {
  const parameters = reference.paths['/v1/places/{id}']?.get?.parameters ?? []
  return String(parameters.find(({ name }) => name === 'id')?.example)
}

/** Repeats refused requests. Validating an answer blocks the event loop, which the service mistakes for overload. */
async function patiently(ask: () => Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> {
  const answer = await ask()
  if (answer.statusCode !== 503) return answer
  await wait(1000 * Number(answer.headers['retry-after']))
  return patiently(ask)
}
