import type { Language } from '../language.ts'
import type { RoleHeld } from '../permissions.ts'
import type { Email } from './email.ts'

/** In which capacity people take part, if they say so. */
export const CAPACITIES = ['citizen', 'mediator', 'authority', 'association', 'company', 'state'] as const
export type Capacity = (typeof CAPACITIES)[number]

/** What an account says about its owner. They may change it. */
export type Profile = {
  readonly name: string | null
  readonly capacity: Capacity | null
  readonly language: Language
}

/** An account that is not closed. */
export type Account = Profile & {
  readonly id: string
  readonly email: Email
  readonly createdAt: Date
  /** The last day on which it was used, `YYYY-MM-DD`. */
  readonly lastSeenOn: string
  readonly warnedOn: string | null
  readonly roles: readonly RoleHeld[]
}
