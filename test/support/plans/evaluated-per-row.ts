import type pg from 'pg'
import { type Depends, fixedParts, parseExpression } from './expressions.ts'
import { everyNode, genericPlan, PASSED, type PlanNode, type Statement } from './generic-plan.ts'

/** Fields of a node that are evaluated for each of its rows. */
const PER_ROW = [
  'Output',
  'Filter',
  'Join Filter',
  'Recheck Cond',
  'Hash Cond',
  'Merge Cond',
  'Sort Key',
  'Group Key'
]
/** Fields that are evaluated each time the node begins. A function in FROM keeps its rows, so it is not among them. */
const PER_SCAN = ['Index Cond', 'Order By', 'One-Time Filter']

/**
 * What a generic plan may evaluate again for each row, because it takes no time beside the row itself. Everything else
 * belongs in a sub-select (`once` in src/store/db/sql.ts).
 */
const CHEAP: ReadonlySet<string> = new Set([
  // A comparison of rows, (a, b) > ($1, $2): only a list, nothing is computed.
  'ROW',
  // Comparisons of two numbers, or of a number with a short list.
  '=',
  '>=',
  'ANY',
  'IS',
  'NULL',
  // An element of a list of some twenty numbers, what each way to fit a wish is worth.
  '[]',
  // The box that ST_DWithin makes for its index, once for each walk along the index.
  '_st_expand'
])

/**
 * The operations on parameters alone that the generic plan of a statement evaluates more than once, each with the
 * expression around it.
 */
export async function evaluatedPerRow(
  client: pg.PoolClient,
  statement: Statement
): Promise<readonly string[]> {
  const plan = await genericPlan(client, statement)
  const nodes = everyNode(plan)
  const initial = new Set(nodes.flatMap(({ 'Subplan Name': name }) => resultsOf(name)))
  const dependsOn = (number: number): Depends =>
    number > PASSED ? 'parameters' : initial.has(number) ? 'nothing' : 'row'
  const found = expressionsOf(plan, false)
    .flatMap((expression) => fixedParts(parseExpression(expression), dependsOn))
    .filter(({ operations }) => !operations.every((operation) => CHEAP.has(operation)))
    .map((part) => part.text)
  return [...new Set(found)]
}

/** The numbers of `InitPlan 2 (returns $3,$4)`. */
const resultsOf = (name = ''): readonly number[] =>
  name.startsWith('InitPlan') ? [...name.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)) : []

/** The expressions of a plan that are evaluated more than once. `repeats`: whether the node begins again and again. */
function expressionsOf(node: PlanNode, repeats: boolean): readonly string[] {
  const children = node.Plans ?? []
  const fields = [...(isOneRow(node) && !repeats ? [] : PER_ROW), ...(repeats ? PER_SCAN : [])]
  const own = fields.flatMap((field) => textsIn(node, field))
  const given = children.flatMap(({ Output = [] }) => Output).filter((output) => /[($]/.test(output))
  return [
    ...own.map((expression) => withoutGiven(expression, given)),
    ...children.flatMap((child) => expressionsOf(child, beginsAgain(node, child, repeats)))
  ]
}

const textsIn = (node: PlanNode, field: string): readonly string[] =>
  [(node[field] ?? []) as string | string[]].flat()

/** A row that is made of nothing: `SELECT f($1)`, and `SELECT unnest($1)`, whose argument is evaluated once. */
const isOneRow = ({ 'Node Type': type, Plans = [] }: PlanNode): boolean =>
  (type === 'Result' || type === 'ProjectSet') && Plans.every((child) => isAside(child) || isOneRow(child))

const isAside = ({ 'Parent Relationship': relation }: PlanNode): boolean =>
  relation === 'InitPlan' || relation === 'SubPlan'

/** An expression that a node takes from the node below is written again in brackets, but not evaluated again. */
const withoutGiven = (expression: string, given: readonly string[]): string =>
  given
    .flatMap((each) => [`(${each})`, ...(each.startsWith('(') ? [each] : [])])
    .reduce((text, each) => text.replaceAll(each, 'below.given'), expression)

function beginsAgain(parent: PlanNode, child: PlanNode, repeats: boolean): boolean {
  const { 'Parent Relationship': relation, 'Subplan Name': name } = child
  if (relation === 'InitPlan') return false
  if (relation === 'SubPlan') return !isHashed(parent, name)
  // It keeps the rows that it has read.
  if (parent['Node Type'] === 'Materialize') return false
  return repeats || (parent['Node Type'] === 'Nested Loop' && relation === 'Inner')
}

/** A sub-select after IN is read once, into a table in memory. */
const isHashed = (parent: PlanNode, name = ''): boolean =>
  PER_ROW.some((field) => textsIn(parent, field).some((text) => text.includes(`hashed ${name})`)))
