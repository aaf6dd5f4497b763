import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { apiOver, type Page } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { mergePlace, testPlace, withdrawPlaces, writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'
import { TOWNS } from '../support/towns.ts'
import { EXAMPLES } from './page-examples.ts'

const HOSTILE = testPlace({
  ...TOWNS.quimper,
  name: 'Chez <b>Loïc</b> & "Cie" </script>',
  types: ['EPN'],
  summary: '<img src=x onerror=alert(1)>',
  description: 'Deux\nlignes',
  contacts: { phone: '+33298000000', emails: ['loic@example.org'], websites: ['https://example.org/epn'] }
})
const GONE = testPlace({ ...TOWNS.brest, name: 'EPN fermé', types: ['EPN'] })
const MERGED = testPlace({ ...TOWNS.bayeux, name: 'E.P.N. Bayeux', types: ['EPN'] })

const database = await testDatabase(t)
await writePlaces(database, [...SMALL_DIRECTORY, HOSTILE, GONE, MERGED])
await withdrawPlaces(database, [GONE.id])
await mergePlace(database, MERGED.id, idOf('EPN de Bayeux'))
const { ask, get } = await apiOver(t, database)

/** Requests a page as a browser that is set to French. */
const open = (url: string, language = 'fr-FR,fr;q=0.9') =>
  ask({ url, headers: { accept: 'text/html', 'accept-language': language } })

const BAYEUX = `/lieux/epn-de-bayeux-${idOf('EPN de Bayeux')}`
const LOIC = `/lieux/chez-b-loic-b-cie-script-${HOSTILE.id}`

/** The names of the places, in the order of the list. */
const listed = (body: string): readonly string[] =>
  [...body.matchAll(/<h3><a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => String(name))

t.test('the search by words shows the same as the API', async (t) => {
  const { body, statusCode, headers } = await open('/?q=fablab+lisieux')
  t.equal(statusCode, 200)
  t.match(headers['content-type'], /^text\/html/)
  const { items } = await get<Page>('/v1/places?q=fablab+lisieux')
  t.same(
    listed(body),
    items.map(({ name }) => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'))
  )
  t.equal(listed(body)[0], 'FabLab de Lisieux')
  t.match(body, /Autour de Lisieux/, 'how the words were understood')
  t.match(body, /href="\/\?q=fablab\+%22lisieux%22"/, 'and the link to undo it')
})

t.test('choices are filters and remain selected', async (t) => {
  const { body } = await open('/?service=aide-aux-demarches-administratives&wheelchair=1&free=1')
  t.same(listed(body), ['EPN de Bayeux'])
  t.match(body, /<input (?=[^>]*checked)[^>]*value="aide-aux-demarches-administratives"/)
  t.match(body, /<input (?=[^>]*checked)[^>]*id="wheelchair"/)
  t.equal(body.match(/<a class="chip"/g)?.length, 3, 'the chosen filters are visible')
  const none = await open('/?q=zzzzzz')
  t.equal(none.statusCode, 200)
  t.match(none.body, /Aucun lieu trouvé/)
  for (const [url, why] of [
    ['/?type=EPX', /Nous n’avons pas compris le choix «\u00a0EPX\u00a0»/],
    ['/?cursor=forged', /Cette adresse n’est plus valable/]
  ] as const) {
    const refused = await open(url)
    t.equal(refused.statusCode, 400, url)
    t.match(refused.body, why)
  }
  t.equal((await open('/?utm_source=lettre')).statusCode, 200, 'other parameters are left out')
})

t.test('following the next link lists every place once', async (t) => {
  const names: string[] = []
  for (let url: string | undefined = '/?all=1'; url !== undefined; ) {
    const { body } = await open(url)
    names.push(...listed(body))
    url = /rel="next" href="([^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  t.equal(names.length, SMALL_DIRECTORY.length + 1)
  t.equal(new Set(names).size, names.length)
})

t.test('a place shows everything known about it in words', async (t) => {
  const { body, statusCode } = await open(BAYEUX)
  t.equal(statusCode, 200)
  t.match(body, /<h1 lang="fr">EPN de Bayeux<\/h1>/)
  t.match(body, /Boucle magnétique<\/th><td>oui/)
  t.match(body, /Toilettes adaptées<\/th><td>non/)
  t.match(
    body,
    /Non renseigné\s: [^<]*langue des signes, bande de guidage/,
    'an unknown value is neither yes nor no'
  )
  t.match(body, /Aide aux démarches administratives/)
  t.match(body, /Autres lieux proches/)
  const english = (await open(BAYEUX, 'en')).body
  t.match(english, /<html lang="en">/)
  t.match(english, /Hearing loop<\/th><td>yes/)
})

t.test('a place has structured data', async (t) => {
  const { body } = await open(BAYEUX)
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? []
  t.match(JSON.parse(json), {
    '@type': 'CivicStructure',
    name: 'EPN de Bayeux',
    geo: { latitude: 49.2764, longitude: -0.7024 },
    address: { addressLocality: 'Bayeux' },
    isAccessibleForFree: true
  })
  const features = JSON.parse(json).amenityFeature.map(({ name }: { name: string }) => name)
  t.same(features.toSorted(), ['adapted_toilet', 'hearing_loop', 'wheelchair'], 'and only known values')
})

t.test('text from a source is always shown as text', async (t) => {
  const { body, headers } = await open(LOIC)
  t.notMatch(body, /<img|<b>|alert\(1\)<\/script/)
  t.match(body, /Chez &lt;b>Loïc&lt;\/b> &amp; /)
  t.equal(body.split('</script>').length, body.split('<script').length, 'every closing script tag is ours')
  t.match(body, /href="tel:\+33298000000">02 98 00 00 00</)
  t.match(headers['content-security-policy'], /^default-src 'none'; script-src 'self'; style-src 'self'/)
})

t.test('each place has one URL, and old ones redirect to it', async (t) => {
  const redirected = async (url: string) => {
    const { statusCode, headers } = await open(url)
    return [statusCode, headers.location]
  }
  t.same(await redirected(`/lieux/${idOf('EPN de Bayeux')}`), [301, BAYEUX])
  t.same(await redirected(`/lieux/cyber-base-${idOf('EPN de Bayeux')}`), [301, BAYEUX])
  t.same(await redirected(`/lieux/e-p-n-bayeux-${MERGED.id}`), [301, `/lieux/${idOf('EPN de Bayeux')}`])
  const gone = await open(`/lieux/epn-ferme-${GONE.id}`)
  t.equal(gone.statusCode, 410)
  t.match(gone.body, /n’est plus dans l’annuaire/)
  t.match(gone.body, /<input id="q" name="q" type="search" value="epn ferme"/)
  t.equal((await open('/lieux/nulle-part')).statusCode, 404)
  t.equal((await open('/lieux/x-0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90')).statusCode, 404)
})

t.test(
  'where a place is missing, its page says what to do, and lists the places of the town in its name',
  async (t) => {
    const never = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'
    for (const [id, status, what, english] of [
      [GONE.id, 410, 'Il a fermé, ou aucune source ne le mentionne plus.', 'It has closed, or no source'],
      [never, 404, 'Il manque peut-être une lettre à l’adresse.', 'A letter may be missing']
    ] as const) {
      const { statusCode, body } = await open(`/lieux/cyber-espace-de-bayeux-${id}`)
      t.equal(statusCode, status)
      t.match(body, what)
      t.match(body, 'value="cyber espace de bayeux"')
      t.match(body, 'Autour de Bayeux')
      t.ok(listed(body).includes('EPN de Bayeux'))
      t.match((await open(`/lieux/x-${id}`, 'en')).body, english)
    }
    t.same(
      listed((await open(`/lieux/lieu-${never}`)).body),
      [],
      'without a town, places anywhere would mislead'
    )
  }
)

t.test('sitemaps list every place', async (t) => {
  t.match((await ask('/robots.txt')).body, /^Sitemap: http:\/\/.+\/sitemap\.xml$/m)
  const maps = [...(await ask('/sitemap.xml')).body.matchAll(/<loc>[^<]*(\/sitemap-[^<]+)<\/loc>/g)]
  const pages: string[] = []
  for (const [, path = ''] of maps) {
    pages.push(
      ...[...(await ask(path)).body.matchAll(/<loc>[^<]*(\/lieux\/[^<]+-[0-9a-f]{12})<\/loc>/g)].map(
        ([, page]) => String(page)
      )
    )
  }
  const located = SMALL_DIRECTORY.filter(({ content }) => content.address.department !== null)
  t.equal(new Set(pages).size, located.length + 1)
  t.ok(pages.includes(BAYEUX))
  t.equal((await ask('/sitemap-nulle-part.xml')).statusCode, 400)
})

t.test('an answer that repeats the host of the request is for that client alone', async (t) => {
  for (const url of ['/robots.txt', '/sitemap.xml', '/sitemap-14.xml', '/integrer']) {
    const { body, headers } = await ask({ url, headers: { host: 'annuaire.example:8443' } })
    t.match(body, 'http://annuaire.example:8443/', url)
    t.equal(headers['cache-control'], 'no-store', url)
    for (const host of ['a&b<c', 'annuaire.example/x', 'a.example, b.example', 'a b', '"onload="']) {
      t.equal((await ask({ url, headers: { host } })).statusCode, 400, `${url} ${host}`)
    }
  }
})

t.test('an unknown address gives people a page, and programs a problem document', async (t) => {
  const lost = await open('/lieu-de-rien')
  t.equal(lost.statusCode, 404)
  t.match(lost.headers['content-type'], /^text\/html/)
  t.match(lost.body, /Cette page n’existe pas/)
  t.match((await open('/lieu-de-rien', 'en')).body, /There is no such page/)
  for (const asked of [
    { url: '/lieu-de-rien' },
    { url: '/v1/lieu-de-rien', headers: { accept: 'text/html' } },
    { url: '/', method: 'POST', headers: { accept: 'text/html' } } as const
  ]) {
    const { headers } = await ask(asked)
    t.match(headers['content-type'], /^application\/problem\+json/, asked.url)
  }
})

t.test('an address that cannot be read gives people a page with the search', async (t) => {
  for (const url of ['/?q=%00', '/?q=%ff%fe', '/?q=%E0%A4%A', '/?q=m%E9diath%E8que', '/lieux/%ff', '/%ff']) {
    const french = await open(url)
    const status = url === '/%ff' ? [400, 404] : [400]
    t.ok(status.includes(french.statusCode), `${url}: ${french.statusCode}`)
    t.match(french.headers['content-type'], /^text\/html/, url)
    t.match(french.body, 'Cette adresse ne peut pas être lue')
    t.match(french.body, 'Écrivez ci-dessous ce que vous cherchez.')
    t.match(french.body, /<input id="q" name="q"/)
    t.match((await open(url, 'en')).body, 'Type what you are looking for below.')
    const program = await ask({ url, headers: { accept: 'application/json' } })
    t.match(program.headers['content-type'], /^application\/problem\+json/, url)
  }
  const api = await ask({ url: '/v1/places?q=%00', headers: { accept: 'text/html' } })
  t.match(api.json(), { status: 400, errors: [{ parameter: 'q' }] })
})

t.test('a shared link has an image and a saved page an icon, all from our host', async (t) => {
  const { body } = await open(BAYEUX)
  const [, shared = ''] = /<meta property="og:image" content="([^"]+)"/.exec(body) ?? []
  const [, manifest = ''] = /<link rel="manifest" href="([^"]+)"/.exec(body) ?? []
  const { name, icons } = JSON.parse((await open(manifest)).body)
  t.equal(name, 'Annuaire des lieux numériques')
  for (const [path, width] of [
    [shared, 1200],
    ...icons.map(({ src, sizes }: { src: string; sizes: string }) => [src, Number.parseInt(sizes, 10)])
  ]) {
    const { statusCode, headers, rawPayload } = await open(path)
    t.match({ statusCode, headers }, { statusCode: 200, headers: { 'content-type': 'image/png' } }, path)
    // A PNG file has its width at byte 16.
    t.equal(rawPayload.readUInt32BE(16), width, path)
  }
  t.match((await open('/pages/icon.svg')).headers['content-type'], /svg/)
})

t.test('every page exists in French and English, and declares its language', async (t) => {
  for (const path of Object.values(EXAMPLES)) {
    for (const lang of ['fr', 'en']) {
      const { statusCode, headers, body } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      t.match(
        { statusCode, headers },
        { statusCode: 200, headers: { 'content-language': lang, vary: /accept-language/i } },
        path
      )
      t.match(body, `<html lang="${lang}"`, path)
    }
  }
})

t.test('style sheets have URLs that can be cached for ever', async (t) => {
  for (const path of Object.values(EXAMPLES)) {
    const { body } = await open(path)
    const sheets = [...body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
      ([, address = '']) => address
    )
    t.ok(sheets.length > 0, path)
    for (const address of sheets) {
      const { statusCode, headers } = await open(address)
      t.match(
        { statusCode, headers },
        {
          statusCode: 200,
          headers: { 'content-type': /^text\/css/, 'cache-control': /immutable/ }
        },
        address
      )
    }
  }
})

t.test('pages are valid HTML, with a name for every field and no accessibility errors', async (t) => {
  const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  for (const url of [
    '/',
    '/?all=1',
    '/lieux/region/normandie',
    '/lieux/departement/calvados',
    '/lieux/commune/bayeux',
    '/lieux/commune/vire-normandie?lang=en',
    '/lieux/commune/herouville-saint-clair',
    '/?q=fablab',
    '/?q=zzzzzz',
    '/?type=EPX',
    '/?openNow=1&lang=en',
    BAYEUX,
    LOIC,
    '/lieux/nulle-part',
    '/lieu-de-rien'
  ]) {
    const { results } = await checker.validateString((await open(url)).body)
    const messages = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)
    )
    t.same(messages, [], url)
  }
})
