import fc from 'fast-check'
import t from 'tap'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { granted } from './managing.ts'

// A model of what a place must say after any order of edits, undos, imports and reverts: for each field, the edit that
// stands, else the source. It knows nothing of corrections, versions or tables.

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-normandie')

const FIELDS = ['contacts.phone', 'summary', 'parent_organisation'] as const
type Field = (typeof FIELDS)[number]
type Said = Record<Field, string | null>

const EMPTY: Said = { 'contacts.phone': null, summary: null, parent_organisation: null }

const record = (id: string, said: Said) => ({
  id,
  content: {
    name: `Espace numérique ${id} de Bayeux`,
    address: { commune: '14047' },
    contacts: { phone: said['contacts.phone'] },
    summary: said.summary,
    parent_organisation: said.parent_organisation
  }
})

const values: Readonly<Record<Field, fc.Arbitrary<string | null>>> = {
  'contacts.phone': fc.constantFrom(null, '+33231000001', '+33231000002', '3949'),
  summary: fc.constantFrom(null, 'Aide.', 'Cours & ateliers', '<b>Aide</b>', '"[1]"', 'null'),
  parent_organisation: fc.constantFrom(null, 'Ville de Bayeux', 'CCAS', '0')
}

type Step =
  | { readonly do: 'edit' | 'import'; readonly field: Field; readonly value: string | null }
  | { readonly do: 'undo'; readonly field: Field }
  | { readonly do: 'revert' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: setting('edit') },
  { weight: 3, arbitrary: setting('import') },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('undo' as const), field: fc.constantFrom(...FIELDS) })
  },
  { weight: 1, arbitrary: fc.constant({ do: 'revert' as const }) }
)

function setting(act: 'edit' | 'import'): fc.Arbitrary<Step> {
  return fc
    .constantFrom(...FIELDS)
    .chain((field) => values[field].map((value) => ({ do: act, field, value }) as const))
}

const said = ({ contacts, ...place }: AnsweredPlace): Said => ({
  'contacts.phone': contacts.phone,
  summary: place.summary,
  parent_organisation: place.parent_organisation
})

let runs = 0

t.test('after any edits, undos, imports and reverts, a place says what it must', async (t) => {
  const mod = 'mod@annuaire.example'
  await granted(database, mod, { role: 'moderator', scope: { kind: 'all' } })
  const moderator = { authorization: `Bearer ${await signIn(api, database, mod)}` }
  const email = 'ana@bayeux.example'
  const ana = { authorization: `Bearer ${await signIn(api, database, email)}` }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const id = `lieu${runs++}`
      const source: Said = { ...EMPTY }
      const edits = new Map<Field, { readonly value: string | null; readonly correction: number }>()
      await put([record(id, source)], 'mode=partial')
      const { rows } = await database.batch.query<{ place_id: string }>(
        'SELECT place_id FROM source_record WHERE record_id = $1',
        [id]
      )
      const place = rows[0]?.place_id ?? ''
      const manage = () =>
        granted(database, email, { role: 'manager', scope: { kind: 'place', code: place }, rank: 'owner' })
      await manage()
      const shown = () => api.get<AnsweredPlace>(`/v1/places/${place}`)
      for (const each of steps) {
        if (each.do === 'import') {
          source[each.field] = each.value
          await put([record(id, source)], 'mode=partial')
        } else if (each.do === 'edit') {
          const before = await shown()
          const answer = await api.ask({
            method: 'PATCH',
            url: `/v1/places/${place}`,
            headers: ana,
            payload: { version: before.updated_at, fields: { [each.field]: each.value } }
          })
          if (answer.statusCode !== 200) throw new Error(answer.body)
          const [correction] = answer.json().corrections
          if ((correction === undefined) !== (said(before)[each.field] === each.value))
            throw new Error('what says the same already gets no correction, and what differs gets one')
          if (correction !== undefined) edits.set(each.field, { value: each.value, correction })
        } else if (each.do === 'undo') {
          const edit = edits.get(each.field)
          if (edit === undefined) continue
          const url = `/v1/corrections/${edit.correction}/undo`
          const answer = await api.ask({ method: 'POST', url, headers: ana, payload: {} })
          if (answer.statusCode !== 200) throw new Error(answer.body)
          edits.delete(each.field)
        } else {
          const url = `/v1/places/${place}/revert`
          const answer = await api.ask({
            method: 'POST',
            url,
            headers: moderator,
            payload: { reason: 'Sabotage.' }
          })
          if (answer.json().edits !== edits.size) throw new Error(answer.body)
          edits.clear()
          await manage()
        }
        const must = { ...source }
        for (const [field, { value }] of edits) must[field] = value
        t.same(said(await shown()), must, JSON.stringify(steps))
      }
    }),
    { numRuns: 12 }
  )
})
