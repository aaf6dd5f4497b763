import t from 'tap'
import { loadCentres, loadOutlines } from '../../src/store/territories/load-shapes.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { SMALL_DIRECTORY } from '../support/small-directory.ts'

t.test('the pages of territories', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, SMALL_DIRECTORY)
  await loadCentres(database.batch, [
    { code: '14047', lat: 49.2767, lon: -0.7024 },
    { code: '14118', lat: 49.1829, lon: -0.3707 },
    { code: '14327', lat: 49.2, lon: -0.3167 }
  ])
  const { ask } = await apiOver(t, database)
  const asked = (url: string) =>
    ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr-FR,fr;q=0.9' } })
  const open = async (url: string) => (await asked(url)).body
  const textOf = (body: string) =>
    body
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
  const listed = (body: string): readonly string[] =>
    [...body.matchAll(/<h3>.*?<a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => String(name))

  t.test('a département shows its places, what they offer and what is missing', async (t) => {
    const body = await open('/lieux/departement/calvados')
    t.match(body, '<h1>Être aidé avec le numérique dans le Calvados</h1>')
    t.match(
      textOf(body),
      /5 lieux\. Aucun n’est connu pour être ouvert en ce moment\. Horaires à vérifier pour 5 lieux\./
    )
    t.equal(listed(body).length, 5)
    t.match(textOf(body), /Aide aux démarches administratives 2 lieux/)
    t.match(textOf(body), /Aucun lieu connu pour : .*parentalité et éducation avec le numérique/)
    t.match(body, 'href="/?service=aide-aux-demarches-administratives&amp;department=14"')
    t.match(textOf(body), 'Voir les 5 lieux')
    t.match(body, 'href="/?department=14"')
    t.match(body, '/v1/exports/places.csv?department=14&amp;safe=true')
  })

  t.test(
    'its page links to the territory around it, to those inside it, and to its neighbours',
    async (t) => {
      const department = await open('/lieux/departement/calvados')
      for (const address of ['region/normandie', 'commune/bayeux', 'departement/orne', 'departement/eure'])
        t.match(department, `href="/lieux/${address}"`)
      t.notMatch(department, 'href="/lieux/departement/nord"')
      const region = await open('/lieux/region/normandie')
      t.match(region, 'href="/lieux/departement/seine-maritime"')
      t.match(region, 'href="/lieux/region/bretagne"')
      t.match(textOf(region), 'Les départements de Normandie')
      const reunion = await open('/lieux/region/la-reunion')
      t.match(reunion, '<h1>Être aidé avec le numérique à La Réunion</h1>')
      t.match(
        reunion,
        'href="/lieux/commune/saint-denis-974"',
        'a région that is one département lists its communes'
      )
    }
  )

  t.test('a commune lists its places from its centre outwards, and its neighbours', async (t) => {
    const body = await open('/lieux/commune/bayeux')
    t.same(listed(body), ['EPN de Bayeux', 'Écrivain public de Bayeux'])
    t.match(body, 'href="/?commune=14047"', 'a counted link leads to the places that it counts')
    t.match(
      body,
      '<input type="hidden" name="town" value="Bayeux"/>',
      'a search by words goes on outside the town'
    )
    t.match(
      await open('/lieux/commune/saint-denis-974'),
      'value="Saint-Denis 974"',
      'with its département if needed'
    )
    t.match(body, /<svg class="small-map"/)
  })

  t.test('a territory without places says so, and shows the nearest ones', async (t) => {
    const body = await open('/lieux/commune/herouville-saint-clair')
    t.match(textOf(body), 'Aucun lieu n’est connu à Hérouville-Saint-Clair.')
    t.equal(listed(body)[0], 'Médiathèque de Caen')
    t.match(textOf(body), /Les lieux les plus proches/)
    t.match(body, '<meta name="robots" content="noindex"/>')
    t.notMatch(await open('/lieux/commune/bayeux'), 'noindex')
    const empty = await asked('/lieux/departement/lozere')
    t.equal(empty.statusCode, 200)
    t.match(textOf(empty.body), 'Aucun lieu n’est connu en Lozère.')
    t.match(empty.body, 'href="/lieux/departement/gard"')
  })

  t.test('each territory has one address, and codes, old names and mistakes lead to it', async (t) => {
    const led = async (path: string) => {
      const { statusCode, headers } = await asked(`/lieux/${path}`)
      return [statusCode, headers.location]
    }
    for (const [path, address] of [
      ['departement/14', 'departement/calvados'],
      ['departement/Calvados', 'departement/calvados'],
      ['departement/2a', 'departement/corse-du-sud'],
      ['region/53', 'region/bretagne'],
      ['departement/la-reunion', 'region/la-reunion'],
      ['departement/974', 'region/la-reunion'],
      ['commune/14047', 'commune/bayeux'],
      ['commune/bayeux-14', 'commune/bayeux'],
      ['commune/Le%20Mans', 'commune/le-mans'],
      ['commune/saint-denis', 'commune/saint-denis-974'],
      ['commune/vaudry', 'commune/vire-normandie'],
      ['commune/vileurbanne', 'commune/villeurbanne'],
      ['commune/75111', 'commune/paris']
    ] as const)
      t.same(await led(path), [301, `/lieux/${address}`], path)
    t.same(await led('departement/14?lang=en'), [301, '/lieux/departement/calvados?lang=en'])
    for (const path of ['commune/qsdfghjklm', 'region/poldevie', 'canton/bayeux', 'departement/99'])
      t.equal((await asked(`/lieux/${path}`)).statusCode, 404, path)
    t.match(await open('/lieux/commune/qsdfghjklm'), 'Cette page n’existe pas')
    t.equal((await ask('/lieux/canton/bayeux')).statusCode, 404, 'for programs too')
  })

  t.test('communes with the same name link to each other', async (t) => {
    const body = await open('/lieux/commune/saint-denis-93')
    t.match(body, 'href="/lieux/commune/saint-denis-974"')
    t.match(textOf(body), /Autres communes du nom de Saint-Denis/)
  })

  t.test('search engines find a title and a description of its own, and where it lies', async (t) => {
    const body = await open('/lieux/commune/bayeux')
    t.match(body, /<title>Aide numérique à Bayeux\u00a0: 2 lieux – Annuaire des lieux numériques<\/title>/)
    t.match(
      body,
      /<meta name="description" content="2 lieux à Bayeux pour être aidé avec le numérique \(.*\)/
    )
    t.match(body, '<link rel="canonical" href="/lieux/commune/bayeux"/>')
    t.match(body, '<link rel="alternate" hreflang="en" href="/lieux/commune/bayeux?lang=en"/>')
    const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? []
    const { itemListElement } = JSON.parse(json) as {
      itemListElement: readonly { name: string; item: string }[]
    }
    t.same(
      itemListElement.map(({ name, item }) => [name, item]),
      [
        ['Accueil', '/'],
        ['Normandie', '/lieux/region/normandie'],
        ['Calvados', '/lieux/departement/calvados'],
        ['Bayeux', '/lieux/commune/bayeux']
      ]
    )
    const english = await open('/lieux/region/bretagne?lang=en')
    t.match(english, '<h1>Get help with digital life in Bretagne</h1>')
  })

  t.test('sitemaps list the territories with places', async (t) => {
    const pathsIn = async (path: string) =>
      [...(await ask(path)).body.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(([, found]) =>
        String(found)
      )
    t.ok((await pathsIn('/sitemap.xml')).includes('/sitemap-pages.xml'))
    const pages = await pathsIn('/sitemap-pages.xml')
    for (const path of ['/', '/orientation', '/lieux/region/normandie', '/lieux/region/la-reunion'])
      t.ok(pages.includes(path), path)
    t.notOk(pages.includes('/lieux/region/occitanie'), 'it has no place')
    const calvados = await pathsIn('/sitemap-14.xml')
    for (const path of ['departement/calvados', 'commune/bayeux', 'commune/vire-normandie'])
      t.ok(calvados.includes(`/lieux/${path}`), path)
    t.ok((await pathsIn('/sitemap-974.xml')).includes('/lieux/commune/saint-denis-974'))
  })

  t.test('a région with loaded outlines has a map of its départements', async (t) => {
    const square = (west: number, south: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + 1, south],
          [west + 1, south + 1],
          [west, south + 1],
          [west, south]
        ]
      ]
    })
    await loadOutlines(database.batch, 'department', [
      { code: '29', name: 'Finistère', geometry: square(-4.5, 48) },
      { code: '22', name: "Côtes-d'Armor", geometry: square(-3.5, 48) }
    ])
    const body = await open('/lieux/region/bretagne')
    t.match(
      body,
      /<svg class="france-map".*?href="\/lieux\/departement\/finistere"[^>]*><title>Finistère<\/title><path/s
    )
    t.match(textOf(body), 'Les départements de Bretagne, avec leur nombre de lieux')
  })
})
