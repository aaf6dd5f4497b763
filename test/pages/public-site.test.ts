import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { PAGES } from '../../src/pages/addresses/pages.ts'
import { type Api, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { mergePlace, testPlace, withdrawPlaces, writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'
import { TOWNS } from '../support/towns.ts'

const GONE = testPlace({ ...TOWNS.brest, name: 'EPN fermé', types: ['EPN'] })
const MERGED = testPlace({ ...TOWNS.bayeux, name: 'E.P.N. Bayeux', types: ['EPN'] })
const CALLED = testPlace({ ...TOWNS.quimper, name: 'Cyber & Co', contacts: { phone: '+33298000000' } })

const database = await testDatabase(t)
await writePlaces(database, [...SMALL_DIRECTORY, GONE, MERGED, CALLED])
await withdrawPlaces(database, [GONE.id])
await mergePlace(database, MERGED.id, idOf('EPN de Bayeux'))

/** A directory whose operator has filled in everything, and one whose operator has filled in nothing. */
const filled = await apiOver(t, database, undefined, undefined, {
  PUBLIC_URL: 'https://lieux.example.org',
  REPORT_TO: 'numerique@bayeux.example',
  OPERATOR_NAME: 'Ville de Bayeux',
  OPERATOR_ADDRESS: '19 rue Laitière, 14400 Bayeux',
  OPERATOR_PHONE: '02 31 51 60 60',
  PUBLICATION_DIRECTOR: 'Le maire de Bayeux',
  HOSTING_PROVIDER: 'Hébergeur du Port, 1 rue du Port, 76600 Le Havre, 02 35 00 00 00',
  DATA_PROTECTION_CONTACT: 'dpo@bayeux.example',
  LEGAL_BASIS: 'public-task',
  ACCESSIBILITY_STATUS: 'partial',
  ACCESSIBILITY_AUDIT: 'Cabinet Contraste, mars 2026\u00a0: 87 % des critères sont respectés.',
  ACCESSIBILITY_ISSUES: 'Un tableau n’a pas de titre.|Un contraste est trop faible.',
  ACCESSIBILITY_PLAN: 'https://bayeux.example/schema.pdf',
  ACCESSIBILITY_DATE: '2026-03-12',
  SECURITY_CONTACT: 'securite@bayeux.example'
})
const bare = await apiOver(t, database, undefined, undefined, { MAP_STYLE: 'outline' })

async function open({ ask }: Api, url: string, lang = 'fr') {
  const { statusCode, body, headers } = await ask({
    url,
    headers: { accept: 'text/html', 'accept-language': lang }
  })
  return { statusCode, headers, body: plain(body) }
}

const plain = (html: string): string =>
  html.replaceAll('&#39;', '’').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

t.test('the legal notice says who publishes and who hosts, as the operator wrote it', async (t) => {
  const { body, statusCode } = await open(filled, PAGES.legal)
  t.equal(statusCode, 200)
  for (const said of [
    'Ville de Bayeux',
    '19 rue Laitière, 14400 Bayeux',
    'href="tel:+33231516060"',
    'mailto:numerique@bayeux.example',
    'Le maire de Bayeux',
    'Hébergeur du Port, 1 rue du Port, 76600 Le Havre, 02 35 00 00 00',
    'Le fond de carte vient de data.geopf.fr',
    '/.well-known/security.txt'
  ])
    t.match(body, said)
  t.notMatch(body, 'non renseigné')
})

t.test('what the operator did not fill in is said on the page, once for each', async (t) => {
  const { body } = await open(bare, PAGES.legal)
  t.equal(body.match(/<dd><span class="unfilled">non renseigné<\/span><\/dd>/g)?.length, 6)
  t.notMatch(body, /security\.txt|fond de carte|undefined/)
  t.match((await open(bare, PAGES.legal, 'en')).body, 'not filled in')
  const privacy = await open(bare, PAGES.privacy)
  t.match(privacy.body, /Responsable du traitement<\/dt><dd><span class="unfilled">/)
  t.match(privacy.body, 'Aucune page ne charge quoi que ce soit depuis un autre site')
  const declaration = await open(bare, PAGES.accessibility)
  t.match(declaration.body, 'n’a pas renseigné l’état de conformité')
  t.match(declaration.body, 'La date de cette déclaration n’est pas renseignée')
})

t.test(
  'the accessibility declaration has the parts of the RGAA’s model, with what the operator declared',
  async (t) => {
    const { body } = await open(filled, PAGES.accessibility)
    const headings = [...body.matchAll(/<h2>([^<]*)</g)].map(([, heading]) => heading)
    t.strictSame(headings, [
      'État de conformité',
      'Contenus non accessibles',
      'Établissement de cette déclaration',
      'Retour d’information et contact',
      'Voies de recours'
    ])
    for (const said of [
      'Ville de Bayeux s’engage',
      'https://bayeux.example/schema.pdf',
      's’applique à https://lieux.example.org',
      'est partiellement conforme',
      'Cabinet Contraste, mars 2026',
      '<li>Un tableau n’a pas de titre.</li><li>Un contraste est trop faible.</li>',
      'établie le 12 mars 2026',
      'mailto:numerique@bayeux.example',
      'Défenseur des droits, Libre réponse 71120'
    ])
      t.match(body, said)
  }
)

t.test(
  'every page says at its foot whether the site conforms, and links to the pages of a public site',
  async (t) => {
    for (const [api, said] of [
      [filled, 'partiellement conforme'],
      [bare, 'non renseignée']
    ] as const) {
      for (const url of [
        '/',
        `/lieux/epn-de-bayeux-${idOf('EPN de Bayeux')}`,
        '/orientation',
        '/nulle-part'
      ]) {
        const { body } = await open(api, url)
        const foot = body.slice(body.indexOf('<footer'))
        t.match(foot, `Accessibilité\u00a0: ${said}`, url)
        for (const page of [
          'about',
          'contact',
          'sources',
          'data',
          'legal',
          'privacy',
          'accessibility'
        ] as const)
          t.match(foot, `href="${PAGES[page]}"`, url)
      }
    }
    const { body } = await open(filled, '/', 'en')
    t.match(body, /href="\/accessibilite\?lang=en">Accessibility: partially conforming</)
  }
)

t.test('rights over personal data are exercised by a message to the data protection officer', async (t) => {
  const { body } = await open(filled, PAGES.privacy)
  t.match(body, 'href="mailto:dpo@bayeux.example?subject=Donn%C3%A9es%20personnelles')
  t.match(body, 'une mission d’intérêt public')
  t.match(body, 'chargé depuis data.geopf.fr')
  t.match(body, 'https://www.cnil.fr/fr/plaintes')
})

/** The message that a link prepares. */
function messageIn(body: string) {
  const link = new URL(/href="(mailto:[^"]*\?[^"]*)"/.exec(body)?.[1] ?? 'mailto:')
  return { to: link.pathname, subject: link.searchParams.get('subject'), text: link.searchParams.get('body') }
}

t.test('a message about a place names it, with the address of its page', async (t) => {
  const { body, statusCode } = await open(filled, `/contact?lieu=${CALLED.id}`)
  t.equal(statusCode, 200)
  t.match(body, '<h1>Nous écrire au sujet de\u00a0: Cyber & Co</h1>')
  const { to, subject, text } = messageIn(body)
  t.equal(to, 'numerique@bayeux.example')
  t.equal(subject, 'Au sujet de\u00a0: Cyber & Co, Quimper')
  t.match(
    text,
    `Cyber & Co, Quimper\r\nhttps://lieux.example.org/lieux/cyber-co-${CALLED.id}\r\n\r\nCe qui est faux`
  )
  t.match(body, '<a class="call" href="tel:+33298000000">', 'and how to reach the place itself')
  t.match((await open(filled, `/contact?lieu=${CALLED.id}`, 'en')).body, 'Write to us about Cyber & Co')
})

t.test(
  'a merged place leads to the one that remains, and a place that is gone can still be written about',
  async (t) => {
    const moved = await open(filled, `/contact?lieu=${MERGED.id}`)
    t.match(moved, { statusCode: 301, headers: { location: `/contact?lieu=${idOf('EPN de Bayeux')}` } })
    for (const [lieu, status, said] of [
      [GONE.id, 410, 'Ce lieu n’est plus dans l’annuaire'],
      ['0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90', 404, 'Ce lieu n’existe pas'],
      ['bayeux', 404, 'Ce lieu n’existe pas']
    ] as const) {
      const { statusCode, body } = await open(filled, `/contact?lieu=${lieu}`)
      t.equal(statusCode, status, lieu)
      t.match(body, said, lieu)
      t.equal(messageIn(body).to, 'numerique@bayeux.example', lieu)
    }
  }
)

t.test('a directory without a contact says so, and names the sources of the place', async (t) => {
  for (const url of ['/contact', `/contact?lieu=${CALLED.id}`]) {
    const { body } = await open(bare, url)
    t.match(body, 'n’a pas indiqué d’adresse de contact', url)
    t.match(body, 'href="/sources"', url)
    t.notMatch(body, 'mailto:', url)
  }
  const { body } = await open(bare, `/contact?lieu=${CALLED.id}`)
  const [source] = (
    await bare.get<{ readonly items: readonly { readonly slug: string; readonly name: string }[] }>(
      '/v1/sources'
    )
  ).items.filter(({ slug }) => slug === 'mednum')
  t.match(body, `href="/sources#mednum">${source?.name}</a>`)
})

t.test('sources are listed as the API counts them, the largest first, with their licences', async (t) => {
  type Listed = { readonly items: readonly { readonly name: string; readonly places: number }[] }
  const { items } = await filled.get<Listed>('/v1/sources')
  const { body } = await open(filled, PAGES.sources)
  const shown = [...body.matchAll(/<h2 lang="fr">(?:<a[^>]*>)?([^<]*)[\s\S]*?Lieux<\/dt><dd>([^<]*)/g)]
  t.equal(shown.length, items.length)
  t.same(
    new Map(shown.map(([, name, count]) => [name, Number.parseInt(String(count), 10) || 0])),
    new Map(items.map(({ name, places }) => [name, places]))
  )
  const counts = shown.map(([, , count]) => Number.parseInt(String(count), 10) || 0)
  t.same(
    counts,
    counts.toSorted((one, other) => other - one)
  )
  t.match(body, /Licence<\/dt><dd><a href="https:[^"]*">Licence Ouverte 2\.0<\/a>/)
})

t.test(
  'these pages are valid HTML without accessibility errors, filled in or not, in both languages',
  async (t) => {
    const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
    const names = ['about', 'contact', 'sources', 'data', 'legal', 'privacy', 'accessibility'] as const
    for (const api of [filled, bare]) {
      for (const url of [...names.map((name) => PAGES[name]), `/contact?lieu=${CALLED.id}`]) {
        for (const lang of ['fr', 'en']) {
          const { body } = await api.ask({ url, headers: { 'accept-language': lang } })
          const { results } = await checker.validateString(body)
          const messages = results.flatMap(({ messages }) =>
            messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)
          )
          t.same(messages, [], `${url} ${lang}`)
        }
      }
    }
  }
)
