import { z } from 'zod'
import { AROUND_BAYEUX } from './schemas/search-body.ts'
import { SearchQuery } from './schemas/search-query.ts'

export type Json = Record<string, unknown>

const READING = {
  io: 'input',
  unrepresentable: 'any',
  // zod drops the examples of transformed values, because it cannot know which side of the transform they
  // belong to; ours are always input.
  override: ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: Json }) => {
    const { examples, example } = z.globalRegistry.get(zodSchema) ?? {}
    const values = Array.isArray(examples) ? examples : example === undefined ? [] : [example]
    delete jsonSchema.example
    if (values.length > 0) jsonSchema.examples = values
    else if (examples !== undefined) delete jsonSchema.examples
    // The maximum length of a number applies to its text in the URL.
    if (jsonSchema.type === 'number' || jsonSchema.type === 'integer') delete jsonSchema.maxLength
  }
} as const

/** Schemas with an id are defined once, in `components`; all others are inlined. */
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
  // Sorted by name, because the order of the registry depends on the order in which modules happen to load.
  const byName = Object.entries(schemas).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return withSearchProperties(Object.fromEntries(byName.map(([id, schema]) => [id, cleaned(schema)])))
}

/** Removes the keys that OpenAPI does not use, and the keys that `meta` set to undefined. */
function cleaned(schema: object): Json {
  const { $schema: _dialect, $id: _address, ...rest } = schema as Json
  return JSON.parse(JSON.stringify(rest))
}

/**
 * The body of a search is validated by the query's schema, so its description is derived from that schema
 * too.
 */
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
