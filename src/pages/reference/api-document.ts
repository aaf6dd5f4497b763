/** The parts of an OpenAPI 3.1 document that the reference shows. */
export type ApiDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly tags: readonly { readonly name: string; readonly description?: string }[]
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Body
  readonly responses: Readonly<Record<string, Body>>
  readonly security?: readonly object[]
}

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly description?: string
  readonly example?: unknown
  readonly schema: Schema
}

export type Body = {
  readonly description?: string
  readonly content?: Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>
}

export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

/** An operation with its method and path. */
export type Described = {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

export const operationsOf = ({ paths }: ApiDocument): readonly Described[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }))
  )

/** The name of the schema that a reference points to. */
const schemaName = ($ref: string): string => $ref.split('/').at(-1) ?? $ref

/** The type of a value in words: `string`, `array of string`, `integer or null`. */
export function typeOf(schema: Schema): string {
  const { $ref, type, items, format, enum: values, const: only } = schema
  if ($ref !== undefined) return schemaName($ref)
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ')
  if (only !== undefined) return JSON.stringify(only)
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ')
  const names = (typeof type === 'string' ? [type] : (type ?? ['any'])).map((name) =>
    name === 'array' && items ? `array of ${typeOf(items)}` : name
  )
  return `${names.join(' or ')}${format ? ` (${format})` : ''}`
}

/** The schemas of a part that have properties of their own: of the part itself, of its items or of its choices. */
export function partsOf(schema: Schema): readonly Schema[] {
  if (schema.properties) return [schema]
  const below = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  return [...below, ...(schema.items ? [schema.items] : [])].flatMap(partsOf)
}

/** The schemas that a type refers to, to link to them. */
export function refsOf(schema: Schema): readonly string[] {
  if (schema.$ref !== undefined) return [schemaName(schema.$ref)]
  const below = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  return [...new Set([...below, ...(schema.items ? [schema.items] : [])].flatMap(refsOf))]
}
