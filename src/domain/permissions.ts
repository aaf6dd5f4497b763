import { PRIVACY_SCOPE, REVIEW_SCOPE, writingScope } from './access/api-keys.ts'

/* Who may do what. Nothing else decides: routes name a permission, use-cases ask again once they know the subject. */

export const ROLES = [
  'admin',
  'moderator',
  'facilitator',
  'instructor',
  'adviser',
  'decider',
  'manager',
  'referrer'
] as const
export type Role = (typeof ROLES)[number]

export const SCOPE_KINDS = ['all', 'territory', 'place', 'label', 'consultation', 'network'] as const
type ScopeKind = (typeof SCOPE_KINDS)[number]

/** Where a role counts. A territory is written `department:58`, a place by its id. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: Exclude<ScopeKind, 'all'>; readonly code: string }

/** A manager is the owner of a place, or edits for its owner. */
export type RoleHeld = { readonly role: Role; readonly scope: Scope; readonly rank?: 'owner' | 'editor' }

/** The kinds of scope with which each role can be given. */
export const SCOPES_OF: Readonly<Record<Role, readonly ScopeKind[]>> = {
  admin: ['all'],
  moderator: ['all', 'territory', 'consultation'],
  facilitator: ['consultation'],
  instructor: ['label'],
  adviser: ['label'],
  decider: ['label'],
  manager: ['place'],
  referrer: ['network']
}

/**
 * What an act is about, by kind of scope: a place stands with its id and with its territories. `anywhere` is a route
 * that shows each what they may see: a role counts there whatever its scope.
 */
type Subject =
  | 'anywhere'
  | (Readonly<Partial<Record<Exclude<ScopeKind, 'all'>, readonly string[]>>> & { readonly source?: string })

/** `anyone` needs no account, `account` any account; the roles are those that may do it within their scope. */
type Rule = {
  readonly who: 'anyone' | 'account' | readonly Role[]
  /** The scope that a key needs; a key may not do what has none. */
  readonly key?: string | ((subject: Subject) => string)
  /** The rank that a manager needs. */
  readonly rank?: 'owner'
  /** Whether an account needs a code of the last minutes: what cannot be undone, and what gives power. */
  readonly fresh?: true
}

export const PERMISSIONS = {
  'sign-in': { who: 'anyone' },
  'account:read': { who: 'account' },
  'account:change': { who: 'account' },
  'account:close': { who: 'account', fresh: true },
  'roles:grant': { who: ['admin'], fresh: true },
  'records:write': { who: [], key: (subject) => writingScope(sourceOf(subject)) },
  review: { who: ['admin', 'moderator'], key: REVIEW_SCOPE },
  erase: { who: ['admin'], key: PRIVACY_SCOPE, fresh: true },
  'contributions:write': { who: 'anyone', key: 'contributions:write' },
  'moderation:read': { who: ['admin', 'moderator'], key: 'moderation' },
  'moderation:decide': { who: ['admin', 'moderator'], key: 'moderation' },
  /** To set fields of a place, and to confirm or undo what its managers set. */
  'places:edit': { who: ['manager'] },
  /** To undo any correction, and to take a place away from its managers. */
  'edits:revert': { who: ['admin', 'moderator'] },
  'notices:write': { who: 'anyone', key: 'contributions:write' },
  subscribe: { who: 'anyone' },
  /** To say that one manages a place, and to prove it. */
  'claims:make': { who: 'account' },
  /** To contest a claim by the secret in the mail to the place. */
  'claims:contest': { who: 'anyone' },
  'claims:decide': { who: ['admin', 'moderator'] },
  /** To grant a claim that nothing proves. */
  'claims:vouch': { who: ['admin'], fresh: true },
  /** To answer a person who wants to manage the place too, and to invite one. */
  'claims:answer': { who: ['manager'], rank: 'owner' }
} as const satisfies Readonly<Record<string, Rule>>

export type Act = keyof typeof PERMISSIONS

/** That a certain act may be done to a certain subject. */
export type Permission = { readonly act: Act; readonly on: Subject }

export const permission = (act: Act, on: Subject = 'anywhere'): Permission => ({ act, on })

/** Who asks for something. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'key'; readonly id: string; readonly scopes: readonly string[] }
  | {
      readonly kind: 'account'
      readonly id: string
      readonly roles: readonly RoleHeld[]
      readonly freshUntil: Date
      /** The digest of its session. */
      readonly session: Buffer
    }

export const ANONYMOUS: Actor = { kind: 'anonymous' }

export type Verdict =
  | { readonly is: 'allowed' }
  /** Neither a session nor a key was sent. `byKey`: a key could do it. */
  | { readonly is: 'not-signed-in'; readonly byKey: boolean }
  | { readonly is: 'not-allowed' }
  /** Allowed with a code of the last minutes. */
  | { readonly is: 'not-fresh' }
  /** Null: no key may do it. */
  | { readonly is: 'scope-missing'; readonly scope: string | null }

export function judgeAct(actor: Actor, { act, on }: Permission, now: Date): Verdict {
  const rule: Rule = PERMISSIONS[act]
  if (actor.kind === 'key') return judgeKey(actor.scopes, rule, on)
  if (rule.who === 'anyone') return { is: 'allowed' }
  if (actor.kind === 'anonymous') return { is: 'not-signed-in', byKey: rule.key !== undefined }
  const { who, rank } = rule
  const may = (held: RoleHeld) => rank === undefined || held.rank === rank
  if (
    who !== 'account' &&
    !actor.roles.some((held) => who.includes(held.role) && may(held) && covers(held.scope, on))
  )
    return { is: 'not-allowed' }
  return rule.fresh && actor.freshUntil <= now ? { is: 'not-fresh' } : { is: 'allowed' }
}

function judgeKey(scopes: readonly string[], { key }: Rule, on: Subject): Verdict {
  if (key === undefined) return { is: 'scope-missing', scope: null }
  const scope = typeof key === 'string' ? key : key(on)
  return scopes.includes(scope) ? { is: 'allowed' } : { is: 'scope-missing', scope }
}

function covers(scope: Scope, on: Subject): boolean {
  if (scope.kind === 'all' || on === 'anywhere') return true
  return on[scope.kind]?.includes(scope.code) ?? false
}

/** Where somebody may do something: everywhere, or in these territories, written `department:58`. */
export type Reach = 'everywhere' | readonly string[]

export function reachOf(actor: Actor, act: Act): Reach {
  // A key is checked by its scope alone.
  if (actor.kind !== 'account') return 'everywhere'
  const { who }: Rule = PERMISSIONS[act]
  const scopes = actor.roles.flatMap(({ role, scope }) => (who.includes(role) ? scope : []))
  if (scopes.some(({ kind }) => kind === 'all')) return 'everywhere'
  return scopes.flatMap((scope) => (scope.kind === 'territory' ? scope.code : []))
}

const sourceOf = (on: Subject): string => (on === 'anywhere' ? '' : (on.source ?? ''))

/** How journals and decisions name who did something: by id, never by name or address. */
export const nameOf = (actor: Actor): string =>
  actor.kind === 'anonymous' ? actor.kind : `${actor.kind} ${actor.id}`
