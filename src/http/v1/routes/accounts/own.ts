import { accountNotFound } from '../../../../domain/errors.ts'
import { type Actor, permission } from '../../../../domain/permissions.ts'

type Owner = Extract<Actor, { kind: 'account' }>

/** The account that sent the request: these paths are open to accounts only. */
export function ownerOf(actor: Actor): Owner {
  if (actor.kind !== 'account') throw accountNotFound()
  return actor
}

/** The settings of a path on which people read what is theirs. */
export const READING = {
  cost: 'cheap',
  cacheControl: 'private, no-store',
  may: () => permission('account:read')
} as const

/** The settings of a path on which people change what is theirs. */
export const CHANGING = { cost: 'none', may: () => permission('account:change') } as const

export const BY_SESSION = [{ session: [] }]
