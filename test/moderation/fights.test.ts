import fc from 'fast-check'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { journalOf, moderatorOf, report } from './moderators.ts'

const database = await testDatabase(t)
const api = await apiOver(t, database)
const { put } = await senderOf(database, api, 'epn-normandie')
await put([
  { id: 'caen', content: { name: 'Cyber-base de Caen', address: { commune: '14118' } } },
  { id: 'rouen', content: { name: 'Médiathèque de Rouen', address: { commune: '76540' } } }
])
const idOf = async (words: string) => (await api.get(`/v1/places?q=${words}`)).items[0]?.id ?? ''
const PLACES = [await idOf('cyber-base+caen'), await idOf('mediatheque+rouen')] as const
const everywhere = await moderatorOf(api, database, 'toutes@example.org', { kind: 'all' })
const calvados = await moderatorOf(api, database, 'calvados@example.org', {
  kind: 'territory',
  code: 'department:14'
})
const reader = await moderatorOf(api, database, 'lectrice@example.org')
const PEOPLE = { everywhere, calvados, reader } as const

const phone = (value: string) => [{ field: 'contacts.phone', value }]
const BODIES = {
  take: undefined,
  release: undefined,
  ask: { text: 'Depuis quand ?' },
  accept: { reason: 'corrected', text: null, corrections: phone('+33231515151') },
  reject: { reason: 'not-verifiable', text: 'Sans réponse.' },
  reopen: { reason: 'new-facts', text: 'Un habitant a écrit.' }
} as const
const DONE = {
  take: 'taken',
  release: 'released',
  ask: 'asked',
  accept: 'accepted',
  reject: 'rejected',
  reopen: 'reopened'
}

t.test(
  'if several people press buttons at once, only moderators decide, and each decision has a reason and an entry',
  async (t) => {
    const press = fc.record({
      who: fc.constantFrom('everywhere' as const, 'calvados' as const, 'reader' as const),
      act: fc.constantFrom(
        'take' as const,
        'release' as const,
        'ask' as const,
        'accept' as const,
        'reject' as const,
        'reopen' as const
      )
    })
    const rounds = fc.array(fc.array(press, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0 as const, 1 as const), rounds, async (at, rounds) => {
        const reference = await report(api, {
          place: PLACES[at],
          category: 'contacts',
          text: 'Le téléphone.'
        })
        const succeeded: string[] = ['made']
        for (const round of rounds) {
          const answers = await Promise.all(
            round.map(async ({ who, act }) => {
              const { statusCode } = await PEOPLE[who].decide(reference, act, BODIES[act])
              return { who, act, statusCode }
            })
          )
          for (const { who, act, statusCode } of answers) {
            if (who === 'reader') t.equal(statusCode, 403)
            else if (who === 'calvados' && at === 1) t.equal(statusCode, 404)
            else t.ok(statusCode === 200 || statusCode === 409, `${act} ${statusCode}`)
            if (statusCode === 200) succeeded.push(DONE[act])
          }
        }
        const journal = await journalOf(database, reference)
        t.same(
          journal.toSorted(),
          succeeded.toSorted(),
          'each act that was done, and no other, is in the journal'
        )
        const row = await database.prisma.contribution.findUniqueOrThrow({ where: { reference } })
        const decided = ['accepted', 'rejected'].includes(row.state)
        t.equal(row.outcome !== null, decided)
        t.equal(row.closedAt !== null, decided)
        // Between two decisions there is always a reopening, in the journal and told.
        const turns = journal.filter((kind) => ['accepted', 'rejected', 'reopened'].includes(kind))
        t.ok(
          turns.every((kind, index) => (kind === 'reopened') === (index % 2 === 1)),
          turns.join()
        )
        const standing = await database.prisma.correction.count({
          where: { contributionId: row.id, undoneAt: null }
        })
        if (row.state === 'rejected') t.equal(standing, 0, 'what is rejected changes nothing')
      }),
      { numRuns: 25 }
    )
  }
)

t.test(
  'reports that fight each other end in one value, and the last decision is the one that stands',
  async (t) => {
    const [place] = PLACES
    const reports = await Promise.all(
      ['+33231515151', '+33231525252', '+33231535353'].map(async (value) => ({
        value,
        reference: await report(api, { place, category: 'contacts', text: value })
      }))
    )
    const answers = await Promise.all(
      reports.map(({ reference, value }, index) =>
        (index === 1 ? calvados : everywhere).decide(reference, 'accept', {
          ...BODIES.accept,
          corrections: phone(value)
        })
      )
    )
    t.same(
      answers.map(({ statusCode }) => statusCode),
      [200, 200, 200]
    )
    const standing = await database.prisma.correction.findMany({ where: { placeId: place, undoneAt: null } })
    t.equal(standing.length, 1, 'a field has one correction')
    const shown = await api.get<{ contacts: { phone: string } }>(`/v1/places/${place}`)
    t.equal(shown.contacts.phone, standing[0]?.value)
  }
)
