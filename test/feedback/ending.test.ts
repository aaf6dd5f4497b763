import t from 'tap'
import { correctPlace } from '../../src/domain/corrections/correct-place.ts'
import { correctionPublishing } from '../../src/store/corrections/correction-store.ts'
import { findFeedback } from '../../src/store/feedback/feedback-store.ts'
import { formIn, sendForm } from '../contributions/reporting.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { addressed, mailsToOwner, sourceTellerOver, week } from './mended.ts'

const SOURCE = 'epn-bessin'
const database = await testDatabase(t)
const api = await apiOver(t, database)
const tell = sourceTellerOver(database)
const { put } = await senderOf(database, api, SOURCE)
const contacts = { phone: '+33231000000' }
await put([{ id: '1', content: { name: 'Cyber-base de Bayeux', address: { commune: '14047' }, contacts } }])
const [{ id: place } = { id: '' }] = (await api.get('/v1/places')).items
const isSet = async () => (await findFeedback(database, SOURCE)) !== null

let weeks = 0

/** The link in a mail to an address, which is set for the source. */
async function linkTo(address: string, language: 'fr' | 'en' = 'fr'): Promise<string> {
  weeks += 1
  await addressed(database, SOURCE, address, language)
  const value = `+3323100000${weeks}`
  const correction = { place, field: 'contacts.phone', value, by: 'Ana Duval', note: null }
  await correctPlace(correctionPublishing(database), correction)
  await tell(week(weeks))
  return (await mailsToOwner(database, address)).at(-1)?.unsubscribe ?? ''
}

const oneClick = (url: string) =>
  api.ask({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click'
  })

t.test('one click in the mail program deletes the address; a second one is no error', async (t) => {
  const link = await linkTo('un@bessin.example')
  t.match(link, /^\/retours\/[\w-]{40,}$/)
  t.ok(await isSet())
  const ended = await oneClick(link)
  t.equal(ended.statusCode, 200, ended.body)
  t.match(ended.body, 'Ces courriels sont arrêtés')
  t.notOk(await isSet())
  t.equal((await oneClick(link)).statusCode, 200)
})

t.test('opening the page changes nothing; its button ends the mails, in both languages', async (t) => {
  const link = await linkTo('deux@bessin.example', 'en')
  t.match(link, /\?lang=en$/)
  const page = await api.ask({ url: link, headers: { accept: 'text/html' } })
  t.equal(page.statusCode, 200)
  t.match(page.body, /Annuaire epn-bessin/)
  t.match((await api.ask(link.replace('?lang=en', ''))).body, 'Ne plus recevoir les corrections')
  t.ok(await isSet())
  const { action, token } = formIn(page.body)
  t.equal((await sendForm(api, action, { jeton: 'faux' })).statusCode, 422)
  t.ok(await isSet())
  const ended = await sendForm(api, action, { jeton: token })
  t.equal(ended.statusCode, 303, ended.body)
  t.match((await api.ask(`${ended.headers.location}`)).body, 'These mails have stopped')
  t.notOk(await isSet())
})

t.test('the link of an earlier address does not stop the mails to the present one', async (t) => {
  const link = await linkTo('trois@bessin.example')
  await addressed(database, SOURCE, 'quatre@bessin.example')
  t.equal((await oneClick(link)).statusCode, 200)
  t.ok(await isSet())
})

t.test('a link that is not whole ends nothing', async (t) => {
  const link = await linkTo('cinq@bessin.example')
  for (const broken of [link.slice(0, -1), '/retours/rien', `/retours/${SOURCE}`]) {
    t.equal((await api.ask(broken)).statusCode, 404)
    t.equal((await oneClick(broken)).statusCode, 404)
    const url = `/v1/feedback/${broken.split('/')[2]}`
    t.match((await api.ask({ method: 'DELETE', url })).json(), { type: '/problems/subscription-not-found' })
  }
  t.ok(await isSet())
})

t.test('without participation, the page and the path do not exist', async (t) => {
  const link = await linkTo('six@bessin.example')
  const closed = await apiOver(t, database, undefined, undefined, { PARTICIPATION: 'false' })
  t.equal((await closed.ask(link)).statusCode, 404)
  const url = `/v1/feedback/${link.split('/')[2]}`
  t.equal((await closed.ask({ method: 'DELETE', url })).statusCode, 404)
  t.ok(await isSet())
})
