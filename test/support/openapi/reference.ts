import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/* The reference that is committed in openapi/, as tests read it. */

export type Json = Record<string, unknown>
type Parameter = Readonly<{
  name: string
  in: string
  required: boolean
  description?: string
  example?: unknown
}>
type Media = Readonly<{ schema?: Json; example?: unknown }>
type Answer = Readonly<{ description?: string; content?: Readonly<Record<string, Media>> }>
export type Operation = Readonly<{
  operationId?: string
  summary?: string
  description?: string
  parameters?: readonly Parameter[]
  requestBody?: { content: Readonly<Record<string, Media>> }
  security?: readonly object[]
  responses: Readonly<Record<string, Answer>>
}>
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly operation: Operation
}

/** Where a file of the project is. */
export const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const text = readFileSync(at('openapi/openapi.json'), 'utf8')
export const reference = JSON.parse(text) as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json> }
}
export const calls: readonly Call[] = Object.entries(reference.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase() as Call['method'],
    path,
    operation
  }))
)

/** The schema that a reference stands for. */
export function resolve(schema: Json | undefined): Json {
  const name =
    String(schema?.$ref ?? '')
      .split('/')
      .pop() ?? ''
  return reference.components.schemas[name] ?? schema ?? {}
}
