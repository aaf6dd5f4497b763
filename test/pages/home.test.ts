import t from 'tap'
import { loadOutlines } from '../../src/store/territories/load-shapes.ts'
import { apiOver, type Page } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { SMALL_DIRECTORY } from '../support/small-directory.ts'

t.test('the home page', async (t) => {
  const database = await testDatabase(t)
  const { ask, get } = await apiOver(t, database)
  const open = async (url: string) =>
    (await ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr-FR,fr;q=0.9' } })).body
  const linksOf = (body: string): readonly string[] =>
    [...body.matchAll(/ href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

  await t.test('of a directory without places says so, and still leads to the search', async (t) => {
    const body = await open('/')
    t.match(body, 'L’annuaire ne contient encore aucun lieu.')
    t.match(body, /<input id="q" name="q"/)
    t.notMatch(body, 'L’annuaire en chiffres')
  })

  await writePlaces(database, SMALL_DIRECTORY)

  t.test('says what the directory is, and lists no place', async (t) => {
    const body = await open('/')
    t.match(body, '<h1>Un lieu près de chez vous pour être aidé avec le numérique</h1>')
    t.match(body, /: 15 lieux en France vous accueillent et vous aident\./)
    t.notMatch(body, 'class="places"')
    t.match(body, /<link rel="canonical" href="\/"/)
    t.match(body, /<link rel="alternate" hreflang="en" href="\/\?lang=en"/)
    t.match(
      await open('/?utm_source=lettre'),
      'De quoi avez-vous besoin',
      'the mark of a newsletter is no question'
    )
  })

  t.test('with a question, or if all places are asked for, it is the search page', async (t) => {
    for (const url of ['/?q=fablab', '/?all=1', '/?department=14', '/?near=1']) {
      const body = await open(url)
      t.match(body, 'id="count"', url)
      t.notMatch(body, 'De quoi avez-vous besoin', url)
    }
  })

  t.test('each need leads to a question about the town, with places that meet it', async (t) => {
    const needs = linksOf(await open('/')).filter((href) => /^\/\?(service|type)=/.test(href))
    t.equal(needs.length, 9)
    for (const href of needs) {
      t.match(href, /&near=1#town$/)
      t.match(await open(href), 'Dans quelle ville êtes-vous', href)
      const [, choice = ''] = /\?([^&]+)/.exec(href) ?? []
      await get<Page>(`/v1/places?${choice}&limit=1`)
    }
    t.ok(linksOf(await open('/')).includes('/orientation'))
  })

  t.test('régions and départements are listed with the number of their places, overseas too', async (t) => {
    const body = await open('/')
    const countOf = (href: string) =>
      new RegExp(`<a href="${href}">(?:(?!</a>).)*?class="count">(\\d+)<`, 's').exec(body)?.[1]
    t.equal(countOf('/lieux/region/normandie'), '5')
    t.equal(countOf('/lieux/region/bretagne'), '2')
    t.equal(countOf('/lieux/region/occitanie'), '0')
    t.equal(countOf('/lieux/departement/calvados'), '5')
    t.equal(countOf('/lieux/departement/corse-du-sud'), '1')
    t.match(body, /href="\/lieux\/region\/la-reunion">.*?La Réunion<\/span><small>1 lieu</s)
    t.match(body, /href="\/lieux\/region\/mayotte">.*?0 lieu</s)
    t.match(body, /Wallis et Futuna<\/span><small>1 lieu</, 'a collectivity with places')
    t.notMatch(body, 'Clipperton')
  })

  t.test(
    'the map of France is drawn from coasts, or from the outlines of régions once they are loaded',
    async (t) => {
      const map = (body: string) => /<svg class="france-map".*?<\/svg>/s.exec(body)?.[0] ?? ''
      const coasts = map(await open('/'))
      t.equal(coasts.match(/class="spot"/g)?.length, 13, 'a disc for each région')
      t.equal(coasts.match(/tabindex="-1"/gi)?.length, 13, 'the list beside it has the same links')
      const triangle = [
        [
          [-4.7, 48.5],
          [-1.2, 48.6],
          [-2.5, 47.4],
          [-4.7, 48.5]
        ]
      ]
      await loadOutlines(database.batch, 'region', [
        { code: '53', name: 'Bretagne', geometry: { type: 'Polygon', coordinates: triangle } }
      ])
      const outlined = map(await open('/'))
      t.match(
        outlined,
        /href="\/lieux\/region\/bretagne"[^>]*><title>Bretagne<\/title><path class="land" d="M\d+ \d+l/
      )
    }
  )

  t.test('the figures say how much there is and how fresh it is', async (t) => {
    const body = await open('/')
    t.match(body, /<strong>15<\/strong> lieux/)
    t.match(body, /<strong>9<\/strong> départements et collectivités couverts/)
    t.match(body, /<strong>1<\/strong> annuaire réuni/)
  })

  t.test('is light: its HTML, without its style, is under 12 kB compressed', async (t) => {
    const { rawPayload, headers } = await ask({
      url: '/',
      headers: { accept: 'text/html', 'accept-encoding': 'br' }
    })
    t.equal(headers['content-encoding'], 'br')
    t.ok(rawPayload.length < 12_000, `${rawPayload.length} bytes`)
  })
})
