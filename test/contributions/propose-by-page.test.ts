import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { formIn, mailsTo, sendForm } from './reporting.ts'

const database = await testDatabase(t)
let now = Date.UTC(2026, 10, 30, 9)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'mediatheques-nievre')
await put([
  {
    id: 'jaures',
    content: {
      name: 'Médiathèque Jean-Jaurès',
      types: ['BIB'],
      address: { commune: '58194', postcode: '58000', city: 'Nevers', street: '17 rue Jean-Jaurès' }
    }
  }
])
const PATH = '/proposer-un-lieu'
const open = (url: string, language = 'fr') =>
  api.ask({ url, headers: { accept: 'text/html', 'accept-language': language } })

const TWIN = {
  nom: 'Mediathèque Jean Jaurès',
  genre: 'BIB',
  rue: '17 rue Jean Jaurès',
  commune: 'Nevers',
  telephone: '03 86 00 00 17',
  site: 'mediatheque.nevers.example',
  horaires: 'mardi et jeudi de 14h à 18h',
  services: 'aide-aux-demarches-administratives',
  courriel: 'ana@nevers.example'
}

/** Sends the form of a page after some seconds, with its hidden fields and what is typed. */
async function fillIn(html: string, fields: Readonly<Record<string, string>>) {
  const { action, token } = formIn(html)
  const hidden = Object.fromEntries(
    [...html.matchAll(/name="((?:lieux|horaires)_vus)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value
    ])
  )
  now += 20_000
  return sendForm(api, action, { ...hidden, jeton: token, ...fields })
}

t.test(
  'the media library of Nevers is shown to the one who proposes it, with the way to correct it',
  async (t) => {
    const checked = await fillIn((await open(PATH)).body, TWIN)
    t.equal(checked.statusCode, 200, checked.body)
    t.match(checked.body, /Est-ce ce lieu/)
    t.match(checked.body, /href="\/lieux\/[0-9a-f-]{36}\/signaler"[^>]*>C’est ce lieu/)
    t.match(checked.body, />mardi<[\s\S]*14\u00a0h – 18\u00a0h/, 'its hours as they were read')
    t.match(checked.body, /Rien n’est encore envoyé/)
    t.equal((await mailsTo(database, 'ana@nevers.example')).length, 0)

    const [one, other] = await Promise.all([fillIn(checked.body, TWIN), fillIn(checked.body, TWIN)])
    t.equal(one.statusCode, 303, 'it is sent all the same if it is another place')
    t.equal(one.headers.location, other.headers.location, 'a double press makes one')
    t.equal((await mailsTo(database, 'ana@nevers.example')).length, 1)
    const tracking = await open(String(one.headers.location))
    t.match(tracking.body, /À confirmer/)
    t.match(tracking.body, /Un lieu à ajouter/)
    t.match(tracking.body, 'Mediathèque Jean Jaurès, Nevers', 'so that an author of several tells them apart')
  }
)

t.test('before sending, a summary is read again; it is sent from its head or end, or changed', async (t) => {
  const first = (await open(PATH)).body
  const common = /<optgroup label="Les plus courants">([\s\S]*?)<\/optgroup>/.exec(first)?.[1] ?? ''
  t.match(common, 'value="RFS"')
  t.equal(first.match(/Service ou club de prévention/g)?.length, 1, 'each kind stands there once')
  const hours = 'lundi et jeudi 14h-17h, sur rendez-vous le samedi'
  const { body } = await fillIn(first, { ...TWIN, horaires: hours })
  t.equal(body.match(/<button type="submit">/g)?.length, 2)
  t.match(body, /<dt>Commune<\/dt><dd>Nevers<\/dd>/)
  t.notMatch(body, /<textarea|<select/, 'the form is not shown again')
  t.match(body, />samedi<[\s\S]*sur rendez-vous/)
  t.notMatch(body, /Mo,Th|OpenStreetMap/)
  const changed = await fillIn(body, { ...TWIN, horaires: hours, modifier: '1' })
  t.equal(changed.statusCode, 200)
  t.match(changed.body, `${hours}</textarea>`)
  t.match(changed.body, 'value="Mediathèque Jean Jaurès"')
})

t.test('what is changed after the check is checked again', async (t) => {
  const other = {
    ...TWIN,
    nom: 'Atelier du Banlay',
    genre: 'EPN',
    rue: '12 rue des Montapins',
    telephone: ''
  }
  const checked = await fillIn((await open(PATH)).body, other)
  t.match(checked.body, /aucun lieu semblable/)
  const twin = await fillIn(checked.body, TWIN)
  t.equal(twin.statusCode, 200)
  t.match(twin.body, /Est-ce ce lieu/)
  const hours = await fillIn(checked.body, { ...other, horaires: 'quand on veut' })
  t.equal(hours.statusCode, 200)
  t.match(hours.body, /Nous n’avons pas compris ces horaires/)
})

t.test('what is wrong is said beside its field, and nothing that was typed is lost', async (t) => {
  const wrong = {
    nom: '',
    commune: 'Nullepart',
    telephone: '12',
    courriel: 'x',
    site: 'a b',
    code_postal: '58'
  }
  const { statusCode, body } = await fillIn((await open(PATH)).body, wrong)
  t.equal(statusCode, 422)
  for (const name of ['nom', 'genre', 'telephone', 'courriel', 'site', 'code_postal'])
    t.match(body, `href="#${name}"`, name)
  t.match(body, 'value="Nullepart"')
  const town = await fillIn((await open(PATH)).body, { ...TWIN, commune: 'Nullepart' })
  t.equal(town.statusCode, 422)
  t.match(town.body, /href="#commune"/)
})

t.test('HTML in a proposal stays text, and programs that fill in everything are refused', async (t) => {
  const hostile = {
    ...TWIN,
    nom: '<script>alert(1)</script>"\'>',
    horaires: '</textarea><img src=x onerror=alert(1)>'
  }
  const { body, statusCode } = await fillIn((await open(PATH)).body, hostile)
  t.equal(statusCode, 200)
  t.notMatch(body, /<script>alert|<img src=x/)
  const robot = await fillIn((await open(PATH)).body, { ...TWIN, ne_rien_ecrire: 'x' })
  t.equal(robot.statusCode, 422)
  const { action, token } = formIn((await open(PATH)).body)
  t.equal((await sendForm(api, action, { ...TWIN, jeton: token })).statusCode, 422, 'sent as soon as opened')
})

t.test('both steps are valid HTML in both languages', async (t) => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'long-title': 'off' } })
  for (const url of [PATH, `${PATH}?lang=en`]) {
    const first = (await open(url)).body
    const second = (await fillIn(first, TWIN)).body
    for (const html of [first, second]) {
      const { results } = await validator.validateString(html)
      t.same(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        [],
        url
      )
    }
  }
  t.match((await open(`${PATH}?lang=en`)).body, /Propose a place/)
})
