import type { z } from 'zod'
import type { InputFault } from '../../domain/errors.ts'
import { shorten } from './problems.ts'

export type Part = 'query' | 'path' | 'header' | 'body'

type Issue = z.core.$ZodIssue
type Context = { readonly schema: z.core.$ZodType; readonly data: unknown; readonly part: Part }

/**
 * Translates zod's issues into input faults: which parameter or pointer, what is wrong, and what would be
 * accepted.
 */
export function toFaults(issues: readonly Issue[], context: Context): InputFault[] {
  return issues.flatMap((issue) => faultsOf(issue, context))
}

function faultsOf(issue: Issue, context: Context): InputFault[] {
  const at = (path: readonly PropertyKey[]) => place(path, context.part)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysOf(schemaAt(chosen(context), issue.path))
      return issue.keys.map((key) => ({
        ...at([...issue.path, key]),
        detail: `Unknown ${noun(context.part)}.`,
        allowed
      }))
    }
    case 'invalid_value':
      return [
        {
          ...at(issue.path),
          detail: `${shownValue(issue, context)} is not accepted.`,
          allowed: issue.values.map(String)
        }
      ]
    case 'invalid_union': {
      const branch = likeliest(issue.errors)
      if (branch === undefined) return [{ ...at(issue.path), detail: issue.message }]
      return branch.flatMap((inner) =>
        faultsOf({ ...inner, path: [...issue.path, ...inner.path] } as Issue, context)
      )
    }
    case 'custom':
      return [{ ...at(issue.path), detail: issue.message, ...allowedBy(issue.params) }]
    default:
      return [{ ...at(issue.path), detail: isMissing(issue, context) ? 'Required.' : issue.message }]
  }
}

/** The schema that a property of the body chooses, such as `kind`, or the only one. */
function chosen({ schema, data }: Context): z.core.$ZodType {
  const { discriminator, options = [] } = defOf(schema)
  if (discriminator === undefined) return schema
  const value = valueAt(data, [discriminator]) as z.core.util.Primitive
  return options.find((each) => each._zod.propValues?.[discriminator]?.has(value)) ?? schema
}

function place(path: readonly PropertyKey[], part: Part): Pick<InputFault, 'parameter' | 'pointer'> {
  if (part === 'body') return { pointer: path.map((key) => `/${pointerToken(String(key))}`).join('') }
  // A list is still one parameter: the caller does not know a parameter named `type.3`.
  return path[0] === undefined ? {} : { parameter: String(path[0]) }
}

/** One token of a JSON pointer (RFC 6901). */
export function pointerToken(key: string): string {
  return shorten(key, 100).replaceAll('~', '~0').replaceAll('/', '~1')
}

const noun = (part: Part) => (part === 'body' ? 'property' : 'parameter')

function shownValue(issue: Issue, { data }: Context): string {
  const value = valueAt(data, issue.path)
  return value === undefined
    ? 'Nothing'
    : JSON.stringify(shorten(typeof value === 'string' ? value : String(JSON.stringify(value)), 60))
}

function isMissing(issue: Issue, { data }: Context): boolean {
  return issue.code === 'invalid_type' && valueAt(data, issue.path) === undefined
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data
  )
}

/**
 * The branch of a union that was probably meant: the one whose issues are deepest. A value of another shape
 * fails at the top.
 */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length))
  const wrongShape = (issues: readonly Issue[]) =>
    issues.some(({ code, path }) => path.length === 0 && code === 'invalid_type')
  const [best] = branches
    .filter((issues) => issues.length > 0)
    .toSorted((a, b) => Number(wrongShape(a)) - Number(wrongShape(b)) || depth(b) - depth(a))
  return best
}

/** Our own rules report what they accept in `params: { allowed: […] }`. */
function allowedBy(params: Record<string, unknown> | undefined): Pick<InputFault, 'allowed'> {
  return Array.isArray(params?.allowed) ? { allowed: params.allowed.map(String) } : {}
}

type Def = {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly out?: z.core.$ZodType
  readonly discriminator?: string
  readonly options?: readonly z.core.$ZodType[]
}

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as Def

/** The object schema inside defaults, transforms (`in`) and preprocessing (`out`). */
function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema === undefined) return undefined
  const { type, innerType, in: before, out: after } = defOf(schema)
  if (type === 'pipe') return before && defOf(before).type === 'transform' ? unwrap(after) : unwrap(before)
  return innerType ? unwrap(innerType) : schema
}

function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((at, key) => {
    const def = at && defOf(at)
    return unwrap(def?.shape?.[String(key)] ?? def?.element)
  }, unwrap(schema))
}

function keysOf(schema: z.core.$ZodType | undefined): string[] {
  return Object.keys((schema && defOf(schema).shape) ?? {})
}
