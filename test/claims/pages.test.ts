import t from 'tap'
import { codeIn, formIn, mailsTo } from '../contributions/reporting.ts'
import { moderatorOf } from '../moderation/moderators.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { personOf } from './claiming.ts'

const DAY = 24 * 3600_000
let now = Date.now() + 40 * DAY
const database = await testDatabase(t)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'epn-nievre')
await put([
  {
    id: 'nevers',
    content: {
      name: 'Espace numérique de Nevers',
      address: { commune: '58194' },
      contacts: { emails: ['epn@nevers.example'], websites: ['https://epn-nevers.fr'] }
    }
  }
])
const nevers = (await api.get('/v1/places?q=espace+numerique+nevers')).items[0]?.id ?? ''
const ana = await personOf(api, database, 'ana@example.org')
const ben = await personOf(api, database, 'ben@example.org')

const open = (url: string, token?: string, lang = 'fr') =>
  api.ask({
    url,
    headers: { accept: 'text/html', 'accept-language': lang, ...(token && { cookie: `annuaire=${token}` }) }
  })
/** Fills in the form of a page, as a browser does. */
async function fill(page: string, fields: Readonly<Record<string, string>>, token?: string, shown?: string) {
  const html = shown ?? (await open(page, token)).body
  const form = formIn(html)
  now += shown === undefined ? 5_000 : 500
  return api.ask({
    method: 'POST',
    url: form.action,
    payload: new URLSearchParams({ jeton: form.token, ...fields }).toString(),
    headers: {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(token && { cookie: `annuaire=${token}` })
    }
  })
}

const GERER = `/lieux/${nevers}/gerer`

t.test(
  'the page of a place in Nevers leads to managing it, and says which proofs are possible',
  async (t) => {
    const place = await open((await open(`/lieux/${nevers}`)).headers.location ?? `/lieux/${nevers}`)
    t.match(place.body, `href="${GERER}"`)
    t.match(place.body, /Vous vous occupez de ce lieu/)
    t.equal(place.headers['set-cookie'], undefined)
    const page = await open(GERER)
    t.equal(page.statusCode, 200)
    t.match(page.body, /e…@nevers\.example/)
    t.match(page.body, /epn-nevers\.fr/)
    t.notMatch(page.body, /epn@nevers/)
    t.match(page.body, `/connexion?vers=${encodeURIComponent(GERER)}`)
    t.match(page.headers['cache-control'], /private/)
    t.match((await open(`${GERER}?lang=en`)).body, /Manage the page/)
    t.equal((await open('/lieux/0198f0c2-0000-7000-8000-000000000000/gerer')).statusCode, 404)
  }
)

t.test('signing in leads back to the page', async (t) => {
  const signIn = await open(`/connexion?vers=${encodeURIComponent(GERER)}`)
  t.match(signIn.body, encodeURIComponent(GERER))
})

t.test('a person chooses a proof, types the code and manages the place; what is wrong is said', async (t) => {
  const none = await fill(GERER, {}, ana.token)
  t.equal(none.statusCode, 422)
  t.match(none.body, /Choisissez une preuve/)
  const silent = await fill(GERER, { preuve: 'message', message: '' }, ana.token)
  t.match(silent.body, /Écrivez comment nous pouvons vérifier/)
  const other = await fill(GERER, { preuve: 'domaine', message: 'Gardé.' }, ana.token)
  t.equal(other.statusCode, 409)
  t.match(other.body, /n’est pas possible avec l’adresse de votre compte/)
  t.match(other.body, /Gardé\./, 'what was typed is kept')
  const form = (await open(GERER, ana.token)).body
  const asked = await fill(GERER, { preuve: 'code-1' }, ana.token, form)
  t.equal(asked.statusCode, 303, asked.body)
  const pressedTwice = await fill(GERER, { preuve: 'code-1' }, ana.token, form)
  t.equal(pressedTwice.headers.location, asked.headers.location, 'a double press makes one claim')
  t.equal(await database.prisma.claim.count(), 1)
  t.equal((await mailsTo(database, 'epn@nevers.example')).length, 1, 'and one mail')
  const claim = String(asked.headers.location)
  t.match(claim, /^\/revendications\//)
  const page = await open(claim, ana.token)
  t.match(page.body, /Le code est parti à e…@nevers\.example/)
  t.equal((await open(claim)).statusCode, 303, 'a reader who is not signed in is led to signing in')
  t.equal((await fill(claim, { code: 'trop court' }, ana.token)).statusCode, 422)
  const wrong = await fill(claim, { code: '0000-0000' }, ana.token)
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, /il reste 5 essais/)
  const code = codeIn((await mailsTo(database, 'epn@nevers.example')).at(-1))
  const proved = await fill(claim, { code }, ana.token)
  t.equal(proved.statusCode, 303, proved.body)
  t.equal(proved.headers.location, `/gestion/${nevers}`)
  t.match((await open(claim, ana.token)).body, /La demande est acceptée/)
  const again = (await open(GERER, ana.token)).body
  t.match(again, /Vous gérez déjà la fiche de ce lieu/)
  t.match(again, `href="/gestion/${nevers}"`)
  t.match(again, 'href="/gestion"')
  t.notMatch(again, 'name="preuve"', 'a manager has nothing to prove')
})

t.test(
  'a manager sees at /gestion that another person asks to manage the place, and until when to answer',
  async (t) => {
    t.notMatch((await open('/gestion', ana.token)).body, /demande à gérer/)
    const asked = await ben.tell(`/v1/places/${nevers}/claims`, { proof: 'vouched', message: 'Je suis Ben.' })
    const { id } = asked.json()
    const page = (await open('/gestion', ana.token)).body
    t.match(page, /Une autre personne demande à gérer cette fiche depuis le/)
    t.match(page, `/revendications/${id}`)
    t.match((await ana.see('/v1/account/places')).json().items[0].claims, [{ claim: id }])
    await ben.tell(`/v1/claims/${id}/abandon`)
    t.notMatch((await open('/gestion', ana.token)).body, /demande à gérer/)
  }
)

t.test('the page of the mail to the place changes nothing until its button is pressed', async (t) => {
  const mail = (await mailsTo(database, 'epn@nevers.example')).at(-1) ?? ''
  const link = /"link": ?"([^"]+contester)"/.exec(mail)?.[1] ?? ''
  const page = await open(link)
  t.equal(page.statusCode, 200)
  t.match(page.body, /Espace numérique de Nevers/)
  const state = async () =>
    (await database.prisma.claim.findFirstOrThrow({ orderBy: { createdAt: 'asc' } })).state
  t.equal(await state(), 'granted')
  const contested = await fill(link, {})
  t.equal(contested.statusCode, 303, contested.body)
  t.equal(await state(), 'contested')
  t.match((await open(String(contested.headers.location))).body, /C’est noté/)
  // The same press again, and the link opened later.
  const again = await fill(link, {}, undefined, page.body)
  t.equal(again.statusCode, 303, again.body)
  t.match((await open(String(again.headers.location))).body, /C’est déjà noté/)
  t.match((await open(link)).body, /C’est déjà noté/)
  t.equal((await open('/revendications/invente/contester')).statusCode, 410)
})

t.test('a person whose claim is suspended sees it, and what was typed is not lost', async (t) => {
  const gestion = (await open('/gestion', ana.token)).body
  t.match(gestion, /La gestion de ce lieu est suspendue[^<]*Espace numérique de Nevers/)
  t.notMatch(gestion, /Aucun lieu ne vous est confié/)
  const page = (await open(GERER, ana.token)).body
  t.match(page, /cela est suspendu/)
  t.notMatch(page, /name="preuve"/, 'no form that could lead nowhere')
  // A form that was opened before.
  const form = (await open(GERER, ben.token)).body
  const sent = await fill(GERER, { preuve: 'message', message: 'Je suis Ana.' }, ana.token, form)
  t.equal(sent.statusCode, 409, sent.body)
  t.match(sent.body, /Votre demande est suspendue/)
  t.match(sent.body, /Je suis Ana\./)
})

t.test('a moderator finds the claim in the queue and revokes it with a reason', async (t) => {
  const mod = await moderatorOf(api, database, 'mod@annuaire.example', { kind: 'all' })
  t.equal((await open('/moderation/revendications', ana.token)).statusCode, 403)
  const moderation = (await open('/moderation', mod.token)).body
  t.match(moderation, 'Espace numérique de Nevers')
  t.match(moderation, 'La gestion est suspendue')
  t.match(moderation, /Demandes de gestion<\/a>\u00a0: Une demande/)
  t.equal((await open('/moderation/revendications')).statusCode, 303)
  const queue = await open('/moderation/revendications', mod.token)
  const link = /href="(\/revendications\/[^"]+)"/.exec(queue.body)?.[1] ?? ''
  t.match((await open(link, mod.token)).body, /Retirer et tout annuler/)
  const silent = await fill(link, { acte: 'revoke', motif: '' }, mod.token)
  t.equal(silent.statusCode, 422)
  t.match(silent.body, /Écrivez un motif/)
  const revoked = await fill(link, { acte: 'revoke', motif: 'La mairie ne vous connaît pas.' }, mod.token)
  t.equal(revoked.statusCode, 303, revoked.body)
  t.match((await open(link, ana.token)).body, /La mairie ne vous connaît pas/)
})

t.test('an invited person accepts on the page of the mail', async (t) => {
  const owner = await personOf(api, database, 'lea@epn-nevers.fr')
  t.equal((await fill(GERER, { preuve: 'domaine' }, owner.token)).statusCode, 303)
  await owner.tell(`/v1/places/${nevers}/invitations`, { email: 'max@example.org' })
  const link = /"link": ?"([^"]+)"/.exec((await mailsTo(database, 'max@example.org'))[0] ?? '')?.[1] ?? ''
  t.match((await open(link)).body, /Espace numérique de Nevers/)
  const max = await personOf(api, database, 'max@example.org')
  const accepted = await fill(link, {}, max.token)
  t.equal(accepted.statusCode, 303, accepted.body)
  t.equal(accepted.headers.location, `/gestion/${nevers}`)
  t.equal((await fill(link, {}, ana.token)).statusCode, 410)
  t.equal((await open('/invitations/invente')).statusCode, 410)
})

t.test('if people do not take part, nothing of it is there', async (t) => {
  const closed = await apiOver(t, database, () => now, undefined, { PARTICIPATION: 'false' })
  for (const url of [GERER, '/moderation/revendications', `/v1/places/${nevers}/claim-options`, '/v1/claims'])
    t.equal((await closed.ask(url)).statusCode, 404, url)
  t.notMatch((await closed.ask({ url: `/lieux/${nevers}`, headers: { accept: 'text/html' } })).body, /gerer/)
})

t.test('where no code is possible yet, the page says since when sources must give an address', async (t) => {
  const decizeSource = await senderOf(database, api, 'epn-decize')
  await decizeSource.put([
    { id: 'decize', content: { name: 'Espace numérique de Decize', address: { commune: '58095' } } }
  ])
  const decize = (await api.get('/v1/places?q=espace+numerique+decize')).items[0]?.id ?? ''
  const { body } = await open(`/lieux/${decize}/gerer`)
  t.match(body, 'depuis 30 jours')
  t.notMatch(body, /Aucune de ces preuves/)
})
