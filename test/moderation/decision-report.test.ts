import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { moderatorOf, report } from './moderators.ts'

const database = await testDatabase(t)
let now = Date.UTC(2026, 9, 5, 9)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'mediatheques-nievre')
await put([{ id: 'nevers', content: { name: 'Médiathèque de Nevers', address: { commune: '58194' } } }])
const place = (await api.get('/v1/places?q=mediatheque+nevers')).items[0]?.id
const all = await moderatorOf(api, database, 'toutes@example.org', { kind: 'all' })
const reading = { accept: 'text/html', 'accept-language': 'fr' }

/** Reports something, and rejects it so many hours later. */
async function decided(hours: number, reason: string): Promise<void> {
  const reference = await report(api, { place, category: 'hours', text: 'Fermé le lundi.' })
  now += hours * 3_600_000
  const answer = await all.decide(reference, 'reject', { reason, text: 'Sans réponse.' })
  t.equal(answer.statusCode, 200, answer.body)
}

t.test('what was decided in Nevers is counted by month and reason, and no cookie is set', async (t) => {
  t.match((await api.ask({ url: '/moderation/bilan', headers: reading })).body, 'Rien n’a encore été décidé')
  for (const hours of [24, 48, 72]) await decided(hours, 'not-verifiable')
  await decided(1, 'spam')
  t.same(await api.get('/v1/moderation/report'), {
    months: [
      {
        month: '2026-10',
        total: 4,
        median_days: 1.5,
        decisions: [
          { kind: 'report', state: 'rejected', reason: 'not-verifiable', count: 3 },
          { kind: 'report', state: 'rejected', reason: 'spam', count: 1 }
        ]
      }
    ]
  })
  const page = await api.ask({ url: '/moderation/bilan', headers: reading })
  for (const words of ['octobre 2026', '4 décisions', '1,5 jour', 'Impossible à vérifier'])
    t.match(page.body, words)
  t.notMatch(page.body, /SIG-|Sans réponse/)
  t.equal(page.headers['set-cookie'], undefined)
  t.match(page.headers['cache-control'], 'public')
})

t.test('a month with fewer than three decisions says only that', async (t) => {
  now = Date.UTC(2026, 10, 3, 9)
  await decided(5, 'insult')
  await decided(5, 'insult')
  const { months } = await api.get<{ months: object[] }>('/v1/moderation/report')
  t.same(months[0], { month: '2026-11', total: null, median_days: null, decisions: [] })
  const { body } = await api.ask({ url: '/moderation/bilan', headers: reading })
  t.match(body, 'moins de 3')
  t.notMatch(body, 'Injures')
})

t.test('without participation, there is nothing to count', async (t) => {
  const closed = await apiOver(t, database, () => now, undefined, { PARTICIPATION: 'false' })
  for (const url of ['/moderation/bilan', '/v1/moderation/report'])
    t.equal((await closed.ask(url)).statusCode, 404, url)
})
