import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { SMALL_DIRECTORY } from '../support/small-directory.ts'

const database = await testDatabase(t)
await writePlaces(database, SMALL_DIRECTORY)
const { ask } = await apiOver(t, database)

const open = (url: string) =>
  ask({ url, headers: { accept: 'text/html', 'accept-language': 'fr', host: 'annuaire.example' } })

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** The contents of the two fields with code to copy. */
async function codes(url: string): Promise<readonly string[]> {
  const { body } = await open(url)
  return [...body.matchAll(/<textarea[^>]*>([\s\S]*?)<\/textarea>/g)].map(([, code]) =>
    unescaped(String(code))
  )
}

const CHOSEN = '/integrer?service=aide-aux-demarches-administratives&where=bayeux&radius=15&height=700&map=en'

t.test('the map of a town can show the town alone, or all of its intercommunality', async (t) => {
  t.match(
    (await codes('/integrer?where=bayeux&extent=commune'))[0],
    '<annuaire-carte commune="14047" lang="fr"'
  )
  const [component, frame = ''] = await codes('/integrer?where=bayeux&extent=epci')
  t.match(component, '<annuaire-carte epci="241400555" lang="fr"')
  const [, src = ''] = /src="([^"]*)"/.exec(frame) ?? []
  t.match((await open(unescaped(src).replace('http://annuaire.example', ''))).body, 'EPN de Bayeux')
})

t.test('a département, a région and an intercommunality are found by their names, and said', async (t) => {
  for (const [where, attribute, said] of [
    ['calvados', 'department="14"', 'Calvados (département)'],
    ['14', 'department="14"', 'Calvados (département)'],
    ['normandie', 'region="28"', 'Normandie (région)'],
    ['métropole de lyon', 'epci="200046977"', 'Métropole de Lyon'],
    ['67000', 'commune="67482"', 'Strasbourg (67)']
  ] as const) {
    const [component = '', frame = ''] = await codes(`/integrer?where=${encodeURIComponent(where)}`)
    t.match(component, `<annuaire-carte ${attribute} `, where)
    t.match(frame, attribute.replaceAll('"', '').replace('=', '='))
    t.match(
      (await open(`/integrer?where=${encodeURIComponent(where)}`)).body,
      `La carte montre\u00a0: ${said}.`
    )
  }
  const { body } = await open('/integrer?where=bretagne')
  for (const name of ['Bretagne (région)', 'Bretagne (36)'])
    t.match(body, name, 'a choice, because both exist')
  t.match((await codes('/integrer?where=bretagne&of=bretagne&area=region:53'))[0], 'region="53"')
})

t.test('a search field can be asked for', async (t) => {
  const [component = '', frame = ''] = await codes('/integrer?search=1')
  t.match(component, / search>/)
  t.match(frame, 'search=1')
  t.match((await open('/embed?search=1')).body, /<annuaire-carte [^>]*search/)
})

t.test('the code reflects the choices, as a component and as an iframe', async (t) => {
  const [component = '', frame = ''] = await codes(CHOSEN)
  t.match(component, '<script type="module" src="http://annuaire.example/embed/annuaire-carte.js"></script>')
  t.match(
    component,
    '<annuaire-carte service="aide-aux-demarches-administratives" commune="14047" radius="15000" lang="en" height="700px">'
  )
  const [, src = ''] = /src="([^"]*)"/.exec(frame) ?? []
  t.match(frame, 'height="700"')
  const { body, statusCode } = await open(new URL(unescaped(src)).href.replace('http://annuaire.example', ''))
  t.equal(statusCode, 200)
  t.match(body, 'EPN de Bayeux', 'and its link shows those places')
  t.match(body, /<annuaire-carte(?=[^>]*commune="14047")(?=[^>]*radius="15000")/)
  t.notMatch(body, 'Bibliothèque des Amandiers')
})

t.test('typed text stays text, also in the code', async (t) => {
  const [component = '', frame = ''] = await codes(
    `/integrer?q=${encodeURIComponent('"><script>alert(1)</script>')}`
  )
  t.match(component, 'q="&quot;>&lt;script>alert(1)&lt;/script>"')
  t.notMatch(frame, '<script')
  const { body } = await open('/embed?link=red;}*{display:none&q="><img src=x>')
  t.notMatch(body, /colours\.css|<img/)
})

t.test('colours are custom properties, and an unreadable pair is reported', async (t) => {
  const coloured = '/integrer?coloured=1&paper=%23ffffff&ink=%23222222&link=%23ffee00&marker=%236a1b9a'
  const [component = ''] = await codes(coloured)
  t.match(component, '--annuaire-marker: #6a1b9a;\n')
  t.match(component, '--annuaire-on-marker: #ffffff;', 'the text on it is readable')
  t.match(component, '--annuaire-on-link: #000000;')
  t.match(
    (await open(coloured)).body,
    /«\sLiens et boutons\s» sur «\sFond\s»\s: le contraste est trop faible/
  )
  t.notMatch(
    (await open('/integrer?paper=%23ffffff&link=%23ffee00')).body,
    /trop faible/,
    'unless it is intended'
  )
  const { body, headers } = await ask('/embed/colours.css?marker=6a1b9a&ink=javascript:')
  t.equal(body, 'annuaire-carte{color-scheme:light;--annuaire-marker:#6a1b9a;--annuaire-on-marker:#ffffff;}')
  t.match(headers['content-type'], /^text\/css/)
})

t.test('an ambiguous town is asked about, an unknown one reported', async (t) => {
  t.match((await open('/integrer?where=saint-denis')).body, /<select id="area"/)
  const chosen = '/integrer?where=saint-denis&of=saint-denis&area=commune:93066'
  t.match((await codes(chosen))[0], 'commune="93066"')
  t.match((await codes(chosen.replace('where=saint-denis', 'where=bayeux')))[0], 'commune="14047"')
  t.match((await open('/integrer?where=zzzzzz')).body, /Nous ne connaissons pas «\szzzzzz\s»/)
})

t.test('these pages are valid HTML, with a name for every field', async (t) => {
  const checker = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    elements: ['html5', { 'annuaire-carte': { flow: true, permittedContent: ['@flow'] } }]
  })
  for (const url of [
    '/integrer',
    CHOSEN,
    '/integrer?where=saint-denis&lang=en',
    '/integrer?where=zzzzzz',
    '/integrer?coloured=1&paper=%23ffffff&ink=%23eeeeee',
    '/embed?commune=14047',
    '/embed?q=zzzzzz&lang=en',
    '/embed?type=EPX'
  ]) {
    const { results } = await checker.validateString((await open(url)).body)
    const messages = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)
    )
    t.same(messages, [], url)
  }
})
