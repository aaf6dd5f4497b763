import fc from 'fast-check'
import t from 'tap'
import { closingMark } from '../../../src/domain/contributions/closing.ts'
import {
  actsIn,
  type ContributionAct,
  type ContributionState,
  RULES,
  step
} from '../../../src/domain/contributions/machine.ts'
import { newReference, readReference } from '../../../src/domain/contributions/reference.ts'

const ACTS = [...new Set(RULES.map(({ act }) => act))]
const PARTS = ['author', 'moderator', 'system'] as const
const ENDS: readonly ContributionState[] = ['accepted', 'rejected', 'duplicate', 'withdrawn', 'lapsed']

t.test(
  'after any sequence of acts, a report is in a known state, and each refusal lists the allowed acts',
  async (t) => {
    const act = fc.record({ act: fc.constantFrom(...ACTS), by: fc.constantFrom(...PARTS) })
    fc.assert(
      fc.property(fc.constantFrom('unconfirmed' as const, 'open' as const), fc.array(act), (start, acts) => {
        let state: ContributionState = start
        for (const { act, by } of acts) {
          const allowed = actsIn(state, by)
          try {
            const next: ContributionState = step(state, act, by)
            if (!allowed.includes(act)) return false
            // Only a moderator can reopen a decided report. A report that its author took back stays closed.
            if (ENDS.includes(state) && (by !== 'moderator' || state === 'withdrawn' || state === 'lapsed'))
              return false
            state = next
          } catch (error) {
            const { code, faults } = error as {
              code: string
              faults: readonly { allowed: readonly string[] }[]
            }
            if (code !== 'wrong-state' || String(faults[0]?.allowed) !== String(allowed)) return false
          }
        }
        return true
      })
    )
    t.pass()
  }
)

t.test('each state can be reached, and no report is stuck', async (t) => {
  const reached = new Set<ContributionState>(['unconfirmed', 'open'])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const { from, to } of RULES) if (from.some((state) => reached.has(state))) reached.add(to)
  }
  t.equal(reached.size, 9)
  for (const state of reached) {
    const all: readonly ContributionAct[] = PARTS.flatMap((by) => actsIn(state, by))
    t.equal(all.length > 0, state !== 'withdrawn' && state !== 'lapsed', state)
  }
})

t.test('a reference is found however it is typed', async (t) => {
  for (let times = 0; times < 100; times++) {
    const reference = newReference()
    t.equal(readReference(reference), reference)
    t.equal(
      readReference(
        ` ${reference.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`
      ),
      reference
    )
  }
  for (const wrong of ['', 'SIG-', 'SIG-12345', `${newReference()}0`, 'AVIS-0123456789', 'SIG-U123456789'])
    t.equal(readReference(wrong), undefined, wrong)
})

t.test('only independent people mark a place as closed, from the second of them on', async (t) => {
  const report = (email: string | null, client: string | null, day: number) => ({
    emailKey: email === null ? null : Buffer.from(email),
    clientKey: client === null ? null : Buffer.from(client),
    accountId: null,
    confirmedAt: new Date(Date.UTC(2026, 10, day)),
    isSure: false
  })
  t.equal(closingMark([]), null)
  t.equal(closingMark([report('ana', 'library', 1)]), null)
  t.equal(
    closingMark([report('ana', 'home', 1), report('ana', 'work', 2)]),
    null,
    'one address on two devices'
  )
  t.equal(
    closingMark([report('ana', 'home', 1), report('ana.bis', 'home', 2)]),
    null,
    'two addresses on one device'
  )
  t.equal(closingMark([report(null, 'home', 1), report(null, 'work', 2)]), null, 'neither is confirmed')
  const mark = closingMark([report('bob', 'work', 5), report('ana', 'home', 1), report('ana', 'home', 2)])
  t.same(mark, { since: new Date(Date.UTC(2026, 10, 5)), reports: 3 })
  t.ok(closingMark([report('ana', null, 1), report('bob', null, 40)]), 'after their keys were deleted')
})
