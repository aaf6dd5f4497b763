import type { ActSubject, Doer } from '../acts/act.ts'
import type { Actor } from '../permissions.ts'

export const subjectOf = (reference: string): ActSubject => ({ kind: 'contribution', id: reference })

export const doerOf = (actor: Actor): Doer =>
  actor.kind === 'anonymous' ? { kind: 'anonymous' } : { kind: actor.kind, id: actor.id }
