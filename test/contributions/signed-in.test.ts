import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { createKey } from '../support/records.ts'
import { TOWNS } from '../support/towns.ts'
import { formIn } from './reporting.ts'

const database = await testDatabase(t)
const PLACE = testPlace({ ...TOWNS.bayeux, name: 'EPN de Bayeux', types: ['EPN'] })
await writePlaces(database, [PLACE])
const api = await apiOver(t, database)
const accept = { accept: 'text/html', 'accept-language': 'fr' }

t.test('who is signed in reports in their own name, and who no longer is still reports', async (t) => {
  const token = await signIn(api, database, 'ana@example.org')
  const owner = await database.prisma.account.findFirstOrThrow({ where: { email: 'ana@example.org' } })
  for (const [cookie, account] of [
    [token, owner.id],
    ['ses_ended', null]
  ] as const) {
    const page = await api.ask({ url: `/lieux/${PLACE.id}/signaler?sujet=horaires`, headers: accept })
    const form = formIn(page.body)
    // A form that is sent within three seconds was filled in by a program.
    await wait(3_100)
    const sent = await api.ask({
      method: 'POST',
      url: form.action,
      payload: new URLSearchParams({ jeton: form.token, texte: 'Fermé le lundi.' }).toString(),
      headers: {
        ...accept,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        cookie: `annuaire=${cookie}`
      }
    })
    t.equal(sent.statusCode, 303, sent.body)
    const reference = String(sent.headers.location).split('/').at(-1) ?? ''
    const made = await database.prisma.contribution.findUniqueOrThrow({ where: { reference } })
    t.equal(made.accountId, account)
  }
})

t.test(
  'who is signed in proposes a place without an address or a code, and finds it in the account',
  async (t) => {
    const token = await signIn(api, database, 'lea@example.org')
    const cookie = `annuaire=${token}`
    const press = async (html: string, session: string) => {
      const { action, token: jeton } = formIn(html)
      const fields = { nom: 'Atelier du Bocage', genre: 'EPN', commune: 'Bayeux', jeton }
      const seen = { lieux_vus: /name="lieux_vus" value="([^"]*)"/.exec(html)?.[1] ?? '', horaires_vus: '' }
      await wait(3_100)
      return api.ask({
        method: 'POST',
        url: action,
        payload: new URLSearchParams({ ...fields, ...seen }).toString(),
        headers: {
          ...accept,
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          cookie: session
        }
      })
    }
    const open = async () => (await api.ask({ url: '/proposer-un-lieu', headers: accept })).body
    t.match((await press(await open(), '')).body, 'Écrivez votre courriel', 'without an account it is needed')
    const checked = await press(await open(), cookie)
    t.match(checked.body, 'La proposition sera gardée dans votre compte')
    const ended = await press(checked.body, 'annuaire=ses_ended')
    t.equal(ended.statusCode, 422)
    t.match(ended.body, 'Écrivez votre courriel')
    const sent = await press(checked.body, cookie)
    t.equal(sent.statusCode, 303, sent.body)
    const page = String(sent.headers.location)
    const tracking = (await api.ask({ url: page, headers: accept })).body
    t.match(tracking, 'Reçu')
    t.match(tracking, 'est gardé dans votre compte')
    t.match(tracking, 'Atelier du Bocage, Bayeux')
    const account = (await api.ask({ url: '/compte', headers: { ...accept, cookie } })).body
    t.match(account, page)
    t.match(account, /Atelier du Bocage, Bayeux[\s\S]*Reçu/)
    const foot = (html: string) => html.split('<footer')[1] ?? ''
    t.match(foot(account), 'Mon compte')
    for (const html of [tracking, (await api.ask({ url: '/', headers: { ...accept, cookie } })).body]) {
      t.match(
        foot(html),
        '<a href="/compte">Mon compte</a>',
        'pages that anyone may open say the same to all'
      )
      t.notMatch(foot(html), 'Se connecter')
    }
    const signedOut = await api.ask({ url: '/compte', headers: accept })
    t.equal(signedOut.headers.location, '/connexion?vers=%2Fcompte')
  }
)

t.test('a partner site sends reports with its key, once under each of its references', async (t) => {
  const payload = {
    place: PLACE.id,
    category: 'hours',
    text: 'Fermé le lundi.',
    partner_reference: 'signalement-2026-118'
  }
  const sendWith = async (scope: string) => {
    const { token } = await createKey(database, [scope])
    const headers = { authorization: `Bearer ${token}` }
    return () => api.ask({ method: 'POST', url: '/v1/contributions', payload, headers })
  }
  const send = await sendWith('contributions:write')
  const [first, again] = [await send(), await send()]
  t.equal(first.statusCode, 201, first.body)
  t.equal(again.json().reference, first.json().reference)
  const other = await sendWith('contributions:write')
  t.not((await other()).json().reference, first.json().reference, 'another site may use the same reference')
  t.equal((await (await sendWith('review'))()).statusCode, 403)
})
