import type { Wish, WishCode, WishKind, Words } from '../../words/words.ts'
import { INSTITUTIONS, KIN, STAND_INS } from './kin.ts'
import { BESIDE, type Family, GOOD, VALUES } from './values.ts'

/** A wish in the form by which places are ranked. */
export type RankedWish = {
  /** As typed. */
  readonly typed: string
  readonly family: Family
  /** Exponent of its value. */
  readonly weight: number
  /** Whether a place must meet this wish to count as a good result. */
  readonly main: boolean
  /**
   * A place meets the wish with any of these codes: first the codes that are meant, the surest first, then related
   * codes. Empty for a plain word.
   */
  readonly codes: readonly WishCode[]
  /**
   * Wordings in the texts of places, as phrases without accents; in `a & b`, the words may be apart. All
   * empty if only the codes count.
   */
  readonly exact: readonly string[]
  readonly same: readonly string[]
  readonly near: readonly string[]
}

const FAMILIES: { readonly [kind in WishKind]: Family } = {
  service: 'service',
  type: 'kind',
  label: 'label',
  audience: 'side',
  need: 'need',
  fee: 'side',
  access: 'side',
  support: 'side',
  accessibility: 'need',
  time: 'time',
  word: 'word'
}

/**
 * Beside a wish with codes, a result must contain a plain word only if the word is at least this rare. A more
 * common word only improves the rank.
 */
const TELLING = 0.4

/**
 * Words with up to this many letters are not searched for in texts, only by their codes: "caf" has the same
 * stem as "cafés".
 */
const ACRONYM = 4

/**
 * Words with the stem of quite another word: "français" would find all that is called "France services". They count
 * by their codes only.
 */
const SAME_STEM: ReadonlySet<string> = new Set(['francais', 'francaise', 'francaises'])

/**
 * All wishes except the time, which is in `Words.when`. `absent` are institutions without a place of their
 * own nearby; the search then looks for places that help with their procedures.
 */
export function rankedWishes({ wishes }: Words, absent: readonly string[] = []): readonly RankedWish[] {
  const said = mostTelling(wishes.filter(({ kind }) => kind !== 'time'))
  const coded = said.some((wish) => isCoded(wish) && wish.required && !wish.aside && !isSide(wish))
  const ranked = said.map((wish) => ranking(wish, coded, absent))
  return inParts(ranked.some(({ main }) => main) ? ranked : ranked.map((wish) => ({ ...wish, main: true })))
}

/**
 * A long sentence contains more wishes than any place meets, and each wish makes the search slower: a sentence
 * of 500 characters with 13 wishes took 4 s on a busy machine, and 1 s with 8 of them.
 */
const MOST_WISHES = 8

/**
 * The most significant wishes, in the order in which they were typed. Wishes for what is sought are preferred
 * to conditions, and conditions to other words.
 */
function mostTelling(wishes: readonly Wish[]): readonly Wish[] {
  if (wishes.length <= MOST_WISHES) return wishes
  const telling = (wish: Wish) =>
    (isCoded(wish) ? (isSide(wish) ? 2 : 3) : 1) +
    (wish.required && !wish.aside ? 3 : 0) +
    Math.min(1, wish.weight) / 2
  const kept = new Set(wishes.toSorted((one, other) => telling(other) - telling(one)).slice(0, MOST_WISHES))
  return wishes.filter((wish) => kept.has(wish))
}

/**
 * If several services are asked for, a place in town that offers one of them already helps. So each service counts
 * less; otherwise a place in the next town that offers both would come first.
 */
function inParts(ranked: readonly RankedWish[]): readonly RankedWish[] {
  const services = ranked.filter(({ family, main }) => family === 'service' && main).length
  return ranked.map((wish) =>
    wish.family === 'service' && wish.main && services > 1
      ? { ...wish, weight: wish.weight / Math.sqrt(services) }
      : wish
  )
}

function ranking(wish: Wish, besideCodes: boolean, absent: readonly string[]): RankedWish {
  const { kind, typed, codes, required, aside, weight } = wish
  // "apprendre à lire" is a condition if something else is sought; otherwise it is what is sought.
  const sought = (codes.some(isSurelyService) && !isRareKind(codes)) || (kind === 'need' && !besideCodes)
  const family = sought ? 'service' : FAMILIES[kind]
  const beside = aside || (!required && !isSide(wish)) ? BESIDE : 1
  const spoken = isCoded(wish) && (isAcronym(wish) || SAME_STEM.has(typed)) ? SILENT : wish
  return {
    typed,
    family,
    weight: isCoded(wish) ? VALUES[family].weight * beside : weight * (besideCodes ? BESIDE : beside),
    main: required && !aside && !isCondition(family) && (isCoded(wish) || !besideCodes || weight >= TELLING),
    codes: inShades([...codes, ...kinOf(codes, absent)]),
    exact: spoken.exact,
    same: spoken.same,
    near: spoken.near
  }
}

/** Whether the words contain nothing to search for, like "le", an emoji or a town abroad. */
export const wishesNothing = ({ wishes, where, when, nearMe, refused }: Words): boolean =>
  wishes.length === 0 && !where && !when && !nearMe && refused.length === 0

/**
 * Whether a code is a service that is probably meant: "impots" is the tax office, or help with taxes, which places of
 * other kinds may give too.
 */
const isSurelyService = ({ parameter, confidence }: WishCode): boolean =>
  parameter === 'service' && confidence >= GOOD

/** Kinds that have machines which other places do not have: most towns have none of them. */
const RARE_KINDS: ReadonlySet<string> = new Set(['FABLAB', 'RESSOURCERIE', 'TIERS_LIEUX'])

/**
 * Whether what is meant is a rare kind of place. A laser cutter is in a FabLab, or else in a place that declares digital
 * creation; a town hall about which nothing is known has none, so a FabLab 50 km away comes before it.
 */
function isRareKind(codes: readonly WishCode[]): boolean {
  const surest = Math.max(...codes.map(({ confidence }) => confidence))
  return codes
    .filter(({ confidence }) => confidence === surest)
    .every(({ parameter, code }) => parameter === 'type' && RARE_KINDS.has(code))
}

/** The types of the institutions that are meant. */
export const institutionsIn = ({ wishes }: Pick<Words, 'wishes'>): readonly string[] => [
  ...new Set(wishes.flatMap(({ codes }) => codes.filter(isInstitution).map(({ code }) => code)))
]

/** The words, reduced to the institutions that they ask for. */
export const onlyInstitutions = (words: Words): Words => ({
  ...words,
  wishes: words.wishes
    .map((wish) => ({ ...wish, codes: wish.codes.filter(isInstitution), required: true }))
    .filter(({ codes }) => codes.length > 0),
  when: null
})

const isInstitution = ({ parameter, code, confidence }: WishCode): boolean =>
  parameter === 'type' && confidence === 1 && INSTITUTIONS.has(code)

const SILENT = { exact: [], same: [], near: [] } as const

const isCoded = ({ codes }: Wish): boolean => codes.length > 0
const isCondition = (family: Family): boolean => family === 'side' || family === 'need'
const isSide = ({ kind }: Wish): boolean => isCondition(FAMILIES[kind])
const isAcronym = ({ length, typed }: Wish): boolean => length === 1 && typed.length <= ACRONYM

/** Number of confidence levels that are distinguished: meant, possible and related. */
const SHADES = 3

/** Reduces the codes to at most three confidences, the highest ones: lower ones become the third. */
function inShades(codes: readonly WishCode[]): readonly WishCode[] {
  const confidences = [...new Set(codes.map(({ confidence }) => confidence))].toSorted((a, b) => b - a)
  const least = confidences[SHADES - 1] ?? 0
  return codes.map((code) => (code.confidence < least ? { ...code, confidence: least } : code))
}

/** The codes that are related to the given ones, without the given ones themselves. */
function kinOf(codes: readonly WishCode[], absent: readonly string[]): readonly WishCode[] {
  const known = new Set(codes.map(keyOf))
  const kin = new Map<string, WishCode>()
  for (const { parameter, code, confidence } of codes) {
    // A code that is only perhaps meant brings no related codes.
    if (confidence < 1) continue
    for (const each of akinTo({ parameter, code, confidence }, absent)) {
      const before = kin.get(keyOf(each))
      if (!known.has(keyOf(each)) && (before?.confidence ?? 0) < each.confidence) kin.set(keyOf(each), each)
    }
  }
  return [...kin.values()].toSorted((one, other) => other.confidence - one.confidence)
}

function akinTo(meant: WishCode, absent: readonly string[]): readonly WishCode[] {
  if (!isInstitution(meant)) return KIN[keyOf(meant)] ?? []
  return absent.includes(meant.code) ? STAND_INS.alone : STAND_INS.near
}

const keyOf = ({ parameter, code }: WishCode): string => `${parameter}:${code}`
