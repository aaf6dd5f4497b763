import { meaningGroup } from './groups.ts'
import { type Meaning, meaningOf } from './meaning-index.ts'
import { undoing } from './read-words.ts'
import { isSentence } from './spoken.ts'
import { type Token, tokensOf } from './tokens.ts'
import type { Group, Reading, Where, Words } from './words.ts'

/*
 * A cursor carries how the words of its question were read: read again, they might be read otherwise once other places say
 * other words. What the committed table of meanings makes of them, and what stands in the question, it need not carry.
 */

/** A meaning by its words, where they were mended; any other group but for what it is by its typed word. */
type PackedGroup =
  | readonly ['m', typed: string, mended: string, required: 0 | 1]
  | readonly [
      'w',
      typed: string,
      exact: readonly string[],
      near: readonly string[],
      weight: number,
      required: 0 | 1
    ]
  | Group

/** Where in the question it stands, in words. */
type Spot = readonly [at: number, length: number]
type PackedReading = readonly [as: Reading['as'], ...Spot]

export type PackedWords = {
  readonly g: readonly PackedGroup[]
  readonly r: readonly PackedReading[]
  readonly w: readonly [where: Omit<Where, 'typed'>, ...Spot] | null
}

type Packed = { readonly q: string; readonly packed: PackedWords | Words }

/** A question that is remembered is read into the same words again: packing them takes as long as reading it did. */
const packedOf = new WeakMap<Words, Packed>()

/** Whole, where unpacking would not give back the very same. */
export function packWords(q: string, words: Words): PackedWords | Words {
  const before = packedOf.get(words)
  if (before?.q === q) return before.packed
  const packed = pack(q, words)
  packedOf.set(words, { q, packed })
  return packed
}

function pack(q: string, words: Words): PackedWords | Words {
  const tokens = tokensOf(q)
  const readings = words.readings.map((reading) => spotted(tokens, reading))
  const where = words.where && spotted(tokens, words.where)
  if (where === undefined || readings.some((each) => each === undefined)) return words
  const packed: PackedWords = {
    g: words.groups.map((group) => packGroup(group, isSentence(tokens))),
    r: readings.flatMap((each) => (each ? [[each.said.as, ...each.spot] as const] : [])),
    w: where && [withoutWords(where.said), ...where.spot]
  }
  return JSON.stringify(unpackWords(q, packed)) === JSON.stringify(words) ? packed : words
}

export function unpackWords(q: string, packed: PackedWords | Words): Words {
  if ('groups' in packed) return packed
  const tokens = tokensOf(q)
  const sentence = isSentence(tokens)
  const groups = packed.g.map((group) => unpackGroup(group, sentence))
  return {
    groups,
    where: packed.w && unpackWhere(tokens, packed.w),
    readings: packed.r.map((reading) => unpackReading(tokens, groups, reading)),
    whole: tokens.map(({ text }) => text).join(' ')
  }
}

function packGroup(group: Group, sentence: boolean): PackedGroup {
  const { typed, exact, near, weight, required, codes, same } = group
  const flag = required ? 1 : 0
  const packed: PackedGroup =
    codes.length > 0
      ? ['m', typed, exact.length > 1 ? (exact[1] ?? '') : '', flag]
      : ['w', typed, exact[0] === typed ? exact.slice(1) : exact, near, weight, flag]
  const again = same.length > 0 && codes.length === 0 ? null : unpackGroup(packed, sentence)
  return JSON.stringify(again) === JSON.stringify(group) ? packed : group
}

function unpackGroup(packed: PackedGroup, sentence: boolean): Group {
  if (!isPacked(packed)) return packed
  if (packed[0] === 'w') {
    const [, typed, others, near, weight, required] = packed
    const length = typed.split(' ').length
    const exact = [typed, ...others]
    return { typed, length, exact, same: [], near, codes: [], required: required === 1, weight }
  }
  const [, typed, mended, required] = packed
  const words = (mended || typed).split(' ')
  const meaning = meaningOf(words, sentence) ?? NOTHING
  return { ...meaningGroup(typed, words, meaning), required: required === 1 }
}

const NOTHING: Meaning = { codes: [], says: [], favours: false, aside: false, spoken: null }

const isPacked = (group: PackedGroup): group is Exclude<PackedGroup, Group> => Array.isArray(group)

const withoutWords = ({ says, kind, code, name, centre }: Where): Omit<Where, 'typed'> => ({
  says,
  kind,
  code,
  name,
  centre
})

function unpackWhere(
  tokens: readonly Token[],
  [where, at, length]: NonNullable<PackedWords['w']>
): NonNullable<Words['where']> {
  const typed = typedAt(tokens, at, length)
  const { says, kind, code, name, centre } = where
  return { typed, says, kind, code, name, centre, undo: undoing(tokens, { at, length, words: [typed] }) }
}

function unpackReading(
  tokens: readonly Token[],
  groups: readonly Group[],
  [as, at, length]: PackedReading
): Reading {
  const typed = typedAt(tokens, at, length)
  const undo = undoing(tokens, { at, length, words: [typed] })
  if (as === 'ignored') return { as, typed, undo }
  const group = groups.find((each) => each.typed === typed)
  if (as === 'meaning') return { as, typed, codes: group?.codes ?? [], undo }
  const said = [...(group?.exact ?? []), ...(group?.near ?? [])]
  return { as, typed, words: said.filter((word) => word !== typed), undo }
}

const typedAt = (tokens: readonly Token[], at: number, length: number): string =>
  tokens
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ')

/** Where the words stand that were read so: told apart by what undoes it. */
function spotted<Said extends { readonly typed: string; readonly undo: string }>(
  tokens: readonly Token[],
  said: Said
): { readonly said: Said; readonly spot: Spot } | undefined {
  const length = said.typed.split(' ').length
  for (let at = 0; at + length <= tokens.length; at++) {
    if (undoing(tokens, { at, length, words: [said.typed] }) === said.undo)
      return { said, spot: [at, length] }
  }
  return undefined
}
