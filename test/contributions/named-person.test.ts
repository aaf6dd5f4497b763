import t from 'tap'
import { undoCorrection } from '../../src/domain/corrections/correct-place.ts'
import { forgetOldReports } from '../../src/store/contributions/old-reports.ts'
import { correctionPublishing } from '../../src/store/corrections/correction-store.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { senderOf } from '../support/records.ts'
import { TOWNS } from '../support/towns.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-normandie')
await database.batch.query("UPDATE source SET publishes_persons = true WHERE slug = 'epn-normandie'")
const NAMELESS = testPlace({ ...TOWNS.bayeux, name: 'Cyber-base de Bayeux', types: ['EPN'] })
await writePlaces(database, [NAMELESS])
const record = {
  id: 'caen',
  content: {
    name: 'Cyber-base de Caen',
    address: { commune: '14118' },
    contacts: { person: { name: 'Camille Martin', role: 'Animatrice', phone: null, email: null } }
  }
}
await put([record])
const place = (await api.get('/v1/places?q=cyber-base+caen')).items[0]?.id ?? ''
const personOf = async () =>
  (await api.get<{ contacts: { person: unknown } }>(`/v1/places/${place}`)).contacts.person

const page = async (url: string) =>
  (await api.ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })).body

t.test('the form promises to hide a person only if the entry names one', async (t) => {
  t.match(await page(`/lieux/${place}/signaler?sujet=personne`), 'est cachée dès que vous envoyez')
  const { id: unnamed } = NAMELESS
  const form = await page(`/lieux/${unnamed}/signaler?sujet=personne`)
  t.match(form, 'rien ne peut donc être caché aussitôt')
  t.notMatch(form, 'dès que vous envoyez')
  const sent = await api.ask({
    method: 'POST',
    url: '/v1/contributions',
    payload: { place: unnamed, category: 'person', text: 'Mon nom est dans la présentation.' }
  })
  t.match(await page(`/signalements/${sent.json().reference}`), 'rien n’a été caché aussitôt')
})

t.test(
  'a person who is named is hidden at once, stays hidden after imports, and can be shown again',
  async (t) => {
    t.match(await personOf(), { name: 'Camille Martin' })
    const { statusCode, body } = await api.ask({
      method: 'POST',
      url: '/v1/contributions',
      payload: { place, category: 'person', person: 'Camille Martin', email: 'camille@example.org' }
    })
    t.equal(statusCode, 201, body)
    t.equal(JSON.parse(body).state, 'open', 'erasing does not wait for a confirmation')
    t.equal(await personOf(), null)
    const told = await page(`/signalements/${JSON.parse(body).reference}`)
    t.match(told, /Le nom de la personne est caché depuis le \d+(er)? \p{L}+ \d{4} à \d+\u00a0h\u00a0\d\d/u)
    t.notMatch(told, /rien n’est décidé par un programme/)
    for (const role of ['Animatrice', 'Médiatrice', 'Directrice']) {
      const { contacts } = record.content
      await put([
        { ...record, content: { ...record.content, contacts: { person: { ...contacts.person, role } } } }
      ])
      t.equal(await personOf(), null, 'an import does not bring the person back')
    }
    const provenance = JSON.stringify(await api.get(`/v1/places/${place}/provenance`))
    t.notMatch(provenance, JSON.parse(body).reference, 'what is public does not lead to the report')
    t.notMatch(provenance, 'Camille')
    const [correction] = await database.prisma.correction.findMany({ where: { placeId: place } })
    t.ok(correction?.contributionId)
    await undoCorrection(correctionPublishing(database), Number(correction?.id), 'Modération')
    t.match(await personOf(), { name: 'Camille Martin' })
  }
)

t.test('what people wrote is kept no longer than the page on personal data says', async (t) => {
  const reportOn = async (payload: object) =>
    (await api.ask({ method: 'POST', url: '/v1/contributions', payload: { place, ...payload } })).json()
      .reference
  const hours = { category: 'hours', text: 'Fermé le lundi.' }
  const unconfirmed = await reportOn({ ...hours, email: 'ana@example.org' })
  const open = await reportOn(hours)
  const closed = await reportOn(hours)
  await api.ask({ method: 'POST', url: `/v1/contributions/${closed}/withdraw` })
  const find = (reference: string) => database.prisma.contribution.findUnique({ where: { reference } })
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  await forgetOldReports(database, inDays(1))
  t.ok(await find(unconfirmed), 'a day later, the code is still valid')
  await forgetOldReports(database, inDays(3))
  t.equal(await find(unconfirmed), null)
  t.ok((await find(open))?.clientKey)
  await forgetOldReports(database, inDays(31))
  t.equal((await find(open))?.clientKey, null)
  t.match(await find(closed), { text: 'Fermé le lundi.' })
  await forgetOldReports(database, inDays(370))
  t.match(await find(closed), { text: null, email: null, category: 'hours', state: 'withdrawn' })
  t.match(await find(open), { text: 'Fermé le lundi.' }, 'what waits is kept until it is decided')
})
