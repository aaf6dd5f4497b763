/** One repair of a value; `name` appears in the report. */
export type Repair = { readonly name: string; readonly apply: (value: string) => string }

type Cleaned = { readonly value: string; readonly applied: readonly string[] }

/** Applies the repairs in order, and returns the names of the repairs that changed the value. */
export function clean(repairs: readonly Repair[], value: string): Cleaned {
  const applied: string[] = []
  let cleaned = value
  for (const { name, apply } of repairs) {
    const repaired = apply(cleaned)
    if (repaired !== cleaned) applied.push(name)
    cleaned = repaired
  }
  return { value: cleaned, applied }
}

export const replace = (name: string, pattern: RegExp, by: string): Repair => ({
  name,
  apply: (value) => value.replace(pattern, by)
})
