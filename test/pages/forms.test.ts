import type { InjectOptions } from 'fastify'
import t, { type Test } from 'tap'
import { type FormPage, formScope } from '../../src/pages/forms/form-scope.ts'
import { issueToken } from '../../src/pages/forms/form-token.ts'
import { listIn, receive, textIn } from '../../src/pages/forms/receive.ts'
import type { Site } from '../../src/pages/shell/site.ts'
import { tinyApp } from '../http/shell/tiny-app.ts'

const SECRET = 'a secret of this database'
const OPENED = Date.UTC(2026, 10, 30, 9)
const SECOND = 1_000
const SITE: Site = {
  publicUrl: 'https://annuaire.example',
  operator: {
    name: undefined,
    address: undefined,
    phone: undefined,
    email: undefined,
    publicationDirector: undefined,
    host: undefined,
    dataProtection: undefined,
    legalBasis: undefined
  },
  accessibility: { status: undefined, audit: undefined, issues: [], plan: undefined, declaredOn: undefined },
  participation: true,
  isReferenceServed: false,
  hasSecurityContact: false,
  requestsPerMinute: 0
}

/** A form about a place in Bayeux that answers what was received of it. */
const page = (now: number): FormPage => ({
  get: async (request) => ({ cookies: request.cookies }),
  post: async (request) => receive(request, { form: 'report bayeux', secret: SECRET, now })
})

async function formOpenedFor(t: Test, seconds: number) {
  const app = await tinyApp()
  app.decorate('site', SITE)
  await formScope(app, { publicUrl: SITE.publicUrl, pages: { '/avis': page(OPENED + seconds * SECOND) } })
  app.get('/public', async (request) => ({ cookies: request.cookies ?? 'none are read' }))
  await app.ready()
  t.teardown(() => app.close())
  const send = (fields: string, headers: InjectOptions['headers'] = { 'sec-fetch-site': 'same-origin' }) =>
    app.inject({
      method: 'POST',
      url: '/avis',
      payload: fields,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }
    })
  return { app, send }
}

const TOKEN = issueToken('report bayeux', SECRET, OPENED)

t.test('a form keeps every word that was typed', async (t) => {
  const { send } = await formOpenedFor(t, 20)
  const typed = 'Fermé le lundi, l’été ;\r\n<b>9 h – 12 h</b> & "sur rendez-vous" 100 % gratuit'
  const fields = new URLSearchParams([
    ['jeton', TOKEN],
    ['texte', `  ${typed} `],
    ['jour', 'lundi'],
    ['jour', 'mardi'],
    ['__proto__', 'x']
  ])
  const { statusCode, body } = await send(`${fields}`)
  t.equal(statusCode, 200, body)
  const { values, id } = JSON.parse(body)
  t.match(id, /^[0-9a-f-]{36}$/)
  t.equal(textIn(values, 'texte'), typed.replace('\r\n', '\n'))
  t.same(listIn(values, 'jour'), ['lundi', 'mardi'])
  t.same(listIn(values, 'texte').length, 1, 'a single box is a list too')
  t.equal(textIn(values, 'constructor'), '', 'a name of JavaScript is not a field')
  t.same(listIn(values, 'toString'), [])
})

t.test('the same form sent twice has the same id, and another form another', async (t) => {
  const { send } = await formOpenedFor(t, 20)
  const idOf = async (token: string) => (await send(`jeton=${encodeURIComponent(token)}`)).json().id
  t.equal(await idOf(TOKEN), await idOf(TOKEN))
  t.not(await idOf(TOKEN), await idOf(issueToken('report bayeux', SECRET, OPENED)))
})

t.test('a form is not accepted from a robot, hours later, or with the token of another form', async (t) => {
  const faultAfter = async (seconds: number, fields: string) => {
    const { send } = await formOpenedFor(t, seconds)
    return (await send(fields)).json().fault
  }
  const token = `jeton=${encodeURIComponent(TOKEN)}`
  t.equal(await faultAfter(1, token), 'too-fast')
  t.equal(await faultAfter(3, token), undefined)
  t.equal(await faultAfter(3.9 * 3_600, token), undefined, 'who is interrupted can finish')
  t.equal(await faultAfter(4.1 * 3_600, token), 'expired')
  t.equal(await faultAfter(20, `${token}&ne_rien_ecrire=https://spam.example`), 'trapped')
  t.equal(await faultAfter(20, 'texte=bonjour'), 'forged')
  t.equal(await faultAfter(20, `${token.slice(0, -2)}`), 'forged')
  const other = issueToken('report caen', SECRET, OPENED)
  t.equal(await faultAfter(20, `jeton=${encodeURIComponent(other)}`), 'forged')
  const foreign = issueToken('report bayeux', 'the secret of another database', OPENED)
  t.equal(await faultAfter(20, `jeton=${encodeURIComponent(foreign)}`), 'forged')
})

t.test('no page of another site can send a form in the name of its reader', async (t) => {
  const { send } = await formOpenedFor(t, 20)
  const ours = [
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://annuaire.example' },
    { origin: 'http://localhost:80', host: 'localhost:80' },
    { referer: 'https://annuaire.example/lieux/epn-de-bayeux' },
    { 'sec-fetch-site': 'same-origin', origin: 'null' }
  ]
  const theirs = [
    {},
    { 'sec-fetch-site': 'cross-site', origin: 'https://annuaire.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-origin, none' },
    { origin: 'https://evil.example', referer: 'https://annuaire.example/' },
    { origin: 'http://annuaire.example' },
    { origin: 'https://annuaire.example.evil.example' },
    { origin: 'null' },
    { origin: '' },
    { referer: 'https://evil.example/?https://annuaire.example/' },
    { referer: 'annuaire.example' }
  ]
  for (const headers of ours) {
    t.equal((await send('', headers)).statusCode, 200, JSON.stringify(headers))
  }
  for (const headers of theirs) {
    const { statusCode, body, headers: answered } = await send('', headers)
    t.equal(statusCode, 403, JSON.stringify(headers))
    t.match(body, /Le formulaire n’a pas été envoyé/)
    t.match(body, /href="\/avis"/, 'it leads back')
    t.equal(answered['cache-control'], 'private, no-store')
  }
})

t.test('a form that floods is refused, and one that cannot be stored', async (t) => {
  const { send } = await formOpenedFor(t, 20)
  t.equal((await send(`texte=${'x'.repeat(100_000)}`)).statusCode, 200, 'its page says that it is too long')
  t.equal((await send(`texte=${'x'.repeat(2_000_000)}`)).statusCode, 413)
  t.equal((await send('texte=%00')).statusCode, 400)
  t.equal((await send('{}', { 'content-type': 'text/plain', 'sec-fetch-site': 'none' })).statusCode, 415)
})

t.test('cookies are read where people fill in forms, and nowhere else', async (t) => {
  const { app } = await formOpenedFor(t, 20)
  const headers = { cookie: 'annuaire=ses_1' }
  t.same((await app.inject({ url: '/avis', headers })).json(), { cookies: { annuaire: 'ses_1' } })
  t.same((await app.inject({ url: '/public', headers })).json(), { cookies: 'none are read' })
  const form = await app.inject({ url: '/avis', headers })
  t.equal(
    form.headers['cache-control'],
    'private, no-cache',
    'no shared cache gives its token to another reader'
  )
})
