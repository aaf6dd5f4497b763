import t from 'tap'
import { writersLock } from '../../src/store/db/locks.sql.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { forgetAttempts, signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { granted } from './managing.ts'

// In the embedded database, all connections share one session: an import is over before anything else begins.
const skip = !process.env.DATABASE_URL && 'needs DATABASE_URL'

t.test(
  'while an import writes, managers are asked to try again, and all others are served',
  { skip },
  async (t) => {
    const database = await testDatabase(t)
    const api = await apiOver(t, database)
    const { put } = await senderOf(database, api, 'epn-normandie')
    await put([{ id: 'bayeux', content: { name: 'Cyber-base de Bayeux', address: { commune: '14047' } } }])
    const { id, updated_at: version } = (await api.get('/v1/places?q=cyber-base')).items[0] ?? {
      id: '',
      updated_at: ''
    }
    await granted(database, 'ana@bayeux.example', {
      role: 'manager',
      scope: { kind: 'place', code: id },
      rank: 'owner'
    })
    const token = await signIn(api, database, 'ana@bayeux.example')
    const edit = () =>
      api.ask({
        method: 'PATCH',
        url: `/v1/places/${id}`,
        headers: { authorization: `Bearer ${token}` },
        payload: { version, fields: { 'contacts.phone': '+33231111111' } }
      })

    const importing = await database.batch.connect()
    t.teardown(() => importing.release())
    await importing.query('BEGIN')
    await importing.query(writersLock())
    // More than there are connections for what people do.
    const edits = Array.from({ length: 6 }, edit)
    await forgetAttempts(database)
    const asked = await api.ask({
      method: 'POST',
      url: '/v1/sign-ins',
      payload: { email: 'ben@caen.example', language: 'fr' }
    })
    t.equal(asked.statusCode, 202, 'a person signs in meanwhile')
    for (const answer of await Promise.all(edits)) {
      t.equal(answer.statusCode, 503, answer.body)
      t.equal(answer.json().type, '/problems/directory-busy')
      t.ok(Number(answer.headers['retry-after']) > 0)
    }
    await importing.query('ROLLBACK')
    const done = await edit()
    t.equal(done.statusCode, 200, done.body)
  }
)
