import t from 'tap'
import { hidePersons } from '../../src/domain/contributions/hide-person.ts'
import { correctPlace, undoCorrection } from '../../src/domain/corrections/correct-place.ts'
import { personHiding } from '../../src/store/contributions/person-reports.ts'
import { correctionPublishing } from '../../src/store/corrections/correction-store.ts'
import { granted } from '../edits/managing.ts'
import { moderatorOf, report } from '../moderation/moderators.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { forgetAttempts, signIn } from '../support/people/accounts.ts'
import { createKey, senderOf } from '../support/records.ts'
import { addressed, linesOf, mailsToOwner, sourceTellerOver, week } from './mended.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const tell = sourceTellerOver(database)
const { put } = await senderOf(database, api, 'epn-normandie', 40)
const { put: putOther } = await senderOf(database, api, 'epn-nievre', 40)
await database.batch.query("UPDATE source SET publishes_persons = true WHERE slug = 'epn-normandie'")
const record = (id: string, name: string, commune: string, contacts: object = {}, more: object = {}) => ({
  id,
  content: { name, address: { commune }, contacts, ...more }
})
const person = { name: 'Camille Lefèvre', role: 'Animatrice', phone: null, email: null }
const BAYEUX = record('EPN-14', 'Cyber-base de Bayeux', '14047', { phone: '+33231000000' })
const CAEN = record('EPN-15', 'Espace numérique de Caen', '14118', { phone: '+33231900000', person })
const ROUEN = record('EPN-16', 'Médiathèque de Rouen', '76540', {}, { summary: 'Aide de Camille Lefèvre.' })
await put([BAYEUX, CAEN, ROUEN])
await putOther([record('58-1', 'Cyber-base du Banlay', '58194', { phone: '+33386000000' })])
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const [bayeux, caen, rouen, nevers] = [
  await idOf('cyber-base+bayeux'),
  await idOf('espace+numerique+caen'),
  await idOf('mediatheque+rouen'),
  await idOf('banlay')
]
const correct = (place: string, field: string, value: unknown) =>
  correctPlace(correctionPublishing(database), {
    ...{ place, field, value, by: 'Ana Duval', note: 'Vu sur place par Ana Duval.' }
  })
const moderator = await moderatorOf(api, database, 'mod@annuaire.example', { kind: 'all' })
const OWNER = 'fichier@epn-normandie.example'
const NEVERS = 'fichier@epn-nievre.example'
await addressed(database, 'epn-normandie', OWNER)

t.test('nothing was accepted, so there is no mail', async (t) => {
  t.same(await tell(week(1)), { mailed: 0 })
  t.same(await mailsToOwner(database, OWNER), [])
})

t.test('the owner learns what the manager of a place in Bayeux set instead, once', async (t) => {
  const email = 'ana.duval@bayeux.example'
  await granted(database, email, { role: 'manager', scope: { kind: 'place', code: bayeux }, rank: 'owner' })
  await forgetAttempts(database)
  const token = await signIn(api, database, email)
  const { updated_at: version } = await api.get<{ updated_at: string }>(`/v1/places/${bayeux}`)
  const fields = { 'contacts.phone': '+33231111111', opening_hours: 'Lundi et mardi 9h-12h' }
  const edited = await api.ask({
    method: 'PATCH',
    url: `/v1/places/${bayeux}`,
    headers: { authorization: `Bearer ${token}` },
    payload: { version, fields }
  })
  t.equal(edited.statusCode, 200, edited.body)
  t.same(await tell(week(2)), { mailed: 1 })
  const [mail, ...more] = await mailsToOwner(database, OWNER)
  if (mail === undefined) return t.fail('no mail')
  t.equal(more.length, 0)
  t.match(mail, { language: 'fr', subject: 'Annuaire epn-normandie\u00a0: une fiche à corriger' })
  t.match(mail.unsubscribe, /^\/retours\//)
  t.match(linesOf(mail), [
    'Identifiant dans votre fichier\u00a0: EPN-14',
    /^Le téléphone\u00a0: votre fichier dit «\u00a002\s31\s00\s00\s00\u00a0»\. Depuis le \d.* \d{4}, nous publions «\u00a002\s31\s11\s11\s11\u00a0» \(par la personne qui gère le lieu\)\.$/,
    /^Les horaires\u00a0: votre fichier dit «\u00a0non renseigné\u00a0».*«\u00a0Lundi et mardi 9h-12h\u00a0»/
  ])
  t.match(mail.blocks, [
    /^Une correction a été acceptée/,
    /corrigez aussi votre fichier/,
    { link: `/lieux/${bayeux}`, label: 'Cyber-base de Bayeux, Bayeux' },
    {},
    { link: `/lieux/${bayeux}/historique` },
    /^Ce courriel part le lundi/,
    { link: '/contact' }
  ])
  t.notMatch(JSON.stringify(mail), /ana|duval/i, 'it names no contributor')
  t.same(await tell(week(2)), { mailed: 0 }, 'the mail of this week has left')
  t.same(await tell(week(3)), { mailed: 0 }, 'what was mailed is not mailed again')
})

t.test('what the source says already, and what was undone, is not mailed', async (t) => {
  await undoCorrection(correctionPublishing(database), await correct(rouen, 'name', 'Bibliothèque'), 'Ana')
  await correct(caen, 'contacts.phone', '+33231900001')
  await put([
    BAYEUX,
    record('EPN-15', 'Espace numérique de Caen', '14118', { phone: '+33231900001', person }),
    ROUEN
  ])
  t.same(await tell(week(4)), { mailed: 0 })
})

t.test('a report counts once it is accepted; the person is not named', async (t) => {
  const reference = await report(api, {
    ...{ place: caen, category: 'person' },
    text: 'Je suis Camille Lefèvre, enlevez mon nom.'
  })
  await hidePersons(personHiding(database))
  t.equal((await api.get<{ contacts: { person: unknown } }>(`/v1/places/${caen}`)).contacts.person, null)
  t.same(await tell(week(5)), { mailed: 0 }, 'it is hidden, and not examined yet')
  const accepted = await moderator.decide(reference, 'accept', {
    reason: 'hidden',
    text: 'Fait.',
    corrections: []
  })
  t.equal(accepted.statusCode, 200, accepted.body)
  await correct(rouen, 'summary', 'Aide.')
  await correct(caen, 'address.complement', 'Chez Mme Lefèvre')
  t.same(await tell(week(6)), { mailed: 1 })
  const mail = (await mailsToOwner(database, OWNER)).at(-1)
  if (mail === undefined) return t.fail('no mail')
  t.match(linesOf(mail), [
    /EPN-15$/,
    /^La personne responsable\u00a0: corrigé le .* \(après un signalement accepté\)\. Ce courriel ne répète pas le texte/,
    /^Le complément d’adresse\u00a0: corrigé le .*ne répète pas/,
    /EPN-16$/,
    /^La présentation\u00a0: corrigé le .* \(par l’équipe de l’annuaire\)\. .*ne répète pas/
  ])
  t.notMatch(JSON.stringify(mail), /camille|lef[eè]vre|SIG-|duval/i)
})

t.test('a place that moderators found closed is mailed, in the language of the owner', async (t) => {
  await addressed(database, 'epn-nievre', NEVERS, 'en')
  const accept = async (payload: object, reason: string) => {
    const accepted = await moderator.decide(await report(api, { place: nevers, ...payload }), 'accept', {
      ...{ reason, text: 'Vérifié.', corrections: [] }
    })
    t.equal(accepted.statusCode, 200, accepted.body)
  }
  await accept({ category: 'closed', text: 'Fermé depuis mai.' }, 'closed')
  await accept({ category: 'hours', text: 'Fermé le jeudi.' }, 'passed-on')
  await accept({ category: 'support', text: 'Déjà juste.' }, 'already-corrected')
  await correct(nevers, 'name', 'Fabrique du Banlay')
  t.same(await tell(week(7)), { mailed: 1 })
  const [mail] = await mailsToOwner(database, NEVERS)
  if (mail === undefined) return t.fail('no mail')
  t.equal(mail.subject, 'Annuaire epn-nievre: one entry to mend')
  t.match(linesOf(mail), [
    'Id in your file: 58-1',
    /^Since .*, this place has been marked as closed/,
    /^On .*, a report was accepted.*please check the opening hours\.$/,
    /^The name: your file says “Cyber-base du Banlay”. Since .* we have published “Fabrique du Banlay” \(by the team/
  ])
  t.match(JSON.stringify(mail), `/lieux/${nevers}/historique?lang=en`)
  t.notMatch(JSON.stringify(mail), /Fermé|Déjà|Vérifié/)
})

t.test('a source that fails does not keep the others from their mails, and loses nothing', async (t) => {
  await correct(nevers, 'contacts.phone', '+33386000009')
  await correct(bayeux, 'address.street', '3 rue Saint-Jean')
  const email = (language: string) =>
    database.batch.query(`UPDATE source_feedback SET email = $1 WHERE source = 'epn-normandie'`, [language])
  await database.batch.query(`
    CREATE FUNCTION full_outbox() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$;
    CREATE TRIGGER full_outbox BEFORE INSERT ON outbox FOR EACH ROW
      WHEN (NEW.payload ->> 'to' = 'plein@epn-normandie.example') EXECUTE FUNCTION full_outbox()`)
  await email('plein@epn-normandie.example')
  await t.rejects(tell(week(8)), { message: /failed.*: 1\.$/ })
  t.match((await mailsToOwner(database, NEVERS)).map(linesOf).at(-1), [/58-1/, /03\s86\s00\s00\s09/])
  await email(OWNER)
  t.same(await tell(week(8)), { mailed: 0 }, 'it is tried again next week')
  t.same(await tell(week(9)), { mailed: 1 })
  t.match((await mailsToOwner(database, OWNER)).map(linesOf).at(-1), [/EPN-14/, /3 rue Saint-Jean/])
})

t.test('two processes at once mail once', async (t) => {
  await correct(bayeux, 'address.postcode', '14401')
  const before = (await mailsToOwner(database, OWNER)).length
  await Promise.all([tell(week(10)), sourceTellerOver(database)(week(10))])
  t.equal((await mailsToOwner(database, OWNER)).length, before + 1)
})

t.test('a place that two sources list is mailed to each of them, also after a merge', async (t) => {
  const decize = (id: string, phone: string) => ({
    ...record(id, 'Cyberespace de Decize', '58095', { phone }),
    content: {
      name: 'Cyberespace de Decize',
      types: ['EPN'],
      address: { commune: '58095', street: '12 rue de la République', postcode: '58300', city: 'Decize' },
      contacts: { phone }
    }
  })
  await put([BAYEUX, CAEN, ROUEN, decize('EPN-58', '+33386250001')])
  await putOther([decize('58-2', '+33386250001')], 'mode=partial')
  const merged = (await api.get('/v1/places?commune=58095')).items
  t.equal(merged.length, 1)
  await correct(merged[0]?.id ?? '', 'contacts.phone', '+33386250009')
  t.same(await tell(week(11)), { mailed: 2 })
  t.match((await mailsToOwner(database, OWNER)).map(linesOf).at(-1), [
    /EPN-58/,
    /03\s86\s25\s00\s01.*03\s86\s25\s00\s09/
  ])
  t.match((await mailsToOwner(database, NEVERS)).map(linesOf).at(-1), [
    /58-2/,
    /03\s86\s25\s00\s01.*03\s86\s25\s00\s09/
  ])
})

t.test('no public answer holds the address', async (t) => {
  for (const url of [
    '/v1/sources',
    '/v1/sources/epn-normandie',
    '/sources',
    `/v1/places/${bayeux}/provenance`
  ]) {
    const { statusCode, body } = await api.ask(url)
    t.equal(statusCode, 200)
    t.notMatch(body, /fichier@|feedback/, url)
  }
})

t.test('an import keeps the address; an owner who is erased gets no mail any more', async (t) => {
  await put([BAYEUX, CAEN, ROUEN], 'mode=partial')
  await correct(bayeux, 'address.city', 'Bayeux-Centre')
  const { token } = await createKey(database, ['privacy'])
  const erased = await api.ask({
    method: 'POST',
    url: '/v1/erasures',
    headers: { authorization: `Bearer ${token}` },
    payload: { emails: [OWNER] }
  })
  t.equal(erased.statusCode, 200, erased.body)
  t.same((await database.batch.query('SELECT source FROM source_feedback')).rows, [{ source: 'epn-nievre' }])
  t.same(await tell(week(12)), { mailed: 0 })
})
