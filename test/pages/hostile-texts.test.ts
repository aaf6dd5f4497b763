import t from 'tap'
import { apiOver, type Page } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { type GivenRecord, senderOf } from '../support/records.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const sender = await senderOf(database, api, 'hostile')

/** What runs a script if a page writes it as it is: in a text, in an attribute, in a script or in a style. */
const MARK = `"'><img src=x onerror=alert(1)></script><script>alert(2)</script></style>{{7*7}}\${7*7}`

const NEVERS = { street: `1 rue ${MARK}`, postcode: '58000', city: 'Nevers', commune: '58194' }
const HOSTILE: GivenRecord = {
  id: '1',
  content: {
    name: `Espace numérique ${MARK}`,
    types: ['EPN'],
    summary: MARK,
    description: `${MARK}\n\n${MARK}`,
    parent_organisation: MARK,
    address: { ...NEVERS, complement: MARK },
    location: { lat: 46.99, lon: 3.16 },
    contacts: { person: { name: MARK, role: MARK }, emails: ['accueil@example.org'] },
    opening_hours: { osm: `Mo 09:00-12:00 "${MARK.replaceAll('"', '')}"`, raw: MARK }
  }
}

const marked = encodeURIComponent(MARK)

const pagesOf = (id: string): readonly string[] => [
  `/lieux/${id}`,
  `/v1/places/${id}`,
  '/?commune=58194',
  '/?q=espace+num%C3%A9rique+nevers',
  `/?q=${marked}`,
  `/?town=${marked}`,
  `/selection?lieu=${id}`,
  `/orientation?town=${marked}`,
  `/orientation/fiche?lieu=${id}`,
  `/contact?lieu=${id}`,
  `/embed?commune=58194&title=${marked}`,
  '/sources',
  `/${marked}`
]

/** Addresses of links, images and forms that a browser would run. */
const RUNS = /\b(?:href|src|action|formaction)\s*=\s*["']?\s*(?:javascript|data|vbscript):(?!image\/)/i

/** The page at an address, or at the one to which it leads. */
async function pageAt(url: string): Promise<Awaited<ReturnType<typeof api.ask>>> {
  const answer = await api.ask({ url, headers: { accept: 'text/html' } })
  const { location } = answer.headers
  return typeof location === 'string' ? pageAt(location.replace(/^https?:\/\/[^/]*/, '')) : answer
}

t.test('texts of directories and of questions are shown as texts on every page', async (t) => {
  await sender.put([HOSTILE])
  const [place] = (await api.get<Page>('/v1/places?commune=58194')).items
  t.ok(place, 'the record is accepted')
  let shown = 0
  for (const address of pagesOf(place?.id ?? '')) {
    const { headers, body } = await pageAt(address)
    const isPage = /text\/html/.test(String(headers['content-type']))
    if (!isPage) {
      t.equal(headers['x-content-type-options'], 'nosniff', `${address}: no browser takes it for a page`)
      continue
    }
    shown += body.includes('onerror') ? 1 : 0
    t.notMatch(body, /<img src=x|<script>alert|<\/style>\{/i, `${address}: as text`)
    t.notMatch(body, RUNS, `${address}: no address that runs`)
    t.notMatch(body, /\b49\b[^"]{0,3}<\/h1>/, `${address}: no template is computed`)
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src 'none'/, address)
    t.notMatch(policy, /script-src[^;]*(?:unsafe|\*)/, `${address}: no script but those of the program`)
  }
  t.ok(shown >= 3, 'and the texts are on these pages')
})

t.test('an address that runs a script is accepted in no field', async (t) => {
  const addresses = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//.fr',
    'data:text/html,x',
    'http://a:b@example.org/'
  ]
  const fields = (url: string): readonly object[] => [
    { booking_url: url },
    { contacts: { websites: [url] } },
    { accessibility: { sheet: url } }
  ]
  for (const url of addresses) {
    const records = [...fields(url).map((content) => ({ content })), { url, content: {} }].map(
      ({ content, ...more }, at) => ({
        id: String(at),
        ...more,
        content: { name: 'Espace numérique', types: ['EPN'], address: { city: 'Nevers' }, ...content }
      })
    )
    const answer = await sender.send(
      records.map((record) => `${JSON.stringify(record)}\n`).join(''),
      'mode=partial'
    )
    t.match(answer, { statusCode: 422, body: 'None of the 4 records can be read' }, url)
  }
})
