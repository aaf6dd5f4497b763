import t from 'tap'
import { PAGES } from '../../src/pages/addresses/pages.ts'
import { type Api, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'

const database = await testDatabase(t)
await writePlaces(database, SMALL_DIRECTORY)
const publicly = { PUBLIC_URL: 'https://lieux.example.org', OPERATOR_NAME: 'Ville de Bayeux' }
const site = await apiOver(t, database, undefined, undefined, publicly)
const trial = await apiOver(t, database)

const open = ({ ask }: Api, url: string) =>
  ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } })

t.test('every request on the page of data works, and the limit is the one that holds', async (t) => {
  const { body } = await open(site, PAGES.data)
  const requests = [...body.replaceAll('&amp;', '&').matchAll(/<a href="(\/v1\/[^"]*)"/g)].map(
    ([, address = '']) => address
  )
  t.ok(requests.length >= 10)
  for (const url of requests) t.equal((await site.ask(url)).statusCode, 200, url)
  t.match(body, 'Pas de limite au nombre de demandes')
  const limited = await apiOver(t, database, undefined, undefined, {
    RATE_LIMIT_PER_MINUTE: '120',
    EXPOSE_DOCS: 'false'
  })
  const other = await open(limited, PAGES.data)
  t.match(other.body, '120 demandes par minute')
  t.notMatch(other.body, /href="\/(docs|openapi)/, 'a reference that is not served is not linked')
  t.match(body, /href="\/docs/)
})

const linkedData = (body: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? 'null')

t.test('the data and the search field are described for search engines, by absolute addresses', async (t) => {
  t.match(linkedData((await open(site, PAGES.data)).body), {
    '@type': 'Dataset',
    url: 'https://lieux.example.org/donnees',
    publisher: { name: 'Ville de Bayeux' },
    distribution: [
      { contentUrl: 'https://lieux.example.org/v1/exports/places.csv', encodingFormat: 'text/csv' },
      {},
      {}
    ]
  })
  const { potentialAction: action } = linkedData((await open(site, '/')).body)
  t.equal(action.target.urlTemplate, 'https://lieux.example.org/?q={search_term_string}')
  t.equal(linkedData((await open(site, '/?q=epn')).body), null, 'results are not the site')
  t.equal(linkedData((await open(trial, '/')).body), null, 'without a public address there is none to give')
})

const PLACE = `/lieux/epn-de-bayeux-${idOf('EPN de Bayeux')}`

t.test('each page names its translations by absolute addresses, the same on both sides', async (t) => {
  for (const url of [PLACE, PAGES.legal, '/departements', '/']) {
    const alternates = async (lang: string) => {
      const { body } = await open(site, `${url}?lang=${lang}`)
      const links = body.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)
      return [...links].map(([, to, href]) => [to, href])
    }
    const address = `https://lieux.example.org${url}`
    const expected = [
      ['fr', address],
      ['en', `${address}?lang=en`],
      ['x-default', address]
    ]
    t.strictSame(await alternates('fr'), expected, url)
    t.strictSame(await alternates('en'), expected, url)
  }
})

t.test('a shared place shows its kind, in the language of the page', async (t) => {
  for (const lang of ['fr', 'en']) {
    const { body } = await open(site, `${PLACE}?lang=${lang}`)
    const [, image = ''] = /property="og:image" content="https:\/\/lieux.example.org([^"]*)"/.exec(body) ?? []
    t.equal(image, `/pages/kinds/EPN-${lang}.png`)
    const { statusCode, rawPayload } = await site.ask(image)
    t.equal(statusCode, 200)
    t.same([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)], [1200, 630])
    t.ok(rawPayload.length < 20_000, `${rawPayload.length} bytes`)
  }
  t.equal((await site.ask('/pages/kinds/..%2ffavicon.ico')).statusCode, 404)
})

t.test('the icon that browsers ask for by themselves is there', async (t) => {
  const { statusCode, headers, rawPayload } = await site.ask('/favicon.ico')
  t.match({ statusCode, headers }, { statusCode: 200, headers: { 'content-type': 'image/x-icon' } })
  t.same([rawPayload.readUInt16LE(2), rawPayload.readUInt16LE(4)], [1, 3], 'an icon in three sizes')
})

t.test('the sitemap lists the pages of the site', async (t) => {
  t.match((await site.ask('/sitemap.xml')).body, 'https://lieux.example.org/sitemap-pages.xml')
  const { body } = await site.ask('/sitemap-pages.xml')
  const listed = [...body.matchAll(/<loc>https:\/\/lieux\.example\.org([^<]*)<\/loc>/g)].map(
    ([, path = '']) => path
  )
  t.ok(listed.includes(PAGES.legal) && listed.includes(PAGES.data))
  for (const path of listed) t.equal((await open(site, path)).statusCode, 200, path)
})

/** Addresses of our own in a page, as a browser would request them. */
function linksIn(html: string, page: string): readonly string[] {
  const base = new URL(page, 'https://lieux.example.org')
  return [...html.matchAll(/\b(?:href|src|content)="((?:https:\/\/lieux\.example\.org)?[/?][^"]*)"/g)]
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname, search }) => pathname + search)
}

/** Pages of one kind have the same path, but for ids, and the same parameters. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'https://lieux.example.org')
  const path = pathname.replace(/(?<=\/(?:lieux|places|kinds)\/).*|(?<=\/sitemap-).*/, '…')
  return `${path} ${[...searchParams.keys()].toSorted()}`
}

t.test('no link of any page leads nowhere', { timeout: 240_000 }, async (t) => {
  const waiting = ['/', PLACE, '/orientation', '/?q=epn+bayeux', '/?q=zzzzzz', '/sitemap-pages.xml']
  const seen = new Set<string>()
  const broken: string[] = []
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    const kind = kindOf(page)
    if (seen.has(kind)) continue
    seen.add(kind)
    const { statusCode, headers, body } = await site.ask({
      url: page,
      headers: { accept: 'text/html', 'accept-language': 'fr' }
    })
    if (statusCode >= 400) broken.push(`${statusCode} ${page}`)
    if (/^text\/html/.test(String(headers['content-type']))) waiting.push(...linksIn(body, page))
  }
  t.same(broken, [])
  t.ok(seen.size > 40, `${seen.size} kinds of addresses`)
})
