import { z } from 'zod'
import { AROUND_BAYEUX } from './schemas/search-body.ts'
import { SearchQuery } from './schemas/search-query.ts'

export type Json = Record<string, unknown>

const READING = {
  io: 'input',
  unrepresentable: 'any',
  // zod drops the examples of what it transforms, not knowing which side they are of; ours are what to send.
  override: ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: Json }) => {
    const { examples, example } = z.globalRegistry.get(zodSchema) ?? {}
    const given = Array.isArray(examples) ? examples : example === undefined ? [] : [example]
    delete jsonSchema.example
    if (given.length > 0) jsonSchema.examples = given
    else if (examples !== undefined) delete jsonSchema.examples
    // The length is that of the text in the address.
    if (jsonSchema.type === 'number' || jsonSchema.type === 'integer') delete jsonSchema.maxLength
  }
} as const

/** Schemas that have an id are told once, in `components`; the others where they stand. */
export function toJsonSchema(schema: unknown): unknown {
  if (!(schema instanceof z.ZodType)) return schema
  const id = z.globalRegistry.get(schema)?.id
  if (id !== undefined) return { $ref: `#/components/schemas/${id}` }
  return cleaned(z.toJSONSchema(schema, READING))
}

export function components(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    ...READING,
    uri: (id) => `#/components/schemas/${id}`
  })
  // By name: the registry's own order is that in which modules happen to load.
  const byName = Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return withSearchProperties(Object.fromEntries(byName.map(([id, schema]) => [id, cleaned(schema)])))
}

/** Without what OpenAPI has no use for, and without what `meta` struck out by undefined. */
function cleaned(schema: object): Json {
  const { $schema: _dialect, $id: _address, ...rest } = schema as Json
  return JSON.parse(JSON.stringify(rest))
}

/** The body of a search reads its parameters by the schema of the query, so they are told from there too. */
function withSearchProperties(schemas: Record<string, Json>): Record<string, Json> {
  const { properties } = cleaned(z.toJSONSchema(SearchQuery, READING)) as { properties: Record<string, Json> }
  const asJson = Object.entries(properties).map(([name, schema]) => [name, inJson(name, schema)])
  const { additionalProperties: _loose, ...body } = schemas.SearchBody ?? {}
  return {
    ...schemas,
    SearchBody: {
      ...body,
      properties: { ...Object.fromEntries(asJson), ...(body.properties as Json) },
      additionalProperties: false,
      examples: [{ type: ['EPN', 'BIB'], fee: ['gratuit'], within: AROUND_BAYEUX, limit: 20 }]
    }
  }
}

function inJson(name: string, schema: Json): Json {
  if (name === 'bbox') {
    const { type: _text, pattern: _commas, maxLength: _most, ...rest } = schema
    const corners = { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 }
    return { ...rest, ...corners, examples: [[-0.8, 49.2, -0.6, 49.3]] }
  }
  if (schema.type !== 'array') return schema
  const { description, examples } = schema
  const values = { type: 'array', items: { type: 'string' } }
  return { description, type: 'array', items: { anyOf: [{ type: 'string' }, values] }, examples }
}
