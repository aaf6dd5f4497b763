import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { invalidInput } from '../../../domain/errors.ts'
import { type Part, toFaults } from '../input-faults.ts'

const PARTS: Readonly<Record<string, Part>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header'
}

/**
 * Checks input with the route's zod schemas. Our own compiler, not fastify-type-provider-zod's: that one hands
 * over the issues without the schema, which alone knows the parameters that an unknown one could have been.
 */
const readWithZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = PARTS[httpPart ?? ''] ?? 'query'
  return (data: unknown) => {
    const read = schema.safeParse(data)
    return read.success
      ? { value: read.data }
      : { error: invalidInput(toFaults(read.error.issues, { schema, data, part })) }
  }
}

export function validation(app: FastifyInstance): void {
  app.setValidatorCompiler(readWithZod)
  // Answers are checked by tests against the schemas that describe them: checking twenty places again on each
  // answer would cost more than finding them.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  // A path of the API that takes no parameters refuses them, as one that takes some refuses others.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/v1/') && route.schema?.querystring === undefined) {
      route.schema = { ...route.schema, querystring: z.strictObject({}) }
    }
  })
}
