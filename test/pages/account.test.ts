import type { LightMyRequestResponse } from 'fastify'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { mailedTo } from '../support/people/accounts.ts'

const database = await testDatabase(t)
let now = Date.parse('2026-12-01T09:00:00Z')
const api = await apiOver(t, database, () => now, undefined, { PUBLIC_URL: 'https://annuaire.example' })

/** A browser without JavaScript: it keeps cookies, and sends the forms that pages contain. */
function browser(ask: typeof api.ask = api.ask) {
  const cookies = new Map<string, string>()
  const keep = (answer: LightMyRequestResponse) => {
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0 || value === '') cookies.delete(name)
      else cookies.set(name, value)
    return answer
  }
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const open = async (url: string) => keep(await ask({ url, headers: { cookie: cookie() } }))
  const press = async (url: string, fields: Readonly<Record<string, string>> = {}, site = 'same-origin') => {
    const { body } = await open(url)
    const [, token = ''] = /name="jeton" value="([^"]*)"/.exec(body) ?? []
    now += 5_000
    return keep(
      await ask({
        method: 'POST',
        url,
        headers: {
          cookie: cookie(),
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': site
        },
        payload: new URLSearchParams({ jeton: token, ...fields }).toString()
      })
    )
  }
  return { cookies, open, press }
}

const SESSION = '__Host-annuaire'

t.test(
  'a scanner that opens the link and presses its button gets no session; the person then signs in',
  async (t) => {
    const person = browser()
    const asked = await person.press('/connexion', { email: 'camille@bayeux.example' })
    t.equal(asked.statusCode, 303)
    const [mail] = await mailedTo(database, 'camille@bayeux.example')
    const link = mail?.link ?? ''
    t.match(link, /^\/connexion\/[\w-]{40,}$/)

    const scanner = browser()
    for (let visit = 0; visit < 7; visit += 1) {
      const page = await scanner.open(link)
      t.equal(page.statusCode, 200)
      t.notOk(page.body.includes(mail?.code ?? '?'), 'the page does not tell the code')
      t.equal((await scanner.press(link)).statusCode, 422)
      t.equal((await scanner.press(link, { code: '' })).statusCode, 422)
      await api.ask({ method: 'HEAD', url: link })
    }
    t.same([...scanner.cookies], [])

    const page = await person.open(link)
    t.match(page.body, /Vous avez ouvert le lien du message dans le navigateur où vous l’aviez demandé/)
    t.notMatch(page.body, /name="code"/, 'one button, no field')
    const signedIn = await person.press(link)
    t.equal(signedIn.statusCode, 303)
    t.equal(signedIn.headers.location, '/compte')
    const cookie = String(signedIn.headers['set-cookie'])
    t.match(cookie, /__Host-annuaire=ses_[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax/)
    t.match((await person.open('/compte')).body, /camille@bayeux\.example/)
    t.equal((await scanner.press(link)).statusCode, 422)
  }
)

t.test(
  'the code of a phone signs in on the computer of a library, and a wrong one is said beside its field',
  async (t) => {
    const library = browser()
    const asked = await library.press('/connexion?vers=/compte/donnees', { email: 'noel@caen.example' })
    const address = String(asked.headers.location)
    const wrong = await library.press(address, { code: '0000-0000' })
    t.equal(wrong.statusCode, 422)
    t.match(wrong.body, /<title>Erreur/)
    t.match(wrong.body, /href="#code"/)
    t.match(wrong.body, /aria-invalid/)
    t.match(wrong.body, /value="0000-0000"/)
    const [mail] = await mailedTo(database, 'noel@caen.example')
    const done = await library.press(address, { code: mail?.code ?? '' })
    t.equal(done.headers.location, '/compte/donnees')
    const data = await library.open('/compte/donnees?format=json')
    t.match(data.headers['content-disposition'], /attachment/)
    t.equal(data.json().account[0].email, 'noel@caen.example')
  }
)

t.test('the way back leads to our private pages only', async (t) => {
  for (const vers of [
    'https://evil.example',
    '//evil.example',
    '/lieux/x',
    '/compte/../x',
    '/\\evil.example'
  ]) {
    const person = browser()
    const asked = await person.press(`/connexion?vers=${encodeURIComponent(vers)}`, {
      email: 'back@caen.example'
    })
    t.notMatch(String(asked.headers.location), /vers/, vers)
  }
})

t.test('forms of other sites are refused, and an address that smuggles a second one too', async (t) => {
  const person = browser()
  t.equal((await person.press('/connexion', { email: 'a@b.example' }, 'cross-site')).statusCode, 403)
  const refused = await person.press('/connexion', { email: 'a@b.example, evil@example.net' })
  t.equal(refused.statusCode, 422)
  t.match(refused.body, /href="#email"/)
  t.equal((await mailedTo(database, 'a@b.example')).length, 0)
})

t.test('signing out of one browser, saving the profile, and closing the account', async (t) => {
  const email = 'lea@nevers.example'
  const [one, two] = [browser(), browser()]
  for (const each of [one, two]) {
    const asked = await each.press('/connexion', { email })
    const [mail] = await mailedTo(database, email)
    await each.press(String(asked.headers.location), { code: mail?.code ?? '' })
  }
  const saved = await one.press('/compte', { nom: 'Léa Nevers', titre: 'mediator', langue: 'fr' })
  t.equal(saved.headers.location, '/compte?etat=enregistre')
  t.match((await two.open('/compte')).body, /value="Léa Nevers"/)
  const long = await one.press('/compte', { nom: 'x'.repeat(201), titre: '', langue: 'fr' })
  t.equal(long.statusCode, 422)
  t.match(long.body, /href="#nom"/)
  await two.press('/compte/deconnexion', { partout: '1' }).catch(() => {})
  t.equal((await one.open('/compte')).headers.location, '/connexion?vers=%2Fcompte')

  await database.batch.query('DELETE FROM attempt')
  const asked = await one.press('/connexion?vers=/compte/resilier', { email })
  const [mail] = await mailedTo(database, email)
  await one.press(String(asked.headers.location), { code: mail?.code ?? '' })
  t.equal((await one.press('/compte/resilier')).statusCode, 422, 'what becomes of the texts is asked')
  const closed = await one.press('/compte/resilier', { textes: 'kept' })
  t.equal(closed.headers.location, '/connexion?etat=resilie')
  t.notOk(one.cookies.has(SESSION))
  t.match((await one.open('/connexion?etat=resilie')).body, /Votre compte est résilié/)
})

t.test(
  'if the database does not answer, a person who is signed in is asked to wait, and stays signed in',
  async (t) => {
    const email = 'ines@bayeux.example'
    const person = browser((request) => api.app.inject(request))
    const asked = await person.press('/connexion', { email })
    const [mail] = await mailedTo(database, email)
    await person.press(String(asked.headers.location), { code: mail?.code ?? '' })
    t.equal((await person.open('/compte')).statusCode, 200)

    await database.batch.query('ALTER TABLE session RENAME TO session_away')
    const saved = { nom: 'Inès', titre: '', langue: 'fr' }
    const answers = [
      await person.open('/compte'),
      await person.open('/compte/donnees'),
      await person.open('/compte/resilier'),
      await person.press('/compte', saved),
      await person.press('/compte/resilier', { textes: 'kept' })
    ]
    await database.batch.query('ALTER TABLE session_away RENAME TO session')
    for (const { statusCode, body } of answers) {
      t.equal(statusCode, 503)
      t.match(body, /Cette page ne répond pas pour le moment/)
    }
    t.match((await person.open('/compte')).body, /ines@bayeux\.example/)
  }
)

t.test('private pages are neither cached nor listed by search engines, in both languages', async (t) => {
  for (const path of [
    '/connexion',
    '/connexion?lang=en',
    '/connexion/0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'
  ]) {
    const page = await browser().open(path)
    t.equal(page.statusCode, 200, path)
    t.equal(page.headers['cache-control'], 'private, no-store')
    t.equal(page.headers['set-cookie'], undefined)
    t.match(page.body, /<meta name="robots" content="noindex"/)
    t.notMatch(page.body, /<script/)
  }
  t.match((await browser().open('/connexion?lang=en')).body, /There is no password/)
  t.equal((await browser().open('/connexion/nonsense')).statusCode, 404)
})

t.test('without participation, none of this is there', async (t) => {
  const without = await apiOver(t, database, () => now, undefined, { PARTICIPATION: 'false' })
  for (const url of ['/connexion', '/compte', '/v1/account', '/v1/session'])
    t.equal((await without.ask(url)).statusCode, 404, url)
})
