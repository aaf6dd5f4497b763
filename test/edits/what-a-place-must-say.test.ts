import fc from 'fast-check'
import t from 'tap'
import { endEditsOf } from '../../src/domain/edits/end-edits.ts'
import { editActs } from '../../src/store/edits/edit-writer.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { granted } from './managing.ts'

// A model of what a place must say after any order of edits of two managers, undos, imports and reverts: for each field, the
// last edit that was not taken back, else the source. It knows nothing of versions or tables.

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

const MANAGERS = ['ana@bayeux.example', 'ben@bayeux.example'] as const
type Who = (typeof MANAGERS)[number]

type Step =
  | { readonly do: 'import'; readonly field: Field; readonly value: string | null }
  | { readonly do: 'edit'; readonly field: Field; readonly value: string | null; readonly who: Who }
  | { readonly do: 'undo'; readonly field: Field }
  | { readonly do: 'revert' }
  | { readonly do: 'revoke'; readonly who: Who }

const who = fc.constantFrom(...MANAGERS)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(setting(), who).map(([set, who]) => ({ do: 'edit', who, ...set }) as const)
  },
  { weight: 3, arbitrary: setting().map((set) => ({ do: 'import', ...set }) as const) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('undo' as const), field: fc.constantFrom(...FIELDS) })
  },
  { weight: 1, arbitrary: fc.constant({ do: 'revert' as const }) },
  { weight: 1, arbitrary: who.map((who) => ({ do: 'revoke', who }) as const) }
)

function setting() {
  return fc.constantFrom(...FIELDS).chain((field) => values[field].map((value) => ({ field, value })))
}

const said = ({ contacts, ...place }: AnsweredPlace): Said => ({
  'contacts.phone': contacts.phone,
  summary: place.summary,
  parent_organisation: place.parent_organisation
})

type Edit = { readonly value: string | null; readonly who: Who; readonly correction: number }

let runs = 0

t.test('after any edits, undos, imports and reverts, a place says what it must', async (t) => {
  const mod = 'mod@annuaire.example'
  await granted(database, mod, { role: 'moderator', scope: { kind: 'all' } })
  const moderator = { authorization: `Bearer ${await signIn(api, database, mod)}` }
  const tokens = new Map<Who, string>()
  const accounts = new Map<Who, string>()
  for (const email of MANAGERS) {
    tokens.set(email, `Bearer ${await signIn(api, database, email)}`)
    accounts.set(email, (await database.prisma.account.findFirstOrThrow({ where: { email } })).id)
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const id = `lieu${runs++}`
      const source: Said = { ...EMPTY }
      const edits = new Map<Field, Edit[]>(FIELDS.map((field) => [field, []]))
      await put([record(id, source)], 'mode=partial')
      const { rows } = await database.batch.query<{ place_id: string }>(
        'SELECT place_id FROM source_record WHERE record_id = $1',
        [id]
      )
      const place = rows[0]?.place_id ?? ''
      const manage = async () => {
        for (const email of MANAGERS)
          await granted(database, email, {
            role: 'manager',
            scope: { kind: 'place', code: place },
            rank: 'owner'
          })
      }
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
            headers: { authorization: tokens.get(each.who) ?? '' },
            payload: { version: before.updated_at, fields: { [each.field]: each.value } }
          })
          if (answer.statusCode !== 200) throw new Error(answer.body)
          const [correction] = answer.json().corrections
          if ((correction === undefined) !== (said(before)[each.field] === each.value))
            throw new Error('what says the same already gets no correction, and what differs gets one')
          if (correction !== undefined) edits.get(each.field)?.push({ ...each, correction })
        } else if (each.do === 'undo') {
          const edit = edits.get(each.field)?.pop()
          if (edit === undefined) continue
          const url = `/v1/corrections/${edit.correction}/undo`
          const headers = { authorization: tokens.get('ana@bayeux.example') ?? '' }
          const answer = await api.ask({ method: 'POST', url, headers, payload: {} })
          if (answer.statusCode !== 200) throw new Error(answer.body)
        } else if (each.do === 'revoke') {
          await editActs(database).run('Modération', async (writer) => ({
            result: await endEditsOf(writer, place, accounts.get(each.who) ?? '', new Date()),
            acts: []
          }))
          for (const [field, made] of edits)
            edits.set(
              field,
              made.filter(({ who }) => who !== each.who)
            )
        } else {
          const url = `/v1/places/${place}/revert`
          const answer = await api.ask({
            method: 'POST',
            url,
            headers: moderator,
            payload: { reason: 'Sabotage.' }
          })
          const standing = [...edits.values()].filter(({ length }) => length > 0).length
          if (answer.json().edits !== standing) throw new Error(answer.body)
          for (const field of FIELDS) edits.set(field, [])
          await manage()
        }
        const must = { ...source }
        for (const [field, made] of edits) {
          const last = made.at(-1)
          if (last !== undefined) must[field] = last.value
        }
        t.same(said(await shown()), must, JSON.stringify(steps))
      }
    }),
    { numRuns: 12 }
  )
})
