import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { forgetUnconfirmed } from '../../src/store/subscriptions/subscription-reader.ts'
import { codeIn, formIn, mailsTo, sendForm } from '../contributions/reporting.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { forgetAttempts, mailedTo, signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { subscribed } from './subscribing.ts'

const database = await testDatabase(t)
let now = Date.UTC(2026, 10, 30, 9)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'epn-nievre')
await put([
  { id: 'nevers', content: { name: 'Cyber-base du Banlay', types: ['EPN'], address: { commune: '58194' } } }
])
const nevers = (await api.get('/v1/places?q=cyber-base')).items[0]?.id ?? ''
const open = (url: string, language = 'fr') =>
  api.ask({ url, headers: { accept: 'text/html', 'accept-language': language } })
const rows = () => database.prisma.subscription.findMany({ orderBy: { createdAt: 'asc' } })

async function fillIn(html: string, fields: Readonly<Record<string, string>>, act = '') {
  const { action, token } = formIn(html, act)
  now += 10_000
  return sendForm(api, action, { jeton: token, ...fields })
}

t.beforeEach(() => forgetAttempts(database))

t.test(
  'the pages of a place, of the Nièvre and of a search lead to a form that says what is followed',
  async (t) => {
    const place = await open(`/lieux/cyber-base-du-banlay-${nevers}`)
    t.match(place.body, `href="/s-abonner?fiche=${nevers}"`)
    t.match((await open('/lieux/departement/nievre')).body, 'href="/s-abonner?territoire=department%3A58"')
    const search = await open('/?q=banlay&type=EPN&sort=name')
    t.match(search.body, 'href="/s-abonner?q=banlay&amp;type=EPN"')
    const html = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off' } })
    for (const [url, says] of [
      [`/s-abonner?fiche=${nevers}`, 'Cyber-base du Banlay'],
      ['/s-abonner?territoire=department:58', 'Nièvre'],
      ['/s-abonner?type=EPN&department=58&free=1', 'une recherche'],
      [
        '/s-abonner?type=EPN&department=58&free=1',
        /<li>[^<]*Nièvre<\/li><li>Gratuit<\/li><li>Espace public numérique<\/li>/
      ],
      ['/s-abonner', 'tous les lieux'],
      [`/s-abonner?fiche=${nevers}&lang=en`, 'Cyber-base du Banlay']
    ] as const) {
      const page = await open(url)
      t.equal(page.statusCode, 200, url)
      t.match(page.body, says)
      t.notOk(page.headers['set-cookie'])
      const { results } = await html.validateString(page.body)
      t.same(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        [],
        url
      )
    }
    t.equal((await open('/s-abonner?fiche=0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90')).statusCode, 404)
    t.equal((await open('/s-abonner?territoire=department:99')).statusCode, 404)
  }
)

t.test('Ana subscribes without account, changes how often, and stops', async (t) => {
  const email = 'ana@nevers.example'
  const asked = await open(`/s-abonner?fiche=${nevers}`)
  const refused = await fillIn(asked.body, { courriel: 'ana@', frequence: 'weekly' })
  t.equal(refused.statusCode, 422)
  t.match(refused.body, /value="ana@"/)
  const sent = { courriel: email, frequence: 'weekly' }
  const [one, other] = await Promise.all([fillIn(refused.body, sent), fillIn(refused.body, sent)])
  t.equal(one.statusCode, 303, one.body)
  t.equal(one.headers.location, other.headers.location, 'a double press makes one')
  t.equal((await rows()).length, 1)
  const [mail, ...more] = await mailsTo(database, email)
  t.equal(more.length, 0)
  const waiting = await open(String(one.headers.location))
  t.match(waiting.body, /Un courriel avec un code vient d’être envoyé/)
  const wrong = await fillIn(waiting.body, { code: '0000-0000' })
  t.equal(wrong.statusCode, 422)
  const confirmed = await fillIn(waiting.body, { code: codeIn(mail) })
  t.equal(confirmed.statusCode, 303, confirmed.body)
  const page = await open(String(confirmed.headers.location))
  t.match(page.body, /C’est confirmé/)
  t.match(page.body, /Cyber-base du Banlay/)
  t.equal((await rows())[0]?.state, 'on')

  const changed = await fillIn(page.body, { frequence: 'now' }, 'acte=frequence')
  t.equal(changed.statusCode, 303, changed.body)
  t.equal((await rows())[0]?.cadence, 'now')
  const again = await open(String(confirmed.headers.location))
  const ended = await fillIn(again.body, {}, 'acte=arreter')
  t.equal(ended.statusCode, 303, ended.body)
  const last = await open(String(ended.headers.location))
  t.equal(last.statusCode, 200)
  t.match(last.body, /Cet abonnement est arrêté/)
  t.equal((await rows()).length, 0, 'the address is gone with it')
})

t.test(
  'a program that opens the link of the mail and presses its button confirms no subscription',
  async (t) => {
    const email = 'paul@nevers.example'
    await fillIn((await open(`/s-abonner?fiche=${nevers}`)).body, { courriel: email, frequence: 'daily' })
    const [mail] = await mailedTo(database, email)
    const page = await open(mail?.link ?? '')
    t.equal(page.statusCode, 200)
    t.equal((await fillIn(page.body, { code: '' })).statusCode, 422)
    t.strictSame(
      (await rows()).map(({ state, tries }) => [state, tries]),
      [['asked', 0]]
    )
    const confirmed = await fillIn(page.body, { code: mail?.code ?? '' })
    t.equal(confirmed.statusCode, 303, 'the link works in any browser, with the code')
    await database.batch.query('DELETE FROM subscription')
  }
)

t.test('the mail program of Léa ends it with one click, without session; other sites cannot', async (t) => {
  const link = await subscribed(api, database, { email: 'lea@nevers.example', kind: 'place', place: nevers })
  const url = `/abonnements/${link}?lang=en`
  const click = (type: string, payload: string, headers: object = {}) =>
    api.ask({ method: 'POST', url, payload, headers: { 'content-type': type, ...headers } })
  const PLAIN = 'application/x-www-form-urlencoded'
  for (const from of [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://autre.example' },
    { referer: 'https://autre.example/' }
  ])
    t.equal((await click(PLAIN, 'List-Unsubscribe=One-Click', from)).statusCode, 403)
  t.equal((await click(PLAIN, 'autre=chose')).statusCode, 200, 'only this field ends it')
  t.equal((await open(url)).statusCode, 200, 'nor does opening it')
  t.equal((await rows()).length, 1)
  const part = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  const ended = await click('multipart/form-data; boundary=x', part)
  t.equal(ended.statusCode, 200, ended.body)
  t.equal((await rows()).length, 0)
  t.equal((await click(PLAIN, 'List-Unsubscribe=One-Click')).statusCode, 200, 'a second click is as good')
  const other = await api.ask({
    method: 'POST',
    url: '/s-abonner',
    payload: '',
    headers: { 'content-type': PLAIN }
  })
  t.equal(other.statusCode, 403, 'the other forms still need a browser')
})

t.test(
  'the asker learns neither whether an address is subscribed nor whether it has confirmed',
  async (t) => {
    const email = 'zoe@nevers.example'
    const link = await subscribed(api, database, { email, kind: 'place', place: nevers })
    const ask = (to: string, key?: string) =>
      api.ask({
        method: 'POST',
        url: '/v1/subscriptions',
        payload: { email: to, kind: 'place', place: nevers },
        headers: key ? { 'idempotency-key': key } : {}
      })
    const shape = (answer: Awaited<ReturnType<typeof ask>>) => [
      answer.statusCode,
      answer.json().state,
      Object.keys(answer.json()),
      answer.json().id.length
    ]
    t.strictSame(shape(await ask(email)), shape(await ask('inconnue@nevers.example')))
    const key = '01998f0c-27a4-7c31-9d55-1f7b3c1e2a90'
    const first = await ask(email, key)
    const [mail] = await mailedTo(database, email)
    const confirm = await api.ask({
      method: 'POST',
      url: `/v1/subscriptions/${first.json().id}/confirm`,
      payload: { code: mail?.code }
    })
    t.equal(confirm.statusCode, 200, confirm.body)
    t.strictSame((await ask(email, key)).json(), first.json(), 'also after it was confirmed')
    t.equal(
      (await api.ask(`/v1/subscriptions/${first.json().id}`)).statusCode,
      404,
      'the plain id shows nothing'
    )
    t.equal(
      (await api.ask({ method: 'DELETE', url: `/v1/subscriptions/${first.json().id}` })).statusCode,
      404
    )
    t.equal(
      (await api.ask(`/v1/subscriptions/${link}`)).statusCode,
      404,
      'one subscription replaces the other'
    )
    const codes = async () => (await mailedTo(database, email)).length
    await forgetAttempts(database)
    const before = await codes()
    for (let time = 0; time < 8; time += 1) t.equal((await ask(email)).statusCode, 202)
    t.equal((await codes()) - before, 5, 'an address gets five codes an hour')
    for (let time = 0; time < 20; time += 1) await ask(`ana${time}@nevers.example`)
    t.equal((await ask('ana@nevers.example')).statusCode, 429)
  }
)

t.test('codes guessed six times die, and what is not confirmed is deleted after two days', async (t) => {
  await database.batch.query('DELETE FROM subscription')
  const email = 'luc@nevers.example'
  const asked = await api.ask({
    method: 'POST',
    url: '/v1/subscriptions',
    payload: { email, kind: 'place', place: nevers }
  })
  const url = `/v1/subscriptions/${asked.json().id}/confirm`
  const enter = (code = '') => api.ask({ method: 'POST', url, payload: { code } })
  for (let time = 0; time < 5; time += 1) t.equal((await enter('0000-0000')).statusCode, 422)
  const [mail] = await mailedTo(database, email)
  t.equal((await enter(mail?.code)).statusCode, 429)
  await forgetUnconfirmed(database, new Date(now + 47 * 3_600_000))
  t.equal((await rows()).length, 1)
  await forgetUnconfirmed(database, new Date(now + 49 * 3_600_000))
  t.equal((await rows()).length, 0)
})

t.test(
  'with the account of the address, no code is needed; the account lists it and closes with it',
  async (t) => {
    const email = 'mia@nevers.example'
    await forgetAttempts(database)
    const token = await signIn(api, database, email)
    const headers = { authorization: `Bearer ${token}` }
    const asked = await api.ask({
      method: 'POST',
      url: '/v1/subscriptions',
      headers,
      payload: { email, kind: 'search', search: 'department=58&type=EPN', cadence: 'weekly' }
    })
    t.match(asked.json(), { state: 'on' })
    const listed = await api.ask({ url: '/v1/account/subscriptions', headers })
    t.match(listed.json().items, [{ id: asked.json().id, kind: 'search', cadence: 'weekly' }])
    const page = await api.ask({
      url: '/compte',
      headers: { accept: 'text/html', cookie: `annuaire=${token}` }
    })
    t.match(page.body, `href="/abonnements/${asked.json().id}"`)
    const own = await open(`/abonnements/${asked.json().id}`)
    t.match(own.body, /href="\/\?(department=58&amp;type=EPN|type=EPN&amp;department=58)"/)
    const other = await api.ask({
      method: 'POST',
      url: '/v1/subscriptions',
      headers,
      payload: { email: 'autre@nevers.example', kind: 'place', place: nevers }
    })
    t.match(other.json(), { state: 'asked' }, 'another address must confirm')
    const closed = await api.ask({
      method: 'POST',
      url: '/v1/account/close',
      headers,
      payload: { texts: 'kept' }
    })
    t.equal(closed.statusCode, 204, closed.body)
    t.equal(await database.prisma.subscription.count({ where: { email } }), 0)
  }
)

t.test('a search by opening time is refused, and so is what names nothing', async (t) => {
  const ask = (payload: object) =>
    api.ask({
      method: 'POST',
      url: '/v1/subscriptions',
      payload: { email: 'ana@nevers.example', ...payload }
    })
  t.equal((await ask({ kind: 'search', search: 'open_at=now' })).statusCode, 400)
  t.equal((await ask({})).statusCode, 400)
  t.equal((await ask({ kind: 'place', place: nevers, territory: 'department:58' })).statusCode, 400)
  t.equal((await ask({ kind: 'territory', territory: 'department:99' })).statusCode, 404)
})

t.test('a mistyped parameter is refused, and does not subscribe to all places', async (t) => {
  for (const query of ['departement=58', `lieu=${nevers}`, 'territory=department:58', 'fiches=1']) {
    const page = await open(`/s-abonner?${query}`)
    t.equal(page.statusCode, 400, query)
    t.match(page.body, 'que nous ne connaissons pas')
    t.notMatch(page.body, /tous les lieux/)
  }
  for (const query of ['utm_source=lettre', 'department=58', 'town=Nevers', 'lang=en'])
    t.equal((await open(`/s-abonner?${query}`)).statusCode, 200, query)
})
