import { metresBetween } from '../geo/distance.ts'
import type { Point } from '../geo/geo.ts'
import { displayName } from '../places/display-name.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import { vocabularyOf } from '../vocabularies/vocabularies.ts'
import { meaningKey, meaningsBeginning } from '../words/meaning-index.ts'
import { isRare } from '../words/rarity.ts'
import { readWords } from '../words/read-words.ts'
import type { Knowledge } from '../words/walk.ts'
import type { Gazetteer } from '../words/where/gazetteer.ts'
import type { Named } from '../words/where/named.ts'
import type { Meant, MeantParameter, Spot, Words } from '../words/words.ts'
import type { NamedPlace, SearchDeps } from './ports.ts'

export const SUGGESTED = [
  'place',
  'service',
  'type',
  'audience',
  'label',
  'commune',
  'epci',
  'department',
  'region'
] as const
export type Suggested = (typeof SUGGESTED)[number]

export type Suggestion = {
  readonly kind: Suggested
  /** Id of a place, code of anything else. */
  readonly code: string
  readonly label: { readonly fr: string; readonly en: string }
  /** Distinguishes it from others with the same name: the city of a place, the département of a commune. */
  readonly detail: string | null
  /** The words by which it was found, if its label does not contain them: "fraude" for the safe use of digital tools. */
  readonly matched: string | null
  /** Distance from the given point in metres; null without a point or a position. */
  readonly distance: number | null
  /** The search parameters for this suggestion. */
  readonly parameters: Readonly<Record<string, string>>
}

export type SuggestQuestion = { readonly q: string; readonly near: Point | null; readonly limit: number }

type Scored = { readonly score: number; readonly suggestion: Suggestion }

/** Suggestions for words that are being typed, the likeliest first: terms, towns and places in one list. */
export async function suggest(
  deps: Pick<SearchDeps, 'places' | 'words'>,
  { q, near, limit }: SuggestQuestion
): Promise<readonly Suggestion[]> {
  const knowledge = await deps.words()
  const read = readWords(q, knowledge, 'typed')
  const typed = normaliseLabel(q)
  if (typed === '') return []
  const words = withoutLetters(nameOf(read), typed)
  const rare = isRare(words.groups, knowledge.lexicon)
  const named = words.groups.length > 0 ? await deps.places.named({ words, near, limit, rare }) : []
  const begun = read.where ? [] : townsBegun(typed, read, knowledge)
  const [town = null, ...others] = read.where ? [read.where] : begun
  const scored = [
    ...terms(typed, read, town),
    ...others.flatMap((other, rank) => firstTerm(typed, read, other, rank)),
    ...begun.flatMap((each) => scoredTown(each, TOWN_BESIDE_TERM, knowledge.gazetteer, near) ?? []),
    ...towns(typed, read, knowledge, near),
    ...named.map((place) => scoredPlace(place, typed, isKind(read)))
  ]
  const best = new Map<string, Scored>()
  for (const each of scored.toSorted(byScore)) {
    const { kind, code, detail } = each.suggestion
    const key = `${kind} ${code} ${isTerm(kind) ? detail : ''}`
    if (!best.has(key)) best.set(key, each)
  }
  return [...best.values()].slice(0, limit).map(({ suggestion }) => suggestion)
}

/** Whether all that was typed is a kind of place or of help: then no place is meant by its whole name. */
const isKind = ({ groups }: Words): boolean =>
  groups.length > 0 && groups.every(({ codes }) => codes.length > 0)

const byScore = (one: Scored, other: Scored): number =>
  other.score - one.score || (one.suggestion.code < other.suggestion.code ? -1 : 1)

/** Minimum length of a word in letters; fewer letters are only the beginning of one. */
const LEAST_WORD = 3

/**
 * Drops a last word of only one or two letters, as in "espace p": it may become anything, and no name contains it as
 * a whole word, which takes long to find out.
 */
function withoutLetters(words: Words, typed: string): Words {
  const last = words.groups.at(-1)
  const begun = last && words.groups.length > 1 && typed.endsWith(` ${last.typed}`)
  return begun && last.typed.length < LEAST_WORD && last.codes.length === 0
    ? { ...words, groups: words.groups.slice(0, -1) }
    : words
}

/** Reads the words as a name, in which the town is a word like any other. */
function nameOf({ groups, where, ...words }: Words): Words {
  if (!where) return { ...words, groups, where: null }
  const town = {
    typed: where.typed,
    length: 1,
    exact: where.says,
    same: [],
    near: [],
    codes: [],
    required: true,
    weight: 1
  }
  return { ...words, groups: [...groups, town], where: null }
}

const KINDS: { readonly [parameter in MeantParameter]?: Suggested } = {
  service: 'service',
  type: 'type',
  audience: 'audience',
  label: 'label'
}

type Town = Pick<Spot, 'kind' | 'code' | 'name'>

/** Maximum number of towns that a last word is completed to: "caf bay" is Bayonne, Bayeux or another. */
const MOST_BEGUN = 3
/** A town alone follows the same town with the term before it. */
const TOWN_BESIDE_TERM = 0.1

/** The towns that the last word may become, if the other words have a meaning: "fab lab ly". */
function townsBegun(typed: string, { groups }: Words, { gazetteer }: Knowledge): readonly Named[] {
  const last = typed.split(' ').at(-1) ?? ''
  const means = groups.some(({ codes }) => codes.length > 0) && groups.at(-1)?.codes.length === 0
  if (!means || last.length < LEAST_TYPED) return []
  // "ly" is the beginning of Lyon, not of the Métropole de Lyon, which has more inhabitants.
  return gazetteer
    .beginning(last, MOST_TOWNS)
    .filter(({ kind }) => kind === 'commune' || kind === 'department' || kind === 'region')
    .slice(0, MOST_BEGUN)
}

const isTerm = (kind: Suggested): boolean => Object.values(KINDS).includes(kind)

/** The first thing that the words mean, beside a town that is less likely than another. */
const firstTerm = (typed: string, read: Words, town: Town, rank: number): readonly Scored[] =>
  terms(typed, read, town)
    .filter(({ suggestion }) => suggestion.detail === town.name)
    .toSorted(byScore)
    .slice(0, 1)
    .map(({ score, suggestion }) => ({ score: score - (rank + 1) / 50, suggestion }))

/**
 * The terms that the words mean, with the town beside them, and the terms whose wording begins with what was typed.
 */
function terms(typed: string, { groups }: Words, town: Town | null): readonly Scored[] {
  const found: Scored[] = []
  const key = meaningKey(typed.split(' '))
  const add = (meant: Meant, score: number, beside: Town | null, matched: string) => {
    const suggestion = termSuggestion(meant, beside, matched, key)
    if (suggestion) found.push({ score: score + likeliness(suggestion, key), suggestion })
  }
  // If several things were typed, each of them (except the town) is only a part of the question.
  const part = groups.length - (town ? 1 : 0) > 1 ? 0.7 : 1
  for (const { codes, typed: words } of groups) {
    codes.forEach((meant, rank) => {
      add(meant, part - rank / 20, town, words)
    })
  }
  if (key.length < LEAST_TYPED) return found
  for (const { tail, said, written, meaning } of meaningsBeginning(key)) {
    const score = tail !== said ? 0.6 : key.includes(' ') ? 1.1 : 0.85
    // "surendettement" has six codes: all of them would fill the list.
    meaning.codes.slice(0, MOST_OF_A_MEANING).forEach((meant, rank) => {
      add(meant, score - rank / 20 - said.length / 1_000, null, written)
    })
  }
  return found
}

/** What people most often look for, which comes first of all that begin alike: "fra" is France services. */
const SOUGHT: Readonly<Record<string, number>> = { RFS: 0.04, BIB: 0.03, EPN: 0.02 }

/** How much likelier a term is meant if the words stand in its label, rather than in another word for it. */
function likeliness({ code, label }: Suggestion, key: string): number {
  const words = ` ${meaningKey(normaliseLabel(label.fr).split(' '))}`
  return words.includes(` ${key}`) ? 0.1 + (SOUGHT[code] ?? 0) : 0
}

const LEAST_TYPED = 2
const MOST_OF_A_MEANING = 2

function termSuggestion(
  { parameter, code }: Meant,
  town: Town | null,
  matched: string,
  key: string
): Suggestion | undefined {
  const kind = KINDS[parameter]
  const term = vocabularyOf(parameter).terms.find((each) => each.code === code)
  if (!kind || !term) return undefined
  const place = town && { [town.kind]: town.code }
  const isInLabel = [term.fr, term.en].some((label) => {
    const words = ` ${meaningKey(normaliseLabel(label).split(' '))}`
    return words.includes(` ${key}`) || words.includes(` ${meaningKey(matched.split(' '))}`)
  })
  return {
    kind,
    code,
    label: { fr: term.fr, en: term.en },
    detail: town?.name ?? null,
    matched: isInLabel ? null : matched,
    distance: null,
    parameters: { [parameter]: code, ...place }
  }
}

const MOST_TOWNS = 8

function towns(
  typed: string,
  { where, groups }: Words,
  knowledge: Knowledge,
  near: Point | null
): readonly Scored[] {
  const { gazetteer } = knowledge
  const begun = gazetteer.beginning(typed, MOST_TOWNS)
  const named = where ? gazetteer.named(normaliseLabel(where.name).split(' ')) : []
  const meant = named.filter(({ code }) => code === where?.code)
  return [
    ...meant.map((each) => scoredTown(each, groups.length === 0 ? 0.46 : 0.25, gazetteer, near)),
    ...begun.map((each) => scoredTown(each, 0.42, gazetteer, near))
  ].flatMap((each) => each ?? [])
}

function scoredTown(town: Named, base: number, gazetteer: Gazetteer, near: Point | null): Scored | null {
  const distance = near && town.centre ? Math.round(metresBetween(near, town.centre)) : null
  const people = Math.min(0.45, Math.log10(1 + town.population) * 0.08)
  const closeness = distance === null ? 0 : 0.1 / (1 + distance / 50_000)
  const { kind, code, name } = town
  // A collectivity overseas is in the list of régions too.
  if (kind === 'area' || (kind === 'department' && code.length > 2)) return null
  const department =
    kind === 'commune' && town.department !== null ? gazetteer.department(town.department) : undefined
  return {
    // Most people think of a town; its intercommunality follows.
    score: base + people + closeness - (kind === 'epci' ? 0.15 : 0),
    suggestion: {
      kind,
      code,
      label: { fr: name, en: name },
      detail: department ? `${department.name} (${department.code})` : null,
      matched: null,
      distance,
      parameters: { [kind]: code }
    }
  }
}

/**
 * Scores a place whose name contains the words, as the database has found it. Nearer places score higher; of a kind
 * of place, the nearest comes first even if the name of another is nothing but that kind.
 */
function scoredPlace({ id, name, city, distance }: NamedPlace, typed: string, kind: boolean): Scored {
  const folded = normaliseLabel(name)
  const begins = distance === null && folded.startsWith(typed) ? 0.15 : 0
  const whole = folded === typed && !(kind && distance !== null) ? 0.2 : 0
  const closeness = distance === null ? 0 : 0.15 / (1 + distance / 10_000)
  const written = displayName(name, city)
  const label = { fr: written, en: written }
  const suggestion = {
    kind: 'place' as const,
    code: id,
    label,
    detail: city || null,
    matched: null,
    distance,
    parameters: { q: `"${name}"` }
  }
  return { score: 0.6 + begins + whole + closeness, suggestion }
}
