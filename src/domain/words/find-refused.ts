import { meaningOf } from './meaning-index.ts'
import { fillersOf, GRAMMAR } from './spoken.ts'
import { refusedTimeAt } from './time/find-time.ts'
import { spansOf, type Token } from './tokens.ts'
import type { Meant, Span } from './words.ts'

/** Something that the user does not want: the words with their negation, and the codes that they stand for. */
export type Refused = {
  readonly spans: readonly Span[]
  readonly tokens: ReadonlySet<number>
  /** Empty for a time. */
  readonly codes: readonly Meant[]
}

/** Words that leave out what follows, whatever it is. */
const EXCEPT =
  'sauf, hormis, excepte, excepte le, autre que, autres que, au lieu de, plutot que, except, but not, not'
    .split(', ')
    .map((said) => said.split(' '))
/** Words before "pas" with which something is refused: "je ne veux pas de", "mais pas", "surtout pas". */
const WANTS = new Set('veux veut voudrais voudrait souhaite cherche mais et surtout non interesse'.split(' '))
const LONGEST = 5
const CHAINS = new Set(['et', 'ou', 'ni', 'and', 'or'])

/**
 * What the question refuses: "sauf CAF", "pas de France services", "pas le matin". A need that is itself expressed by
 * "pas" ("pas d'ordinateur") is no refusal, nor is "la CAF ne répond pas".
 */
export function findRefused(tokens: readonly Token[]): readonly Refused[] {
  const refused: Refused[] = []
  for (let at = 0; at < tokens.length; at++) {
    const timed = refusedTimeAt(tokens, at)
    const found = timed > 0 ? refusal(at, at + timed, []) : refusedAt(tokens, at)
    if (!found) continue
    refused.push(found)
    at = Math.max(...found.tokens)
  }
  return refused
}

function refusedAt(tokens: readonly Token[], at: number): Refused | undefined {
  const except = EXCEPT.find((said) => said.every((word, index) => isWord(tokens[at + index], word)))
  const negation = except?.length ?? (isWord(tokens[at], 'pas') && !isPartOfNeed(tokens, at) ? 1 : 0)
  if (negation === 0) return undefined
  const behind = at + negation
  if (!except && !mayRefuse(tokens, at)) return undefined
  const thing = thingFrom(tokens, behind)
  if (!thing) return undefined
  const more = CHAINS.has(tokens[thing.end]?.text ?? '') ? thingFrom(tokens, thing.end + 1) : undefined
  return refusal(at, more?.end ?? thing.end, [...thing.codes, ...(more?.codes ?? [])])
}

const isWord = (token: Token | undefined, word: string): boolean => token?.text === word && !token.literal

function refusal(at: number, end: number, codes: readonly Meant[]): Refused {
  const tokens = new Set(Array.from({ length: end - at }, (_, index) => at + index))
  return { spans: spansOf(tokens), tokens, codes }
}

/** Whether "pas" belongs to a phrase with a meaning: "pas d'ordinateur", "je ne sais pas lire". */
function isPartOfNeed(tokens: readonly Token[], at: number): boolean {
  for (let from = Math.max(0, at - 3); from <= at; from++)
    for (let length = at - from + 1; length <= LONGEST + 2; length++)
      if (length > 1 && from + length <= tokens.length) {
        const words = tokens.slice(from, from + length).map(({ text }) => text)
        if (
          meaningOf(words, true) &&
          !meaningOf(
            words.filter((word) => word !== 'pas'),
            true
          )
        )
          return true
      }
  return false
}

/** Whether "pas" refuses what follows, and does not negate a verb: "je ne comprends pas la CAF". */
function mayRefuse(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text
  if (before === undefined || WANTS.has(before)) return true
  return (
    !GRAMMAR.has(before) &&
    !fillersOf([{ text: 'je', literal: false }]).has(before) &&
    tokens[at - 2]?.text !== 'ne'
  )
}

/** The kind of place or the service that follows, and the index behind it. */
function thingFrom(
  tokens: readonly Token[],
  from: number
): { readonly end: number; readonly codes: readonly Meant[] } | undefined {
  let at = from
  while (GRAMMAR.has(tokens[at]?.text ?? '')) at++
  for (let length = Math.min(LONGEST, tokens.length - at); length > 0; length--) {
    const meaning = meaningOf(tokens.slice(at, at + length).map(({ text }) => text))
    const surest = meaning?.codes.filter(({ confidence }) => confidence === 1) ?? []
    const things = surest.filter(({ parameter }) => THINGS.has(parameter))
    if (things.length > 0)
      return { end: at + length, codes: things.map(({ parameter, code }) => ({ parameter, code })) }
  }
  return undefined
}

const THINGS: ReadonlySet<string> = new Set(['type', 'label', 'service'])
