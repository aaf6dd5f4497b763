import { type Meaning, meaningOf } from './meaning-index.ts'
import { isSentence } from './spoken.ts'
import { type Token, tokensOf, typedAt } from './tokens.ts'
import { literalWish, meaningWish, timeWish } from './wishes.ts'
import type { Reading, Span, Typed, When, Where, Wish, Words } from './words.ts'

/*
 * A cursor contains how the words of its question were read, because they might be read differently once the
 * words in the directory have changed. It leaves out what follows from the committed table of meanings and
 * from the question itself.
 */

/**
 * `m`: a meaning, as its words (`mended` only if they were corrected). `w`: a word, without what follows from its
 * typed form. `l`: words in quotation marks. `t`: a time.
 */
type PackedWish =
  | readonly ['m', typed: string, mended: string, required: 0 | 1]
  | readonly [
      'w',
      typed: string,
      exact: readonly string[],
      near: readonly string[],
      weight: number,
      required: 0 | 1
    ]
  | readonly ['l' | 't', typed: string]
  | Wish

/** Without the typed words, which follow from their position in the question. */
type Spotted<Said extends Typed> = Omit<Said, 'typed' | 'undo'>
type PackedReading = readonly [as: Reading['as'], at: number, length: number]

export type PackedWords = {
  readonly s: readonly PackedWish[]
  readonly r: readonly PackedReading[]
  readonly w: Spotted<Where> | null
  readonly t: Spotted<When> | null
  readonly n: readonly Span[] | null
  readonly i: readonly (readonly Span[])[]
}

type Packed = { readonly q: string; readonly packed: PackedWords | Words }

/**
 * A cache of packed words: a remembered question has the same `Words` object again, and packing takes as long as
 * reading.
 */
const packedOf = new WeakMap<Words, Packed>()

/** Packs the words; returns them as they are if unpacking would not give exactly the same result. */
export function packWords(q: string, words: Words): PackedWords | Words {
  const before = packedOf.get(words)
  if (before?.q === q) return before.packed
  const packed = pack(q, words)
  packedOf.set(words, { q, packed })
  return packed
}

function pack(q: string, words: Words): PackedWords | Words {
  const { wishes, readings, where, when, nearMe, ignored } = words
  const sentence = isSentence(tokensOf(q))
  const packed: PackedWords = {
    s: wishes.map((wish) => packWish(wish, sentence)),
    r: readings.map(({ as, spans: [[at, length] = [0, 0]] }) => [as, at, length]),
    w: where && spotted(where),
    t: when && spotted(when),
    n: nearMe?.spans ?? null,
    i: ignored.map(({ spans }) => spans)
  }
  return JSON.stringify(unpackWords(q, packed)) === JSON.stringify(words) ? packed : words
}

function spotted<Said extends Typed>(said: Said): Spotted<Said> {
  const { typed: _typed, undo: _undo, ...rest } = said
  return rest
}

export function unpackWords(q: string, packed: PackedWords | Words): Words {
  if ('groups' in packed) return packed
  const tokens = tokensOf(q)
  const sentence = isSentence(tokens)
  const wishes = packed.s.map((wish) => unpackWish(wish, sentence))
  const typed = (spans: readonly Span[]) => typedAt(tokens, spans)
  return {
    wishes,
    groups: textual(wishes),
    where: packed.w && { ...typed(packed.w.spans), ...packed.w },
    when: packed.t && { ...typed(packed.t.spans), ...packed.t },
    nearMe: packed.n && typed(packed.n),
    // Words with a place abroad or with something refused are not packed.
    ...{ abroad: null, refused: [] },
    ignored: packed.i.map(typed),
    readings: packed.r.map((reading) => unpackReading(tokens, wishes, reading)),
    whole: tokens.map(({ text }) => text).join(' ')
  }
}

/** The wishes that the text of a place may meet; a time is compared with its opening hours instead. */
const textual = (wishes: readonly Wish[]): readonly Wish[] => wishes.filter(({ kind }) => kind !== 'time')

function packWish(wish: Wish, sentence: boolean): PackedWish {
  const { typed, exact, near, weight, required, codes } = wish
  const flag = required ? 1 : 0
  const packed: PackedWish[] =
    codes.length > 0
      ? [['m', typed, exact.length > 1 ? (exact[1] ?? '') : '', flag]]
      : [
          ['l', typed],
          ['t', typed],
          ['w', typed, exact[0] === typed ? exact.slice(1) : exact, near, weight, flag]
        ]
  const text = JSON.stringify(wish)
  return packed.find((each) => JSON.stringify(unpackWish(each, sentence)) === text) ?? wish
}

function unpackWish(packed: PackedWish, sentence: boolean): Wish {
  if (!isPacked(packed)) return packed
  if (packed[0] === 'l') return literalWish(packed[1])
  if (packed[0] === 't') return timeWish(packed[1])
  if (packed[0] === 'w') {
    const [, typed, others, near, weight, required] = packed
    const length = typed.split(' ').length
    const exact = [typed, ...others]
    const word = { kind: 'word' as const, aside: false, typed, length, same: [], codes: [] }
    return { ...word, required: required === 1, exact, near, weight }
  }
  const [, typed, mended, required] = packed
  const words = (mended || typed).split(' ')
  const meaning = meaningOf(words, sentence) ?? NOTHING
  return { ...meaningWish(typed, words, meaning), required: required === 1 }
}

const NOTHING: Meaning = {
  ...{ kind: 'word', codes: [], says: [], favours: false, aside: false, spoken: null }
}

const isPacked = (wish: PackedWish): wish is Exclude<PackedWish, Wish> => Array.isArray(wish)

function unpackReading(
  tokens: readonly Token[],
  wishes: readonly Wish[],
  [as, at, length]: PackedReading
): Reading {
  const typed = typedAt(tokens, [[at, length]])
  if (as === 'ignored') return { as, ...typed }
  if (as === 'refused') return { as, ...typed, codes: [] }
  const wish = wishes.find((each) => each.typed === typed.typed)
  if (as === 'meaning') return { as, ...typed, codes: wish?.codes ?? [] }
  const said = [...(wish?.exact ?? []), ...(wish?.near ?? [])]
  return { as, ...typed, words: said.filter((word) => word !== typed.typed) }
}
