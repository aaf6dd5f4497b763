import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { fileServer, keepsSilent, refuses } from '../support/file-server.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { fieldsOf, filled, readerOf } from './filled-form.ts'
import { findsNevers, findsNothing } from './geocoder.ts'
import { granted } from './managing.ts'

const database = await testDatabase(t)
const clock = { now: Date.UTC(2026, 11, 1, 9) }
const geocoder = await fileServer(t, findsNevers)
const settings = { GEOCODER: 'addok', GEOCODER_URL: geocoder.url.replace('/annuaire.json', '') }
const served = (env: Readonly<Record<string, string>>) =>
  apiOver(t, database, () => clock.now, undefined, env)
const api = await served(settings)
const { put } = await senderOf(database, api, 'epn-nievre')
await put([
  {
    id: 'nevers',
    changed_on: '2026-03-14',
    content: {
      name: 'Espace numérique de Nevers',
      address: { street: '1 rue de la Préfecture', city: 'Nevers', commune: '58194' },
      location: { lat: 46.99, lon: 3.16 },
      contacts: { phone: '+33386000000' },
      services: ['aide-aux-demarches-administratives']
    }
  }
])
const { items } = await api.get('/v1/places?q=espace+numerique+nevers')
const place = items[0]?.id ?? ''
const FORM = `/gestion/${place}`
await granted(database, 'ana@nevers.example', {
  role: 'manager',
  scope: { kind: 'place', code: place },
  rank: 'owner'
})
const token = await signIn(api, database, 'ana@nevers.example')
const ana = readerOf(api, token, clock)
const location = async () => (await api.get<AnsweredPlace>(`/v1/places/${place}`)).location
const search = (address: string) => ({ adresse_a_chercher: address, acte: 'chercher' })

t.test('the address of the form is proposed for the search, above a drawing of the place', async (t) => {
  const { body } = await ana.open(FORM)
  t.match(body, /id="adresse_a_chercher"[^>]*value="1 rue de la Préfecture, (?:\d{5} )?Nevers"/)
  t.match(body, /class="small-map"/)
  t.match(body, 'value="46.99, 3.16"')
})

t.test('an address leads to positions to choose from, and what else was typed is kept', async (t) => {
  const found = await ana.fill(FORM, {
    ...search('2 rue de la Préfecture'),
    telephone: '03 86 12 34 56',
    presentation: 'Près de la préfecture',
    lundi_1_de: 'neuf'
  })
  t.equal(found.statusCode, 200)
  for (const kept of ['value="03 86 12 34 56"', '>Près de la préfecture</textarea>', 'value="neuf"'])
    t.match(found.body, kept)
  t.match(found.body, 'value="2 rue de la Préfecture"')
  t.match(
    found.body,
    /2 Rue de la Préfecture 58000 Nevers[\s\S]*?Sûr.: numéro trouvé[\s\S]*?À.60.m de la position/
  )
  t.match(found.body, /58000 Nevers[\s\S]*?À vérifier.: rue trouvée, sans le numéro/)
  t.match(found.body, /La Préfecture 58160 Imphy[\s\S]*?Peu sûr.: lieu-dit[\s\S]*?La modération décidera/)
  t.match(await location(), { lat: 46.99, lon: 3.16 }, 'nothing is saved yet')
  const chosen = filled(found.body, { candidat: '46.9905, 3.1603', lundi_1_de: '' })
  const saved = await ana.post(FORM, chosen)
  t.match(saved.headers.location, `${FORM}?etat=enregistre`, saved.body.slice(0, 300))
  t.match(await location(), { lat: 46.9905, lon: 3.1603 })
  t.match((await ana.open(FORM)).body, 'value="03 86 12 34 56"')
})

t.test('a position that was chosen is kept if another field must be corrected', async (t) => {
  const found = await ana.fill(FORM, search('rue de la Préfecture'))
  const wrong = await ana.post(FORM, filled(found.body, { candidat: '46.9911, 3.1611', telephone: '12' }))
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'value="46.9911, 3.1611"')
  t.match(wrong.body, /id="position-ecart"[^>]*>À.(?:90|91|92).m de la position actuelle/)
})

t.test('without a choice, the position that is written counts', async (t) => {
  const found = await ana.fill(FORM, search('rue de la Préfecture'))
  t.equal((await ana.post(FORM, filled(found.body, {}))).headers.location, `${FORM}?etat=inchange`)
})

t.test('a position in another town becomes a proposal', async (t) => {
  const found = await ana.fill(FORM, search('2 rue de la Préfecture, Bourges'))
  const sent = await ana.post(FORM, filled(found.body, { candidat: '47.0839, 2.3962' }))
  t.equal(sent.headers.location, `${FORM}?etat=propose`)
  t.match(await location(), { lat: 46.9905, lon: 3.1603 })
})

t.test('if the geocoder fails, is slow or knows nothing, the form says so and keeps all', async (t) => {
  const other = readerOf(await served(settings), token, clock)
  for (const [answer, address, said] of [
    [findsNothing, '99 rue Inconnue', /Aucune position trouvée pour «.99 rue Inconnue.»/],
    [refuses(500), '1 rue du Rempart', /ne répond pas\. Rien de ce que vous avez écrit n’est perdu/],
    [keepsSilent, '1 rue du Rempart', /ne répond pas/],
    [findsNevers, '?', /Écrivez au moins le nom/],
    [findsNevers, '', /Écrivez au moins le nom/]
  ] as const) {
    geocoder.answers(answer)
    const page = await other.fill(FORM, { ...search(address), structure: 'Ville de Nevers' })
    t.equal(page.statusCode, 200)
    t.match(page.body, said, address)
    t.match(page.body, 'value="Ville de Nevers"')
    t.equal(fieldsOf(page.body).get('adresse_a_chercher'), address)
  }
})

t.test('after ten searches in a minute, the form asks to wait', async (t) => {
  const other = readerOf(await served(settings), token, clock)
  geocoder.answers(findsNevers)
  const { body } = await other.open(FORM)
  const sent = filled(body, search('rue de la Préfecture'))
  for (let nth = 0; nth < 10; nth += 1) t.match((await other.post(FORM, sent)).body, 'Positions possibles')
  t.match((await other.post(FORM, sent)).body, /Attendez une minute/)
})

t.test('without a geocoder, the form proposes the centre of Nevers and says why', async (t) => {
  const offline = readerOf(await served({}), token, clock)
  const { body } = await offline.fill(FORM, search('2 rue de la Préfecture'))
  t.match(body, /relié à aucun service d’adresses/)
  t.match(body, /Peu sûr.: centre de la commune/)
})

t.test('the answer to a search is valid HTML in both languages', async (t) => {
  const other = readerOf(await served(settings), token, clock)
  const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  for (const lang of ['', '?lang=en']) {
    const { body } = await other.fill(FORM + lang, search('2 rue de la Préfecture'))
    const { results } = await checker.validateString(body)
    t.same(
      results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line} ${message}`)),
      []
    )
  }
})
