import t from 'tap'
import { smtpPostman } from '../../src/clients/smtp.ts'
import { correctPlace } from '../../src/domain/corrections/correct-place.ts'
import { deliverHandful, type Postman } from '../../src/domain/outbox/delivery.ts'
import { correctionPublishing } from '../../src/store/corrections/correction-store.ts'
import { countWaitingMails, mailQueue } from '../../src/store/outbox/outbox-store.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { mailServer, refusal } from '../support/people/smtp.ts'
import { senderOf } from '../support/records.ts'
import { addressed, linesOf, mailsToOwner, sourceTellerOver, week } from './mended.ts'

const SENDER = { name: 'Hub du Morvan', url: 'https://lieux.example.org', contact: 'hub@lieux.example.org' }
const FROM = 'annuaire@lieux.example.org'
const GONE = 'parti@epn-nievre.example'
const HERE = 'fichier@mairies-de-la-nievre.example'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const tell = sourceTellerOver(database)
const record = (id: string, name: string, commune: string) => ({
  id,
  content: { name, address: { commune }, contacts: { phone: '+33386000000' } }
})
await (await senderOf(database, api, 'epn-nievre')).put([record('1', 'Cyber-base du Banlay', '58194')])
await (await senderOf(database, api, 'mairies-de-la-nievre')).put([
  record('2', 'Médiathèque François-Mitterrand', '58079')
])
await addressed(database, 'epn-nievre', GONE, 'en')
await addressed(database, 'mairies-de-la-nievre', HERE)
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const nevers = await idOf('banlay')
const clamecy = await idOf('mitterrand')
const correct = (place: string, phone: string) =>
  correctPlace(correctionPublishing(database), {
    ...{ place, field: 'contacts.phone', value: phone, by: 'Ana Duval', note: null }
  })

let now = Date.now() + 60_000
const over = (postman: Postman) => {
  const queue = mailQueue(database, 1_000)
  return deliverHandful({ queue, postman, sender: SENDER, now: () => new Date(now) })
}

t.test('the server of one owner refuses; the other owner gets the mail, in words and in HTML', async (t) => {
  await correct(nevers, '+33386000001')
  await correct(clamecy, '+33386000002')
  t.same(await tell(week(1)), { mailed: 2 })

  const { url: away } = await mailServer(t, {
    onConnect: (_, end) => end(refusal(421, '4.3.2 shutting down'))
  })
  const failing = smtpPostman(away, FROM)
  t.teardown(failing.close)
  t.same(await over(failing.carry), { sent: 0, later: 2, failed: 0 }, 'a server that is away loses nothing')

  const { url, received } = await mailServer(t, {
    onRcptTo: ({ address }, _, end) =>
      end(address === GONE ? refusal(550, `5.1.1 <${GONE}>: user unknown`) : undefined)
  })
  const postman = smtpPostman(url, FROM)
  t.teardown(postman.close)
  now += 60_000
  t.same(await over(postman.carry), { sent: 1, later: 0, failed: 1 })
  t.equal(await countWaitingMails(database), 0)
  const [{ to, mail } = { to: [], mail: null }, ...more] = received
  t.equal(more.length, 0)
  t.same(to, [HERE])
  t.match(mail?.subject, 'Annuaire mairies-de-la-nievre\u00a0: une fiche à corriger')
  for (const text of [mail?.text, mail?.html || '']) {
    t.match(text, /Médiathèque François-Mitterrand, Clamecy/)
    t.match(text, /03\s86\s00\s00\s00.*Depuis le .*03\s86\s00\s00\s02/)
    t.match(text, `https://lieux.example.org/lieux/${clamecy}/historique`)
    t.match(text, 'https://lieux.example.org/contact')
    t.notMatch(text, /ana|duval/i)
  }
})

t.test('what was accepted meanwhile waits until the source has an address that gets mails', async (t) => {
  await correct(nevers, '+33386000003')
  await correct(clamecy, '+33386000004')
  t.same(await tell(week(2)), { mailed: 1 }, 'the other source goes on')
  t.same(await tell(week(3)), { mailed: 0 })
  const another = 'nouvelle@epn-nievre.example'
  await addressed(database, 'epn-nievre', another, 'en')
  t.same(await tell(week(4)), { mailed: 1 })
  const [mail, ...more] = await mailsToOwner(database, another)
  if (mail === undefined) return t.fail('no mail')
  t.equal(more.length, 0)
  t.match(linesOf(mail), [
    /1$/,
    /^The phone number: your file says “03\s86\s00\s00\s00”.*“03\s86\s00\s00\s03”/
  ])
})
