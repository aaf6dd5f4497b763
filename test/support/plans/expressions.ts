/** One token of an expression as EXPLAIN writes it, or the tokens between two brackets with the name before them. */
type Part = string | Group
type Group = {
  readonly called: string
  readonly parts: readonly Part[]
  readonly text: string
  /** `[…]` after a list; `ARRAY[…]` is a list. */
  readonly isElement: boolean
}

/** What an expression depends on: the row, only parameters of the statement, or nothing but constants. */
export type Depends = 'row' | 'parameters' | 'nothing'

/** What `$n` depends on. */
export type DependsOn = (number: number) => Depends

const TOKEN =
  /\s+|E?'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\d+|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z_][\w$]*|::|[()[\],.:]|[-+*/<>=~!@#%^&|`?]+/gy

/** The words that may follow the first of the name of a type. */
const OF_A_TYPE = /^(precision|varying|without|with|time|zone)$/

/** EXPLAIN writes brackets around each operator, so no precedence has to be known. */
export function parseExpression(text: string): Group {
  const tokens = [...text.matchAll(TOKEN)].map(([token]) => token)
  if (tokens.join('') !== text) throw new Error(`Not read as an expression: ${text}`)
  tokens.push(')')
  let at = 0
  const group = (called: string, close: string): Group => {
    const begin = at
    const parts: Part[] = []
    for (let token = tokens[at++]; token !== close; token = tokens[at++]) {
      if (token === undefined) throw new Error(`A bracket is not closed: ${text}`)
      if (token === '(' || token === '[') {
        const name = nameBefore(tokens[at - 2])
        if (name !== '') parts.pop()
        parts.push(group(name, token === '(' ? ')' : ']'))
      } else if (token === '::') parts.push(castTo())
      else if (token.trim() !== '') parts.push(token)
    }
    const written = begin === 0 ? text : tokens.slice(begin - 1, at).join('')
    return { called, parts, text: `${called}${written}`, isElement: close === ']' && called === '' }
  }
  const castTo = (): string => {
    const begin = at++
    while (/^\s+$/.test(tokens[at] ?? '') && OF_A_TYPE.test(tokens[at + 1] ?? '')) at += 2
    if (tokens[at] === '(' && /^\d+$/.test(tokens[at + 1] ?? '')) at = tokens.indexOf(')', at) + 1
    while (tokens[at] === '[' && tokens[at + 1] === ']') at += 2
    return `::${tokens.slice(begin, at).join('')}`
  }
  return group('', ')')
}

/** A function is written directly before its bracket; a keyword has a space between. */
const nameBefore = (token = ''): string => (/^[A-Za-z_"][\w$"]*$/.test(token) ? token : '')

const textOf = (part: Part): string => (typeof part === 'string' ? part : part.text)

/** A part of an expression that depends on parameters only, with its operations: functions, operators, casts. */
export type FixedPart = { readonly text: string; readonly operations: readonly string[] }

/** The largest parts of an expression that compute something from parameters only. */
export function fixedParts(expression: Group, of: DependsOn): readonly FixedPart[] {
  if (ofGroup(expression, of) === 'parameters') {
    const operations = operationsIn(expression)
    return operations.length > 0 ? [{ text: expression.text, operations }] : []
  }
  return expression.parts.flatMap((part, n) => {
    const before = expression.parts[n - 1]
    const inner = typeof part === 'string' ? [] : fixedParts(part, of)
    // A cast and the choice of an element follow their argument, without a bracket around both.
    const follows = typeof part === 'string' ? part.startsWith('::') : part.isElement
    if (!follows || before === undefined || ofPart(before, part, of) !== 'parameters') return inner
    if (typeof part !== 'string' && ofGroup(part, of) === 'row') return inner
    return [
      { text: `${textOf(before)}${textOf(part)}`, operations: [typeof part === 'string' ? part : '[]'] }
    ]
  })
}

function ofGroup({ parts }: Group, of: DependsOn): Depends {
  const all = parts.map((part, n) => ofPart(part, parts[n + 1], of))
  return all.includes('row') ? 'row' : all.includes('parameters') ? 'parameters' : 'nothing'
}

function ofPart(part: Part, next: Part | undefined, of: DependsOn): Depends {
  if (typeof part !== 'string') return ofGroup(part, of)
  if (/^\$\d+$/.test(part)) return of(Number(part.slice(1)))
  // EXPLAIN (VERBOSE) writes each column with the name of its table, and a correlated sub-select as `(SubPlan 1)`.
  if (part === 'SubPlan' || part === '.' || next === '.') return 'row'
  // count(*)
  return part === '*' && next === undefined ? 'row' : 'nothing'
}

/** `AND`, `CASE` and the like are operations too: they are words in capitals. */
function operationsIn({ called, parts }: Group): readonly string[] {
  const own = parts.flatMap((part, n) => {
    if (typeof part !== 'string') return operationsIn(part)
    const before = parts[n - 1]
    // A constant with its type: '2'::double precision.
    if (part.startsWith('::') && typeof before === 'string' && /^E?'/.test(before)) return []
    return /^(?:::|[-+*/<>=~!@#%^&|`?]|[A-Z]+$)/.test(part) ? [part] : []
  })
  return called === '' ? own : [called, ...own]
}
