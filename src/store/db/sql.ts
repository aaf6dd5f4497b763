import type { Pool, PoolClient } from 'pg'

/** Runs SQL: the pool for a single statement, a client within a transaction. */
export type Runner = Pick<Pool | PoolClient, 'query'>

/** SQL text with its bound values. The `sql` tag creates it, so that a value cannot become part of the text. */
export class Sql {
  readonly strings: readonly string[]
  // A mutable array only because `pg` declares the values of a query as one.
  readonly values: unknown[]

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings
    this.values = [...values]
  }

  /** The text of the statement with the placeholders `$1`, `$2`… in order. */
  get text(): string {
    return this.strings.reduce((text, part, index) => `${text}$${index}${part}`)
  }
}

/** Tag for SQL: `${value}` is bound, `${fragment}` is inserted together with its bound values. */
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

/** Joins conditions with AND, ignoring missing ones; without any, the result is true. */
export function and(conditions: readonly (Sql | null | undefined | false)[]): Sql {
  return join(conditions, sql` AND `, sql`true`)
}

export function or(conditions: readonly (Sql | null | undefined | false)[]): Sql {
  return sql`(${join(conditions, sql` OR `, sql`false`)})`
}

function join(parts: readonly (Sql | null | undefined | false)[], separator: Sql, none: Sql): Sql {
  const present = parts.filter((part): part is Sql => part instanceof Sql)
  return present.length === 0 ? none : present.reduce((left, right) => sql`${left}${separator}${right}`)
}
