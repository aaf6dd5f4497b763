import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type Json, reference } from './reference.ts'

export type Validate = ((schema: Json, value: unknown) => boolean) & { errors: () => unknown }

/** Creates validators with closed schemas, so that answers must not contain anything undocumented. */
export function validators(): Validate {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'reference', components: closed(reference.components) as Json })
  let errors: unknown
  const checks = new Map<Json, ValidateFunction>()
  const validate = (schema: Json, value: unknown): boolean => {
    const check = checks.get(schema) ?? ajv.compile(rebased(closed(schema)) as Json)
    checks.set(schema, check)
    const valid = check(value)
    errors = check.errors
    return valid
  }
  return Object.assign(validate, { errors: () => errors })
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (typeof node !== 'object' || node === null) return node
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  return 'properties' in inner && inner.type === 'object' ? { additionalProperties: false, ...inner } : inner
}

/** Rewrites each `$ref` of a separate schema, so that it points into the schema of the whole API reference. */
function rebased(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rebased)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && String(value).startsWith('#') ? `reference${value}` : rebased(value)
    ])
  )
}

type WithExamples = { readonly pointer: string; readonly schema: Json & { examples: readonly unknown[] } }

/** Every schema below a node that has examples. */
export function schemasWithExamples(node: unknown, pointer: string): readonly WithExamples[] {
  if (typeof node !== 'object' || node === null) return []
  const { examples, ...rest } = node as Json
  const here = Array.isArray(examples) ? [{ pointer, schema: node as WithExamples['schema'] }] : []
  return [
    ...here,
    ...Object.entries(rest).flatMap(([key, value]) => schemasWithExamples(value, `${pointer}/${key}`))
  ]
}
