import type { IncomingMessage } from 'node:http'
import t, { type Test } from 'tap'
import { addok } from '../../src/clients/geocoders/addok.ts'
import { geoplateforme } from '../../src/clients/geocoders/geoplateforme.ts'
import type { AskedAddress } from '../../src/domain/geocoding/geocoder.ts'
import { type Answer, fileServer, keepsSilent, refuses, sends } from '../support/file-server.ts'

const QUICK = { answerMs: 5_000, attempts: 3, pauseMs: 1, longestPauseMs: 2_000, gapMs: 0 }
const OPTIONS = { userAgent: 'annuaire/test', limits: QUICK }

const NEVERS: AskedAddress = {
  key: 'nevers',
  street: '12 place de l’Hôtel de Ville',
  postcode: '58000',
  city: 'Nevers',
  commune: '58194'
}
const MANY = Array.from(
  { length: 5 },
  (_, n): AskedAddress => ({
    ...NEVERS,
    key: `nevers ${n}`,
    street: `${n} rue "Saint-Étienne", bâtiment B`
  })
)

const FOUND = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [3.1592, 46.9876] },
      properties: {
        label: '12 Place de l’Hôtel de Ville 58000 Nevers',
        score: 0.97,
        type: 'housenumber',
        citycode: '58194'
      }
    }
  ]
}
const ANSWER = { lat: 46.9876, lon: 3.1592, type: 'housenumber', score: 0.97, citycode: '58194' }
const NOBODY = { type: 'FeatureCollection', features: [] }

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/**
 * Answers with a CSV in which the lines are in reverse order, each with its result. The fourth address is not
 * found.
 */
const batch =
  (bodies: string[]): Answer =>
  async (request, response) => {
    const body = await textOf(request)
    bodies.push(body)
    const lines = /\r\n\r\n("annuaire_line",[\s\S]*?)\r\n--/.exec(body)?.[1]?.split('\n') ?? []
    const [header, ...rows] = lines
    const found = rows
      .toReversed()
      .map((row) =>
        row.startsWith('"3"') ? `${row},,,,,,not-found` : `${row},46.98,3.15,0.8,street,58194,ok`
      )
    const columns = `${header},latitude,longitude,result_score,result_type,result_citycode,result_status`
    response.writeHead(200, { 'content-type': 'text/csv' }).end(`\uFEFF${[columns, ...found].join('\n')}\n`)
  }

const server = async (t: Test, ...answers: readonly Answer[]) => {
  const { url, requests } = await fileServer(t, ...answers)
  const base = url.replace('/annuaire.json', '')
  return { base, requests, find: geoplateforme(OPTIONS, base).find }
}

t.test(
  'one address is sent as one GeoCodeJSON request, with the commune only if the search is limited to it',
  async (t) => {
    const { find, requests } = await server(t, sends(JSON.stringify(FOUND)), sends(JSON.stringify(NOBODY)))
    t.same(await find([NEVERS], false), [ANSWER])
    t.same(await find([NEVERS], true), [null], 'not found')
    const [free, within] = requests.map(({ url = '' }) => new URL(url, 'http://localhost'))
    t.equal(free?.pathname, '/search')
    t.same(Object.fromEntries(free?.searchParams ?? []), {
      q: '12 place de l’Hôtel de Ville 58000 Nevers',
      limit: '1',
      autocomplete: '0',
      index: 'address'
    })
    t.equal(within?.searchParams.get('citycode'), '58194')
    t.equal(requests[0]?.headers['user-agent'], 'annuaire/test')
  }
)

t.test('several addresses are sent as one file, and answers are matched in any order', async (t) => {
  const bodies: string[] = []
  const { base, find, requests } = await server(t, batch(bodies))
  const answers = await find(MANY, true)
  const street = { lat: 46.98, lon: 3.15, type: 'street', score: 0.8, citycode: '58194' }
  t.same(answers, [street, street, street, null, street])
  t.match(requests, [{ method: 'POST', url: '/search/csv' }])
  t.match(bodies[0], /name="columns"\r\n\r\nquestion\r\n/)
  t.match(bodies[0], /name="citycode"\r\n\r\ncommune\r\n/)
  t.match(bodies[0], '"1 rue ""Saint-Étienne"", bâtiment B 58000 Nevers"')

  t.same(await addok(`${base}/`, OPTIONS).find(MANY, false), answers, 'an addok server has the same API')
  t.equal(requests.at(-1)?.url, '/search/csv/')
  t.notMatch(bodies[1], 'name="citycode"')
})

t.test('a server that is busy or restarting is retried', async (t) => {
  const answers = [refuses(503), refuses(429, { 'retry-after': '0' }), sends(JSON.stringify(FOUND))]
  const { find, requests } = await server(t, ...answers)
  t.same(await find([NEVERS], false), [ANSWER])
  t.equal(requests.length, 3)
})

t.test('a failure is reported without the address that was looked up', async (t) => {
  const fails = async (reason: RegExp, answer: Answer, many: boolean, attempts: number, answerMs = 5_000) => {
    const { base, requests } = await server(t, answer)
    const { find } = geoplateforme({ ...OPTIONS, limits: { ...QUICK, answerMs } }, base)
    const failed = await find(many ? MANY : [NEVERS], false).then(String, String)
    t.match(failed, reason)
    t.notMatch(failed, /Nevers/)
    t.equal(requests.length, attempts, failed)
  }
  await fails(/the server answers 500 \(3 attempts\)/, refuses(500), false, 3)
  await fails(/the server answers 400/, refuses(400), true, 1)
  await fails(/the server answers 429/, refuses(429, { 'retry-after': '3600' }), false, 1)
  await fails(/no answer within 0.2 s/, keepsSilent, true, 3, 200)
  for (const garbage of ['<html>maintenance</html>', '{"features": [{}]}', '{}', '']) {
    await fails(/its answer is not in the expected format/, sends(garbage), false, 1)
  }
  for (const garbage of ['<html>maintenance</html>', 'annuaire_line,question\n0,x\n', '', '"broken\n']) {
    await fails(/its answer is not in the expected format/, sends(garbage), true, 1)
  }
})

t.test('a server that is unreachable is reported, and a stopped run does not wait for it', async (t) => {
  const nowhere = geoplateforme(OPTIONS, 'http://127.0.0.1:1')
  await t.rejects(nowhere.find([NEVERS], false), /127.0.0.1:1\/search failed/)
  const { find } = await server(t, keepsSilent)
  const stop = new AbortController()
  const asking = find([NEVERS], false, stop.signal)
  stop.abort()
  await t.rejects(asking, { name: 'AbortError' })
})
