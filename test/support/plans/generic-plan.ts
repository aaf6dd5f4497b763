import type pg from 'pg'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** A node of a plan in the JSON of EXPLAIN (VERBOSE). */
export type PlanNode = {
  readonly 'Node Type': string
  readonly 'Parent Relationship'?: string
  readonly 'Subplan Name'?: string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly Output?: readonly string[]
  readonly Plans?: readonly PlanNode[]
  readonly [field: string]: unknown
}

/**
 * Up to this number, `$n` in a plan is what the planner passes between its parts; the parameters of the statement come
 * after it, because EXPLAIN writes both alike.
 */
export const PASSED = 500

/** The plan of a statement on a connection of the application's pool, which plans without values. */
export async function genericPlan(client: pg.PoolClient, { text, values }: Statement): Promise<PlanNode> {
  const moved = text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + PASSED}`)
  const types = [...Array(PASSED).fill('integer'), ...values.map(() => 'unknown')]
  await client.query(`PREPARE planned (${types}) AS ${moved}`)
  try {
    const { rows } = await client.query(
      `EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) EXECUTE planned (${types.map(() => 'NULL')})`
    )
    const plan = rows[0]['QUERY PLAN']
    // The pool may return JSON as text.
    return (typeof plan === 'string' ? JSON.parse(plan) : plan)[0].Plan
  } finally {
    await client.query('DEALLOCATE planned')
  }
}

export const everyNode = (node: PlanNode): readonly PlanNode[] => [
  node,
  ...(node.Plans ?? []).flatMap(everyNode)
]
