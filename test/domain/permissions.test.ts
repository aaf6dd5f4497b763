import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  type Act,
  type Actor,
  ANONYMOUS,
  judgeAct,
  PERMISSIONS,
  permission,
  ROLES,
  type Role,
  type RoleHeld,
  SCOPES_OF,
  type Scope
} from '../../src/domain/permissions.ts'

const now = new Date('2026-12-01T09:00:00Z')
const fresh = new Date('2026-12-01T09:10:00Z')
const stale = new Date('2026-12-01T08:50:00Z')

const account = (freshUntil: Date, ...roles: readonly RoleHeld[]): Actor => ({
  kind: 'account',
  id: '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90',
  roles,
  freshUntil,
  session: Buffer.alloc(32)
})
const key = (...scopes: readonly string[]): Actor => ({ kind: 'key', id: '0123456789ab', scopes })
const admin: RoleHeld = { role: 'admin', scope: { kind: 'all' } }
const inNievre: RoleHeld = { role: 'moderator', scope: { kind: 'territory', code: 'department:58' } }

t.test('anyone may sign in and contribute; an account reads what is its own', async (t) => {
  t.same(judgeAct(ANONYMOUS, permission('sign-in'), now), { is: 'allowed' })
  t.same(judgeAct(ANONYMOUS, permission('contributions:write'), now), { is: 'allowed' })
  t.same(judgeAct(ANONYMOUS, permission('account:read'), now), {
    is: 'not-signed-in',
    byKey: false
  })
  t.same(judgeAct(account(stale), permission('account:read'), now), { is: 'allowed' })
})

t.test('a key may do what its scopes say, and never what belongs to accounts', async (t) => {
  const writes = permission('records:write', { source: 'mednum' })
  t.same(judgeAct(key('sources:write:mednum'), writes, now), { is: 'allowed' })
  t.same(judgeAct(key('sources:write:hinaura'), writes, now), {
    is: 'scope-missing',
    scope: 'sources:write:mednum'
  })
  t.same(judgeAct(key('review'), permission('account:read'), now), { is: 'scope-missing', scope: null })
  t.same(judgeAct(key('review'), permission('contributions:write'), now), {
    is: 'scope-missing',
    scope: 'contributions:write'
  })
})

t.test('a moderator of the Nièvre moderates places there and nowhere else', async (t) => {
  const moderator = account(stale, inNievre)
  const decide = (...territory: readonly string[]) =>
    judgeAct(moderator, permission('moderation:decide', { territory }), now).is
  t.equal(decide('commune:58194', 'department:58', 'region:27'), 'allowed')
  t.equal(decide('commune:21231', 'department:21', 'region:27'), 'not-allowed')
  t.equal(decide(), 'not-allowed')
  t.equal(
    judgeAct(moderator, permission('moderation:read'), now).is,
    'allowed',
    'the queue shows what is hers'
  )
})

t.test('what gives power or cannot be undone asks for a code of the last minutes', async (t) => {
  for (const act of ['roles:grant', 'erase'] as const) {
    t.equal(judgeAct(account(fresh, admin), permission(act), now).is, 'allowed', act)
    t.equal(judgeAct(account(stale, admin), permission(act), now).is, 'not-fresh', act)
    t.equal(judgeAct(account(now, admin), permission(act), now).is, 'not-fresh', act)
    t.equal(judgeAct(account(fresh, inNievre), permission(act), now).is, 'not-allowed', act)
  }
  t.equal(judgeAct(key('privacy'), permission('erase'), now).is, 'allowed')
})

t.test('no role gives what its table does not say, and no role takes anything away', async () => {
  const scopeOf = (kind: (typeof SCOPES_OF)[Role][number]) =>
    kind === 'all'
      ? fc.constant<Scope>({ kind })
      : fc.constantFrom('a', 'b').map((code): Scope => ({ kind, code }))
  const held = fc
    .constantFrom(...ROLES)
    .chain((role) =>
      fc
        .tuple(fc.constantFrom(...SCOPES_OF[role]).chain(scopeOf), fc.constantFrom('owner', 'editor'))
        .map(([scope, rank]): RoleHeld => (role === 'manager' ? { role, scope, rank } : { role, scope }))
    )
  const subject = fc.oneof(
    fc.constant('anywhere' as const),
    fc.record(
      Object.fromEntries(
        ['territory', 'place', 'label', 'consultation', 'network'].map((kind) => [
          kind,
          fc.subarray(['a', 'b', 'c'])
        ])
      ),
      { requiredKeys: [] }
    )
  )
  const act = fc.constantFrom(...(Object.keys(PERMISSIONS) as Act[]))
  fc.assert(
    fc.property(fc.array(held, { maxLength: 4 }), held, subject, act, (roles, more, on, what) => {
      const before = judgeAct(account(fresh, ...roles), permission(what, on), now).is
      const after = judgeAct(account(fresh, ...roles, more), permission(what, on), now).is
      const { who, rank }: { readonly who: unknown; readonly rank?: string } = PERMISSIONS[what]
      const isOpen = typeof who === 'string'
      const applies = ({ role, scope, rank: own }: RoleHeld) =>
        !isOpen &&
        (rank === undefined || own === rank) &&
        (who as readonly Role[]).includes(role) &&
        (on === 'anywhere' || scope.kind === 'all' || (on[scope.kind] ?? []).includes(scope.code))
      assert.equal(before, isOpen || roles.some(applies) ? 'allowed' : 'not-allowed')
      if (before === 'allowed') assert.equal(after, 'allowed')
    }),
    { numRuns: 2_000 }
  )
})
