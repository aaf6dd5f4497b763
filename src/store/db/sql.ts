import type { Pool, PoolClient } from 'pg'

/** What runs SQL: the pool for one statement, a client within a transaction. */
export type Runner = Pick<Pool | PoolClient, 'query'>

/** SQL text with the values it binds. Made by the `sql` tag only, so a value can never become text. */
export class Sql {
  readonly strings: readonly string[]
  // Mutable in its type only: `pg` takes an object of this shape, and declares its values so.
  readonly values: unknown[]

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings
    this.values = [...values]
  }

  /** The statement as PostgreSQL takes it: `$1`, `$2`… in order. */
  get text(): string {
    return this.strings.reduce((text, part, index) => `${text}$${index}${part}`)
  }
}

/** Writes SQL as SQL: `${value}` binds, `${fragment}` is spliced in with the values it binds. */
export function sql(parts: TemplateStringsArray, ...holes: readonly unknown[]): Sql {
  const strings = [parts[0] ?? '']
  const values: unknown[] = []
  holes.forEach((hole, index) => {
    const after = parts[index + 1] ?? ''
    if (hole instanceof Sql) {
      strings.push((strings.pop() ?? '') + hole.strings[0], ...hole.strings.slice(1))
      strings.push((strings.pop() ?? '') + after)
      values.push(...hole.values)
    } else {
      strings.push(after)
      values.push(hole)
    }
  })
  return new Sql(strings, values)
}

export const EMPTY = sql``

/** Joins the conditions that are asked; with none of them, everything matches. */
export function and(conditions: readonly (Sql | null | undefined | false)[]): Sql {
  return join(conditions, sql` AND `, sql`true`)
}

export function or(conditions: readonly (Sql | null | undefined | false)[]): Sql {
  return sql`(${join(conditions, sql` OR `, sql`false`)})`
}

function join(parts: readonly (Sql | null | undefined | false)[], separator: Sql, none: Sql): Sql {
  const asked = parts.filter((part): part is Sql => part instanceof Sql)
  return asked.length === 0 ? none : asked.reduce((left, right) => sql`${left}${separator}${right}`)
}
