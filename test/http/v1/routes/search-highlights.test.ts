import fc from 'fast-check'
import t from 'tap'
import { apiOver } from '../../../support/app.ts'
import { testDatabase } from '../../../support/database.ts'
import { testPlace, writePlaces } from '../../../support/places.ts'
import { SMALL_DIRECTORY } from '../../../support/small-directory.ts'
import { TOWNS } from '../../../support/towns.ts'

type Highlight = {
  readonly field: string
  readonly code: string | null
  readonly pieces: readonly { readonly text: string; readonly match: boolean }[]
  readonly html: string
  readonly cut: boolean
}
type Item = {
  readonly id: string
  readonly name?: string
  readonly summary?: string | null
  readonly highlights?: readonly Highlight[]
}
type Page = { readonly items: readonly Item[]; readonly next: string | null }

const LONG = `${'Une salle claire et calme. '.repeat(20)}On y apprend la céramique. ${'Et un jardin. '.repeat(30)}`
const PLACES = [
  ...SMALL_DIRECTORY,
  testPlace({ ...TOWNS.bayeux, name: 'Éclats & <b>Céramiques</b> "d’argile"', summary: LONG })
]

const searchFor = (q: string, more = '') =>
  `/v1/places?q=${encodeURIComponent(q)}&fields=name,summary,highlights${more}`

t.test('fields=highlights', async (t) => {
  const database = await testDatabase(t)
  await writePlaces(database, PLACES)
  const api = await apiOver(t, database)
  const found = async (q: string, more = '') => (await api.get<Page>(searchFor(q, more))).items
  const marked = async (q: string, more = '') =>
    (await found(q, more))[0]?.highlights?.map(({ field, html }) => `${field}: ${html}`)

  t.test('shows the matching words, whatever their accents, case and plural', async (t) => {
    t.same(await marked('MEDIATHEQUES caen'), [
      'name: <mark>Médiathèque</mark> de <mark>Caen</mark>',
      'city: <mark>Caen</mark>',
      'types: <mark>Bibliothèque / Médiathèque</mark>'
    ])
  })

  t.test('spelling mistakes and synonyms', async (t) => {
    t.match(await marked('mediateqhe'), ['name: <mark>Médiathèque</mark> de Caen'])
    t.match(await marked('potterie'), ['summary: Ateliers de <mark>poterie</mark> numérique.'])
    t.match(await marked('fab lab lisieux'), ['name: <mark>FabLab</mark> de <mark>Lisieux</mark>'])
  })

  t.test('labels in the requested language, with their codes', async (t) => {
    const [first] = await found('personnes agees bayeux', '&lang=en')
    const label = first?.highlights?.find(({ field }) => field === 'audiences')
    t.match(label, { code: 'seniors', html: /^<mark>.+<\/mark>$/ })
  })

  t.test('text outside the matches is plain, escaped for HTML', async (t) => {
    const [name, summary] = (await found('ceramique'))[0]?.highlights ?? []
    t.equal(name?.html, 'Éclats &amp; &lt;b&gt;<mark>Céramiques</mark>&lt;/b&gt; &quot;d’argile&quot;')
    t.same(
      { field: summary?.field, cut: summary?.cut },
      { field: 'summary', cut: true },
      'an excerpt of a long text'
    )
    const joined = summary?.pieces.map(({ text }) => text).join('') ?? ''
    t.ok(LONG.includes(joined) && joined.length <= 250 && joined.includes('On y apprend la céramique.'))
  })

  t.test('on the next page and in GeoJSON', async (t) => {
    const { next } = await api.get<Page>(searchFor('numérique', '&limit=1'))
    const [second] = (await api.get<Page>(next ?? '')).items
    t.ok((second?.highlights ?? []).length > 0)
    const { features } = await api.get<{ features: readonly { properties: Item }[] }>(
      searchFor('fablab', '&format=geojson')
    )
    t.match(features[0]?.properties.highlights, [{ field: 'name' }])
  })

  t.test('missing unless requested, and empty without words', async (t) => {
    const [plain] = (await api.get<Page>('/v1/places?q=fablab&limit=1')).items
    t.notOk('highlights' in (plain ?? {}))
    const [wordless] = (await api.get<Page>('/v1/places?fields=highlights&limit=1')).items
    t.same(wordless?.highlights, [])
  })

  t.test('without the marks, the text is unchanged, and each mark contains a searched word', async (t) => {
    const words = [
      'mediatheque',
      'biblioteque',
      'poterie',
      'numerique',
      'fablab',
      'de',
      'espace public',
      'caen'
    ]
    const questions = fc.array(fc.constantFrom(...words, 'ceramique', 'lisieux', 'argile'), {
      minLength: 1,
      maxLength: 2
    })
    let marks = 0
    await fc.assert(
      fc.asyncProperty(questions, async (said) => {
        const items = await found(said.join(' '))
        for (const { name = '', summary, highlights = [] } of items) {
          for (const { field, pieces, html, cut } of highlights) {
            const text = pieces.map((piece) => piece.text).join('')
            if (unescaped(html.replace(/<\/?mark>/g, '')) !== text) return false
            if (field === 'name' && (text !== name || cut)) return false
            if (field === 'summary' && !(summary ?? '').includes(text)) return false
            if (!pieces.some(({ match }) => match)) return false
            marks += pieces.filter(({ match }) => match).length
            const alike = pieces.filter(({ match }) => match).every((piece) => says(piece.text, said))
            if (['name', 'city', 'summary'].includes(field) && !alike) return false
          }
        }
        return true
      }),
      { numRuns: 40 }
    )
    t.ok(marks > 0)
  })
})

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const unescaped = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Other words that may be marked for a word: the first letters of its synonyms, written by hand. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  mediatheque: ['bibliotheque'],
  biblioteque: ['bibliotheque', 'mediatheque'],
  fablab: ['fab lab', 'atelier de fabrication'],
  'espace public': ['epn', 'cyber'],
  numerique: ['numer']
}
const says = (marked: string, asked: readonly string[]): boolean =>
  asked
    .flatMap((word) => [word, ...word.split(' '), ...(OTHER_WORDS[word] ?? [])])
    .some((word) => fold(marked).startsWith(word.slice(0, 5)))
