import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { TOWNS } from '../support/towns.ts'

const FABLAB = { types: ['FABLAB'] } as const
const SILENT = testPlace({ ...TOWNS.bayeux, ...FABLAB, name: 'FabLab qui ne dit rien' })
const SILENT_TOO = testPlace({ ...TOWNS.bayeux, ...FABLAB, name: 'Autre FabLab muet' })
const REFUSING = testPlace({
  ...TOWNS.bayeux,
  ...FABLAB,
  name: 'FabLab à étage',
  fees: ['payant'],
  audiences: ['seniors'],
  accessibility: { wheelchair: 'no', step_free_entrance: false }
})
const SAYING = testPlace({
  ...TOWNS.quimper,
  ...FABLAB,
  name: 'FabLab de plain-pied',
  fees: ['gratuit'],
  audiences: ['jeunes'],
  accessibility: { wheelchair: 'yes', step_free_entrance: true },
  opening_hours: { osm: 'Mo-Su 00:00-24:00', raw: null, confidence: 'exact', timezone: 'Europe/Paris' }
})

const database = await testDatabase(t)
await writePlaces(database, [SILENT, SILENT_TOO, REFUSING, SAYING])
const { ask } = await apiOver(t, database)

async function open(url: string): Promise<string> {
  const { body, statusCode } = await ask({ url, headers: { accept: 'text/html' } })
  if (statusCode === 503) return open(url)
  t.equal(statusCode, 200, url)
  return body.replaceAll('&amp;', '&')
}
const note = (body: string) => /<p class="unsaid">(.*?)<\/p>/s.exec(body)?.[1]
const added = (body: string) => /<a href="([^"]*)"/.exec(note(body) ?? '')?.[1] ?? ''
const listed = (body: string) =>
  [...body.matchAll(/<h3><a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => String(name))
const cardOf = (body: string, name: string) =>
  body.split('<article>').find((card) => card.includes(`>${name}<`)) ?? ''

const BAYEUX = 'lat=49.2764&lon=-0.7024'

t.test(
  'before it sends anyone from Bayeux to Quimper, the page says which places nearby do not say, and adds them',
  async (t) => {
    const cases = [
      ['wheelchair=1', 'ne disent pas s’ils sont accessibles', 'do not say whether they are accessible'],
      [
        'accessibility=step_free_entrance',
        'ne disent pas s’ils sont accessibles',
        'whether they are accessible'
      ],
      ['free=1', 'ne disent pas leur prix', 'do not say their price'],
      ['audience=jeunes', 'ne disent pas à quel public ils s’adressent', 'do not say for whom they are'],
      ['when=now', 'ne disent pas leurs horaires', 'do not say their opening hours'],
      ['when=sat&part=morning', 'ne disent pas leurs horaires', 'do not say their opening hours'],
      ['free=1&wheelchair=1', 'ne disent pas tout ce que vous demandez', 'do not say all that you ask for']
    ] as const
    for (const [filter, french, english] of cases) {
      for (const from of [BAYEUX, 'q=fablab+bayeux']) {
        const body = await open(`/?${from}&${filter}`)
        t.match(body, /id="count"[^>]*>Aucun lieu à moins de 40\s/, filter)
        t.same(listed(body), ['FabLab de plain-pied'], filter)
        const places = filter.startsWith('when') ? 3 : 2
        t.ok(note(body)?.startsWith(`${places} autres lieux à moins de 5\u00a0km ${french}`), filter)
        t.ok(note(await open(`/?${from}&${filter}&lang=en`))?.includes(english), english)
        const more = await open(added(body))
        t.same(listed(more).slice(0, places).includes(SILENT.content.name), true, added(body))
        t.equal(listed(more).includes(REFUSING.content.name), filter.startsWith('when'), 'a no stays a no')
        t.equal(note(more), undefined)
        t.match(cardOf(more, SILENT.content.name), /class="ask-first[^"]*"><span[^>]*>\? <\/span>À vérifier/)
        t.notMatch(
          cardOf(more, SILENT.content.name),
          /class="met"><span[^>]*>✓ <\/span>(Gratuit|Ouvert|Jeunes)/
        )
        t.match(more, 'Avec les lieux qui ne le disent pas', 'this can be taken back')
        t.match(more, '<input type="hidden" name="unsaid" value="1"', 'and stays when the words change')
      }
    }
  }
)

t.test('with a radius or without a starting point too, one place is one', async (t) => {
  t.match(note(await open(`/?${BAYEUX}&radius=10&free=1`)), /^2 autres lieux à moins de 10\s/)
  t.match(note(await open('/?type=FABLAB&free=1')), /^2 autres lieux ne disent pas leur prix\./)
  const one = note(await open(`/?${BAYEUX}&free=1&q=muet`))
  t.match(one, /^1 autre lieu .*ne dit pas son prix\. <a [^>]*>Ajouter ce lieu</)
})

t.test('nothing is said where nothing is left out', async (t) => {
  for (const asked of ['type=FABLAB', 'q=fablab', 'service=acces-internet-et-materiel-informatique'])
    t.equal(note(await open(`/?${asked}&${BAYEUX}`)), undefined, asked)
  t.equal(note(await open('/?free=1&lat=48&lon=-4.1')), undefined, 'near Quimper all is said')
  const unsaid = await open(`/?unsaid=1&type=FABLAB`)
  t.notMatch(unsaid, 'Avec les lieux qui ne le disent pas')
})
