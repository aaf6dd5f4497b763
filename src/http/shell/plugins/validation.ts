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
 * Validates input with the route's zod schemas. fastify-type-provider-zod is not used, because its compiler
 * passes on the issues without the schema, which is needed to list the parameters that would be allowed.
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
  // Tests check answers against their schemas. Checking twenty places again in each answer would take longer
  // than finding them.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  // A path without parameters also refuses unknown ones.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/v1/') && route.schema?.querystring === undefined) {
      route.schema = { ...route.schema, querystring: z.strictObject({}) }
    }
  })
}
