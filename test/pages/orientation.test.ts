import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { findTerm, vocabularyOf } from '../../src/domain/vocabularies/vocabularies.ts'
import { HELPS, WHO } from '../../src/pages/addresses/answers.ts'
import { nextMoment } from '../../src/pages/orientation/moment.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, withdrawPlaces, writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'
import { TOWNS } from '../support/towns.ts'

const GONE = testPlace({ ...TOWNS.bayeux, name: 'EPN fermé', types: ['EPN'] })
const DEAF = testPlace({
  ...TOWNS.bayeux,
  at: [49.3, -0.69],
  name: 'Accueil des sourds du Bessin',
  needs: ['surdite'],
  contacts: { phone: '+33231000000' }
})

const SOMEWHERE = testPlace({
  ...TOWNS.bayeux,
  name: 'Aide à domicile du Bessin',
  location: { lat: 49.3, lon: -0.69, origin: 'geocoder', precision: 'municipality' }
})

const HERE = testPlace({
  ...TOWNS.bayeux,
  name: 'Aide à Bayeux même',
  location: { lat: 49.2764, lon: -0.7024, origin: 'geocoder', precision: 'municipality' }
})

const MENDE = { postcode: '48000', city: 'Mende', commune: '48095', department: '48', region: '76' }
/** Places in the Lozère. All except the last one declare no service, like half of the real places. */
const LOZERE = [
  testPlace({
    at: [44.5165, 3.4985],
    address: { ...MENDE, street: 'Rue du Faubourg Montbel' },
    name: 'France services de Mende',
    types: ['RFS'],
    contacts: { phone: '+33466000000' }
  }),
  testPlace({
    at: [44.5165, 3.4985],
    address: { ...MENDE, street: 'rue du faubourg montbel' },
    name: 'Espace France services',
    types: ['RFS']
  }),
  testPlace({
    at: [44.519, 3.5],
    address: { ...MENDE, street: '4 rue de la Rovère' },
    name: 'Préfecture de la Lozère',
    labels: [{ code: 'aidants-connect', valid_from: null, valid_until: null, source: 'mednum' }]
  }),
  testPlace({ at: [44.52, 3.5], address: MENDE, name: 'Mission locale de Mende', types: ['ML'] }),
  testPlace({
    at: [44.66, 3.56],
    address: { ...MENDE, commune: '48080', city: 'Langogne' },
    name: 'Aînés de Langogne',
    services: ['aide-aux-demarches-administratives'],
    audiences: ['seniors']
  })
]

const database = await testDatabase(t)
await writePlaces(database, [...SMALL_DIRECTORY, GONE, DEAF, SOMEWHERE, HERE, ...LOZERE])
await withdrawPlaces(database, [GONE.id])
const { ask } = await apiOver(t, database)

const open = (url: string, language = 'fr-FR') =>
  ask({ url, headers: { accept: 'text/html', 'accept-language': language } })

/** The names of the places in the list, without other records of the same place. */
const listed = (body: string): readonly string[] =>
  [...body.matchAll(/<h3>(?:<span[^>]*>\d+<\/span>)?<a href="\/lieux\/[^>]*>([^<]*)<\/a>/g)].map(([, name]) =>
    String(name)
  )

const cardOf = (body: string, name: string): string =>
  body.split('<article>').find((card) => card.includes(name)) ?? ''

const PAPERS = 'help=aide-aux-demarches-administratives'
const ALL = `/orientation?${PAPERS}&who=any&when=any&where=Bayeux`

t.test('four questions, one after another, each answer kept in the address', async (t) => {
  const answerTo = async (query: string) =>
    /<h1>([^<]*)<\/h1>/.exec((await open(`/orientation?${query}`)).body)?.[1]
  t.equal(await answerTo(''), 'De quelle aide avez-vous besoin\u00a0?')
  t.equal(await answerTo(PAPERS), 'Pour qui\u00a0?')
  t.equal(await answerTo(`${PAPERS}&who=seniors`), 'Quand voulez-vous y aller\u00a0?')
  t.equal(await answerTo(`${PAPERS}&who=seniors&when=now`), 'Dans quelle ville\u00a0?')
  const { body } = await open(`/orientation?${PAPERS}&who=seniors`)
  t.match(body, /<input type="hidden" name="who" value="seniors"/)
  t.match(body, /href="\/orientation\?who=seniors">Changer/, 'an answer can be changed, and the others stay')
  t.match((await open('/orientation?step=help')).body, /role="alert">Choisissez une réponse/)
  t.equal(
    await answerTo('help=poterie'),
    'De quelle aide avez-vous besoin\u00a0?',
    'for an invalid answer, the question is asked'
  )
})

t.test('the nearest places with this help come first, then those to call', async (t) => {
  const { body, statusCode } = await open(ALL)
  t.equal(statusCode, 200)
  t.equal(listed(body)[0], 'EPN de Bayeux')
  const deaf = await open('/orientation?help=any&who=surdite&when=any&where=Bayeux')
  t.equal(listed(deaf.body)[0], 'Accueil des sourds du Bessin', 'a declared need is certain')
  t.match(cardOf(deaf.body, 'Accueil des sourds du Bessin'), /✓ <\/span>Surdité<\/li>/)
  t.match(cardOf(deaf.body, 'Accueil des sourds du Bessin'), /href="tel:\+33231000000"/)
  t.match(
    cardOf(deaf.body, 'EPN de Bayeux'),
    /À vérifier\s: surdité</,
    'a need that is not declared is to be checked'
  )
  t.match(deaf.body, /Renseignez-vous avant d’y aller/, 'none of those in doubt has a phone')
  t.notMatch(body, /avant d’y aller/, 'if all is certain, there is nothing to ask')
})

t.test('what a place offers by its type or label counts, and the reason is shown', async (t) => {
  const seniors = `/orientation?${PAPERS}&who=seniors&when=any&where=Mende`
  const { body } = await open(seniors)
  t.same(listed(body).slice(0, 2), ['France services de Mende', 'Préfecture de la Lozère'])
  const card = cardOf(body, 'France services de Mende')
  t.match(card, /✓ <\/span>Aide aux démarches administratives<span class="because">, d’après son type</)
  t.match(card, /À vérifier par téléphone\s: seniors</)
  t.match(body, /Appelez avant d’y aller/)
  t.match(card, 'Aussi dans l’annuaire', 'another record of the same place is not a second place')
  t.match(body, /<h1>3 lieux près de Mende<\/h1>/)
  const young = await open(`/orientation?help=any&who=jeunes&when=any&where=Mende`)
  t.match(
    cardOf(young.body, 'Mission locale de Mende'),
    /✓ <\/span>Jeunes<span class="because">, d’après son type</
  )
  const { body: english } = await open(`${seniors}&lang=en`)
  t.match(
    cardOf(english, 'France services de Mende'),
    /going by its type.*To be checked by phone: older people</
  )
})

t.test('a place known to fit comes first, unless one that may fit is much nearer', async (t) => {
  const { body } = await open(`/orientation?${PAPERS}&who=seniors&when=any&where=Mende`)
  t.equal(
    listed(body).at(-1),
    'Aînés de Langogne',
    'it fits, 17 km away; two in town that do not say for whom they are come before it'
  )
})

t.test('the position of the reader replaces the town', async (t) => {
  const { body } = await open(`/orientation?${PAPERS}&who=any&when=any&lat=49.276&lon=-0.702`)
  t.match(body, /<h1>Un lieu près de vous<\/h1>/)
  t.equal(listed(body)[0], 'EPN de Bayeux')
  t.match(body, /name="lat" value="49.276"/, 'the sheet measures from there too')
  t.match((await open(`/orientation?${PAPERS}&who=any&when=any&lat=x&lon=1`)).body, /Dans quelle ville/)
})

t.test('if only the commune is known, the distance is approximate and no pin is drawn', async (t) => {
  const { body } = await open('/orientation?help=any&who=any&when=any&where=Bayeux')
  t.match(cardOf(body, 'Accueil des sourds du Bessin'), /> à 2,\d km</)
  t.match(cardOf(body, 'Aide à domicile du Bessin'), /> à 2,\d km environ</)
  t.notMatch(cardOf(body, 'Aide à Bayeux même'), /class="distance"/)
  const [, drawn = ''] = /class="small-map"[^>]*aria-label="([^"]*)"/.exec(body) ?? []
  t.match(drawn, 'Accueil des sourds du Bessin')
  t.notMatch(drawn, /Aide à/)
})

t.test('a place with a known no is not offered, one with unknown is', async (t) => {
  const { body } = await open('/orientation?help=any&who=wheelchair&when=any&where=Caen')
  t.notOk(listed(body).includes('Médiathèque de Caen'), 'which is not accessible by wheelchair')
  const now = await open(`/orientation?${PAPERS}&who=any&when=now&where=Bayeux`)
  t.match(now.body, /À vérifier\s: ouvert maintenant/, 'the hours of these are unknown')
})

t.test('if nothing is near, distant places; if there are none, what to leave out', async (t) => {
  const far = await open('/orientation?help=loisirs-et-creations-numeriques&who=any&when=any&where=Quimper')
  t.match(
    far.body,
    /Aucun lieu connu qui convienne à moins de 20\skm de Quimper\s; le plus proche est à 25\d(,\d)?\skm/
  )
  t.equal(listed(far.body)[0], 'Atelier de Vaudry')
  const [, nearby = ''] = /href="([^"]+)"[^>]*>Voir plutôt les lieux proches/.exec(far.body) ?? []
  t.match(nearby, /help=any/, 'or places nearby that may advise')
  const near = await open(`/orientation?${PAPERS}&who=any&when=any&where=Bayeux`)
  t.notMatch(near.body, /Voir plutôt les lieux proches/)
  const none = await open(
    '/orientation?help=insertion-professionnelle-via-le-numerique&who=femmes&when=any&where=Quimper'
  )
  t.match(none.body, /Aucun lieu ne correspond/)
})

t.test('a town is found by name, postcode and with spelling mistakes; several are offered', async (t) => {
  const town = async (where: string) =>
    (await open(`/orientation?${PAPERS}&who=any&when=any&where=${encodeURIComponent(where)}`)).body
  t.match(await town('29000'), /<h1>.*Quimper<\/h1>/)
  t.match(await town('14400 bayeux'), /<h1>.*Bayeux<\/h1>/)
  const homonyms = await town('Saint-Denis')
  t.match(homonyms, /«\u00a0Saint-Denis\u00a0»\u00a0: laquelle/)
  for (const code of ['93066', '97411']) t.match(homonyms, `value="${code}"`)
  t.match(await town('14400'), /laquelle/, 'several communes share a postcode')
  t.match(await town('Kimper'), /laquelle|Nous ne connaissons pas/)
  t.match(await town('Bayeuxx'), /value="14047"/, 'if the name is only similar, the question is asked')
  t.match(await town('zzzzzz'), /aria-invalid="true"/)
  const chosen = await open(`/orientation?${PAPERS}&who=any&when=any&where=14400&commune=14047`)
  t.match(chosen.body, /<h1>.*Bayeux<\/h1>/)
  const small = await open(`/orientation?${PAPERS}&who=any&when=any&where=Vaux-sur-Aure`)
  t.match(small.body, /<h1>/, 'a village without a loaded centre')
  t.equal(listed(small.body)[0], 'EPN de Bayeux')
  t.match(small.body, /elles sont approchées/)
})

t.test('a half-day is the next one that is not over, in local time', async (t) => {
  const sunday = Date.parse('2026-11-22T21:00:00Z')
  t.equal(nextMoment({ day: 'mon', part: 'morning' }, '14', sunday), '2026-11-23T10:00')
  t.equal(
    nextMoment({ day: 'sun', part: 'evening' }, '14', sunday),
    '2026-11-29T18:30',
    'it is 22:00 in Caen'
  )
  t.equal(nextMoment({ day: 'sun', part: 'evening' }, '972', sunday), '2026-11-22T18:30', 'and 17:00 there')
  t.equal(
    nextMoment({ day: 'mon', part: 'morning' }, '986', sunday),
    '2026-11-23T10:00',
    'if it is Monday there'
  )
})

t.test('every answer is a code of the vocabularies', async (t) => {
  for (const help of HELPS) t.ok(findTerm(vocabularyOf('service').name, help), help)
  for (const [code, parameter] of Object.entries(WHO)) {
    t.ok(parameter === 'accessibility' || findTerm(vocabularyOf(parameter).name, code), code)
  }
})

const SHEET = `/orientation/fiche?${PAPERS}&who=any&when=any&commune=14047&lieu=${idOf('EPN de Bayeux')}&lieu=${DEAF.id}`

t.test('the sheet contains the chosen places, and says which no longer exist', async (t) => {
  const { body } = await open(SHEET)
  t.equal(body.split('class="sheet"').length - 1, 2)
  t.match(body, /Dans le centre de Bayeux/)
  t.match(body, /À 2,\d km au nord/, 'the way in words, next to the map')
  t.match(body, /02 31 00 00 00/)
  t.match(body, /une pièce d’identité/)
  t.equal(body.split('<svg').length - 1, 2)
  t.match((await open('/orientation/fiche')).body, /Aucun lieu n’a été choisi/)
  t.match(body, /Aides proposées<\/h3><p>Aide aux démarches administratives · Accès internet/)
  const [, back = ''] = /<p class="back"><a href="([^"]*)"/.exec(body) ?? []
  t.match(back, /^\/orientation\?help=/)
  const alone = await open(`/orientation/fiche?lieu=${DEAF.id}&commune=14047`)
  t.match(alone.body, /<p class="back"><a href="\/lieux\/accueil-des-sourds[^"]*">Retour au lieu/)
  t.match((await open(`/orientation/fiche?lieu=${GONE.id}`)).body, /n’est plus dans l’annuaire/)
})

t.test('a sheet made on the page of a place asks what for, and then says what to bring', async (t) => {
  const made = `/orientation/fiche?lieu=${idOf('EPN de Bayeux')}`
  const { body } = await open(made)
  t.match(body, /Dans le centre de Bayeux/, 'without a town, the way starts in the town of the place')
  t.notMatch(body, 'une pièce d’identité')
  t.match(body, /<label for="help">Pour quelle aide/)
  t.match(body, '<option value="aide-aux-demarches-administratives">')
  t.notMatch(body, 'value="insertion-professionnelle', 'which this place does not offer')
  const purposeful = (await open(`${made}&${PAPERS}`)).body
  t.match(purposeful, 'une pièce d’identité')
  t.match(purposeful, /<p class="back"><a href="\/lieux\/[^"]*">Retour au lieu/)
  const two = (await open(`${made}&lieu=${DEAF.id}`)).body
  t.match(two, /<p class="back"><a href="\/selection\?lieu=[^"]*">Retour à ma sélection/)
})

t.test('for a place known only by its town, no directions are given', async (t) => {
  const { body } = await open(`/orientation/fiche?commune=14047&lieu=${SOMEWHERE.id}`)
  t.match(body, /Aide à domicile du Bessin/)
  t.notMatch(body, /au nord|Dans le centre de Bayeux/)
})

t.test('these pages are valid HTML, with a name for every field', async (t) => {
  const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  for (const url of [
    '/orientation',
    '/orientation?help=any',
    '/orientation?help=any&who=any&step=when&lang=en',
    '/orientation?help=any&who=any&when=now',
    '/orientation?help=any&who=any&when=now&where=14400',
    '/orientation?help=any&who=any&when=now&where=zzzzzz',
    ALL,
    `${ALL}&lang=en`,
    SHEET,
    `/orientation/fiche?lieu=${idOf('EPN de Bayeux')}`,
    '/orientation/fiche'
  ]) {
    const { results } = await checker.validateString((await open(url)).body)
    const messages = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)
    )
    t.same(messages, [], url)
  }
})
