import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, ANONYMOUS } from '../../../domain/permissions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; anonymous until authorisation.ts has read a key or a session, and on paths that need neither. */
    readonly actor: Actor
  }
}

const known = new WeakMap<FastifyRequest, Actor>()

/** Every request has an actor, because turns are counted by it, also in an app without keys and sessions. */
export function actors(app: FastifyInstance): void {
  app.decorateRequest('actor', {
    getter() {
      return known.get(this) ?? ANONYMOUS
    }
  })
}

export const setActor = (request: FastifyRequest, actor: Actor): void => {
  known.set(request, actor)
}
