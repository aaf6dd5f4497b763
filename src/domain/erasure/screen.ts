import { fold } from './fold.ts'
import type { Matcher } from './matcher.ts'
import { isTitle } from './person.ts'
import { type Trace, tracesIn } from './traces.ts'

/** What was found in a value, or taken out of it. */
export type Cut = {
  /** Names of properties and numbers of elements, from the outside in. */
  readonly path: readonly string[]
  /** The words that were found. They are shown in a trial, and never stored. */
  readonly found: string
  readonly isSure: boolean
}

/** Stands for what was taken out of a longer text. */
export const OMITTED = '[…]'

/** The text without what was found: empty if nothing else was in it. */
export function cutText(text: string, traces: readonly Trace[]): string {
  let rest = ''
  let at = 0
  for (const { from, to } of traces) {
    rest += `${text.slice(at, from)}${OMITTED}`
    at = to
  }
  rest += text.slice(at)
  const words = fold(rest).text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => isTitle(word) || EMPTY_WORDS.has(word)) ? '' : rest
}

/** Words that say nothing without a name: "Chez […]". */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'chez de du des d la le les l a au par avec et ou tel tel mail email courriel contact nom prenom'.split(' ')
)

/** A string of a JSON value. */
type Leaf = { readonly path: readonly string[]; readonly text: string }

const leavesOf = (value: unknown): readonly Leaf[] => {
  const leaves: Leaf[] = []
  gather(value, [], leaves)
  return leaves
}

function gather(value: unknown, path: readonly string[], leaves: Leaf[]): void {
  if (typeof value === 'string') leaves.push({ path, text: value })
  else if (typeof value === 'number') leaves.push({ path, text: String(value) })
  else if (Array.isArray(value))
    for (const [index, each] of value.entries()) gather(each, [...path, String(index)], leaves)
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) {
      leaves.push({ path: [...path, key, KEY], text: key })
      gather(each, [...path, key], leaves)
    }
}

/** Ends the path of the name of a property. */
export const KEY = '(key)'

/** Properties whose whole value may be one word of a name. */
const NAMING = /nom|name|contact|referent|responsable|interlocuteur|person|conseill|mediat|animat|aidant/

const isNaming = (path: readonly string[]): boolean => NAMING.test(fold(path.at(-1) ?? '').text)

export const cutsIn = (value: unknown, matcher: Matcher): readonly Cut[] => {
  const leaves = leavesOf(value)
  return [
    ...leaves.flatMap(({ path, text }) =>
      tracesIn(text, matcher, isNaming(path)).map(({ from, to, isSure }) => ({
        path,
        found: text.slice(from, to),
        isSure
      }))
    ),
    ...partedIn(leaves, matcher)
  ]
}

/** A first name and a family name in two properties of one object. */
function partedIn(leaves: readonly Leaf[], matcher: Matcher): readonly Cut[] {
  const words = leaves.flatMap((leaf) => {
    if (!isNaming(leaf.path) || leaf.text.length > 60) return []
    const parts = fold(leaf.text).text.match(/[\p{L}\ufffd]+/gu) ?? []
    return parts.length > 0 && parts.every(matcher.word) ? [{ ...leaf, parts }] : []
  })
  const cuts: Cut[] = []
  for (const one of words)
    for (const other of words)
      if (areParts(one, other) && matcher.name([...one.parts, ...other.parts]) === 'sure')
        cuts.push(...[one, other].map(({ path, text }) => ({ path, found: text, isSure: true })))
  return cuts
}

const areParts = (one: Leaf, other: Leaf): boolean =>
  one !== other && one.path.slice(0, -1).join('\n') === other.path.slice(0, -1).join('\n')

type Cutting = {
  readonly matcher: Matcher
  /** Whole values to be taken out, by path. */
  readonly whole: ReadonlySet<string>
  /** What stands for a value of which nothing remains. */
  readonly empty: '' | null
}

/** The same value without what `cutsIn` finds in it. */
export function withoutCuts(value: unknown, matcher: Matcher, empty: '' | null): unknown {
  const whole = new Set(partedIn(leavesOf(value), matcher).map(({ path }) => path.join('\n')))
  return cutValue(value, [], { matcher, whole, empty })
}

function cutValue(value: unknown, path: readonly string[], cutting: Cutting): unknown {
  const { matcher, whole, empty } = cutting
  if (typeof value === 'string') {
    if (whole.has(path.join('\n'))) return empty
    const traces = tracesIn(value, matcher, isNaming(path))
    return traces.length === 0 ? value : cutText(value, traces) || empty
  }
  if (typeof value === 'number') return tracesIn(String(value), matcher).length > 0 ? null : value
  if (Array.isArray(value))
    return value.flatMap((each, index) => {
      const rest = cutValue(each, [...path, String(index)], cutting)
      return (rest === '' || rest === null) && rest !== each ? [] : [rest]
    })
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const traces = tracesIn(key, matcher)
      return [
        traces.length === 0 ? key : cutText(key, traces) || OMITTED,
        cutValue(each, [...path, key], cutting)
      ]
    })
  )
}

/** A text without what was held: `OMITTED` if nothing remains. Doubtful spellings go too. */
export const screenText = (text: string, matcher: Matcher): string =>
  matcher.isEmpty ? text : String(withoutCuts(text, matcher, '')) || OMITTED
