import { parse } from 'csv-parse/sync'
import t from 'tap'
import { Feature } from '../../../../src/http/v1/schemas/answers.ts'
import { Place } from '../../../../src/http/v1/schemas/place.ts'
import { writeSample } from '../../../../src/seed/write-sample.ts'
import { type AnsweredPlace, apiOver, type Page, withoutWeek } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { testPlace, writePlaces } from '../../../support/places.ts'
import { somePlaces } from '../../../support/properties/arbitrary-places.ts'
import { idOf, SMALL_DIRECTORY } from '../../../support/small-directory.ts'
import { refusals, STANDARD } from '../../../support/standard.ts'
import { TOWNS } from '../../../support/towns.ts'

/** Places with content that the standard cannot express, or expresses in another way. */
const AWKWARD = [
  testPlace({ ...TOWNS.bayeux, name: 'Résumé trop long', summary: `${'a'.repeat(278)}😀😀 et la suite` }),
  testPlace({ ...TOWNS.bayeux, name: 'Résumé plein', summary: '😀'.repeat(280) }),
  testPlace({ ...TOWNS.bayeux, name: 'Deux\nlignes, "guillemets"; et | barres', summary: 'a|b\r\nc' }),
  testPlace({
    ...TOWNS.bayeux,
    name: '=HYPERLINK("http://example.org";"EPN")',
    address: { ...TOWNS.bayeux.address, street: '@rue' },
    parent_organisation: 'Mairie;+1'
  }),
  testPlace({
    ...TOWNS.bayeux,
    name: 'Téléphone belge',
    contacts: {
      phone: '+3225551234',
      emails: ['a@example.org', 'b@example.org'],
      websites: ['https://example.org']
    }
  }),
  testPlace({
    ...TOWNS.saintDenis,
    name: 'Téléphone réunionnais',
    contacts: { phone: '+262262123456' },
    labels: [
      { code: 'etapes-numeriques-la-poste', valid_from: null, valid_until: null, source: 'mednum' },
      { code: 'point-d-acces-numerique-caf', valid_from: null, valid_until: null, source: 'mednum' },
      { code: 'point-d-acces-numerique-caf', valid_from: null, valid_until: null, source: 'fablabs-io' }
    ],
    access: ['ce-lieu-n-accueille-pas-de-public'],
    itinerant: true
  }),
  testPlace({
    name: 'À Bruxelles',
    address: { city: 'Bruxelles', postcode: '1000', country: 'BE' },
    at: [50.85, 4.35]
  }),
  testPlace({ name: 'Sans adresse', at: [49.3, -0.7] }),
  testPlace({ ...TOWNS.bayeux, name: 'Sur le méridien', at: [49.3, 1e-7] })
]

t.test('exports', async (t) => {
  const database = await testDatabase(t)
  const arbitrary = somePlaces(300, 2)
  await writePlaces(database, [...SMALL_DIRECTORY, ...AWKWARD, ...arbitrary])
  await writeSample(database, { count: 1_500, seed: 7 })
  const { ask, all, get } = await apiOver(t, database)
  const count = SMALL_DIRECTORY.length + AWKWARD.length + arbitrary.length + 1_500

  const text = async (url: string, type: string) => {
    const answer = await ask(url)
    t.equal(answer.statusCode, 200)
    t.equal(answer.headers['content-type'], `${type}; charset=utf-8`)
    t.match(answer.headers['content-disposition'], /^attachment; filename="places\.\w+"$/)
    return answer.body
  }

  t.test('GET /v1/exports/places.ndjson 200: every place, whole, by id, across batches', async (t) => {
    const lines = (await text('/v1/exports/places.ndjson', 'application/x-ndjson')).split('\n')
    t.equal(lines.pop(), '', 'the last line ends too')
    const places = lines.map((line) => JSON.parse(line) as AnsweredPlace)
    t.equal(places.length, count)
    t.same(
      places.map(({ id }) => id),
      places.map(({ id }) => id).toSorted()
    )
    for (const place of places.slice(0, 300)) t.same(Place.parse(place), place)
    const one = places.find(({ id }) => id === idOf('EPN de Bayeux'))
    t.same(one, withoutWeek(await get<AnsweredPlace>(`/v1/places/${one?.id}`)), 'the same place')
  })

  const byId = (places: readonly AnsweredPlace[]) =>
    places.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const exported = async (query: string) =>
    (await text(`/v1/exports/places.ndjson?${query}`, 'application/x-ndjson'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AnsweredPlace)

  t.test('200: of words, the places that a search counts, without those that only follow', async (t) => {
    for (const query of ['q=mediatheque&fee=gratuit', 'q=mediatheque+bayeux', 'q=fablab+calvados']) {
      const { total } = await get<Page>(`/v1/places?${query}`)
      const found = await all(`/v1/places?${query}&limit=100`)
      const counted = await exported(query)
      t.ok(counted.length > 0 && counted.length < found.length, `${counted.length} places`)
      t.equal(counted.length, total?.value)
      const shown = new Map(found.map((place) => [place.id, place]))
      for (const place of counted.slice(0, 50))
        t.same(place, withoutWeek(shown.get(place.id) as AnsweredPlace))
    }
  })

  t.test('200: the same places as a search with the same filters', async (t) => {
    for (const query of ['type=EPN&department=14', 'lat=49.2764&lon=-0.7024&radius=60000']) {
      const found = byId(await all(`/v1/places?${query}&limit=100`))
      t.ok(found.length > 1, `${found.length} places`)
      t.same(await exported(query), found.map(withoutWeek))
    }
    t.equal(
      await text('/v1/exports/places.ndjson?type=ML&type=FABLAB', 'application/x-ndjson'),
      '',
      'or nothing'
    )
  })

  t.test('GET /v1/exports/places.geojson 200: one FeatureCollection', async (t) => {
    const whole = JSON.parse(await text('/v1/exports/places.geojson', 'application/geo+json'))
    t.equal(whole.type, 'FeatureCollection')
    t.equal(whole.features.length, count)
    for (const feature of whole.features.slice(0, 300)) t.same(Feature.parse(feature), feature)
    const none = JSON.parse(
      await text('/v1/exports/places.geojson?type=ML&type=FABLAB', 'application/geo+json')
    )
    t.same(none.features, [])
  })

  t.test('GET /v1/exports/places.csv 200: the national standard 1.0.2, to the letter', async (t) => {
    const csv = await text('/v1/exports/places.csv', 'text/csv')
    const rows = parse(csv, { columns: true }) as readonly Record<string, string>[]
    t.same(
      csv.slice(0, csv.indexOf('\n')).split(','),
      STANDARD.map(({ name }) => name)
    )
    // No source of these places gives a date of change, and the export must not invent one.
    const unknown = rows.filter((row) => row.date_maj === '').length
    t.same(
      rows.flatMap(refusals).filter((refusal) => refusal !== 'date_maj is empty'),
      []
    )
    t.ok(unknown > 0, `${unknown} rows without a date`)
    t.notMatch(csv, /\uFFFD/, 'no character is cut in half')
    const named = (name: string) => rows.find((row) => row.nom === name)
    t.ok(rows.length > 1_700, `${rows.length} rows`)
    t.equal(named('À Bruxelles'), undefined, 'a place abroad cannot be expressed in it')
    t.equal(named('Sans adresse'), undefined)
    t.match(named('Résumé trop long'), {
      presentation_resume: `${'a'.repeat(278)}😀…`,
      presentation_detail: `${'a'.repeat(278)}😀😀 et la suite`
    })
    t.equal(named('Résumé plein')?.presentation_resume, '😀'.repeat(280))
    t.equal(named('Téléphone belge')?.telephone, '')
    t.equal(named('Téléphone belge')?.courriels, 'a@example.org|b@example.org')
    t.match(named('Téléphone réunionnais'), {
      telephone: '+262262123456',
      formations_labels: 'Étapes numériques(La Poste)',
      dispositif_programmes_nationaux: "Point d'accès numérique CAF",
      modalites_acces: "Ce lieu n'accueille pas de public",
      itinerance: 'Itinérant',
      code_insee: '97411'
    })
    t.equal(
      named('EPN de Bayeux')?.adresse,
      'Bayeux',
      'required, so the city stands in for an unknown street'
    )
    t.match(named('EPN de Bayeux'), {
      latitude: '49.2764',
      longitude: '-0.7024',
      date_maj: '',
      pivot: '00000000000000'
    })
  })

  t.test('GET /v1/exports/places.csv?safe=true 200: no cell is a formula in a spreadsheet', async (t) => {
    const rowsOf = (csv: string) => parse(csv, { columns: true }) as readonly Record<string, string>[]
    const rows = rowsOf(await text('/v1/exports/places.csv', 'text/csv'))
    const safe = rowsOf(await text('/v1/exports/places.csv?safe=true', 'text/csv'))
    const formula = `=HYPERLINK("http://example.org";"EPN")`
    const named = (rows: readonly Record<string, string>[], name: string) =>
      rows.find(({ nom }) => nom === name)
    t.match(
      named(rows, formula),
      { structure_parente: 'Mairie;+1', adresse: '@rue' },
      'the standard, to the letter'
    )
    t.match(named(safe, `'${formula}`), { structure_parente: "Mairie;'+1", adresse: "'@rue" })
    t.match(named(safe, 'EPN de Bayeux'), { longitude: '-0.7024' }, 'a number stays a number')
    const changed = safe.filter((row, at) =>
      Object.keys(row).some((column) => row[column] !== rows[at]?.[column])
    )
    t.ok(changed.length < 10, `${changed.length} of ${safe.length} places differ`)
    const cells = safe.flatMap((row) => Object.values(row))
    t.same(
      cells.filter((cell) => /^[=+@\t\r-]/.test(cell) && !/^[+-]?[\d.]+$/.test(cell)),
      []
    )
    // One after the other, because a client gets one export at a time.
    const tagOf = async (query: string) => (await ask(`/v1/exports/places.csv${query}`)).headers.etag
    const whole = await tagOf('')
    t.not(await tagOf('?safe=true'), whole)
    t.equal(await tagOf('?safe=false'), whole)
    t.equal((await ask('/v1/exports/places.ndjson?safe=true')).statusCode, 400, 'other formats have no cells')
  })

  t.test('400 and 422: like the search, and for parameters of a page', async (t) => {
    for (const [query, parameter] of [
      ['type=EPX', 'type'],
      ['commune=14999', 'commune'],
      ['limit=5', 'limit'],
      ['sort=name', 'sort'],
      ['cursor=x', 'cursor'],
      ['fields=name', 'fields'],
      ['min_results=5', 'min_results']
    ] as const) {
      for (const format of ['ndjson', 'csv', 'geojson']) {
        const answer = await ask(`/v1/exports/places.${format}?${query}`)
        t.equal(answer.statusCode, 400, query)
        t.equal(answer.json().errors[0].parameter, parameter)
      }
    }
    t.equal((await ask('/v1/exports/places.csv?lat=1')).statusCode, 422)
    t.equal((await ask('/v1/exports/places.xml')).statusCode, 404)
  })
})
