import type { Language } from '../../domain/language.ts'
import { idsIn, MOST_SELECTED, type Selection } from '../addresses/selection.ts'
import { PARTS_OF_DAY, WHENS } from './when.ts'

/*
 * What can be chosen on the search page. People keep and share the addresses of the page, so the names of the choices
 * never change.
 */

/**
 * Choices that take any number of values, separated by commas or given several times. The API counts the places for
 * each value.
 */
export const CHOICES = ['service', 'audience', 'need', 'accessibility', 'type', 'label'] as const
export type ChoiceName = (typeof CHOICES)[number]

/** Choices that are either on or off. */
export const FLAGS = ['free', 'wheelchair'] as const
export type FlagName = (typeof FLAGS)[number]

/** Choices of a territory, set by links on other pages. */
export const AREAS = ['commune', 'department', 'region'] as const

/** The radii in kilometres that can be chosen; the API chooses from the same radii. */
export const RADII = ['5', '10', '20', '40'] as const
export const ORDERS = ['relevance', 'distance', 'name'] as const

/*
 * `lieu`: the selection that the reader carries along, so that a place found here joins it. `unsaid`: the list also has the places that do not say whether they meet the chosen filters. `near`: the reader asked
 * for places nearby, but the position is unknown.
 */

/** Choices with the same name as their API parameter: the question, a box, a point, and a territory. */
export const PLAIN = ['q', 'bbox', 'lat', 'lon', ...AREAS] as const

const NAMES = [
  ...['cursor', 'openAt', 'when', 'part', 'radius', 'sort', 'near', 'unsaid', 'lieu'],
  ...PLAIN,
  ...CHOICES,
  ...FLAGS
] as readonly Name[]
type Name =
  | ('cursor' | 'openAt' | 'when' | 'part' | 'radius' | 'sort' | 'near' | 'unsaid' | 'lieu')
  | (typeof PLAIN)[number]
  | ChoiceName
  | FlagName
export type Choices = { readonly [name in Name]?: string }

/** Maximum number of characters of a question that is sent to the API. */
const LONGEST_QUESTION = 500
/**
 * Maximum number of characters of a question that the page keeps. If it is longer than `LONGEST_QUESTION`, a note
 * says that only its beginning was searched for.
 */
const LONGEST_KEPT = 2_000

const ALLOWED: { readonly [name in Name]?: readonly string[] } = {
  radius: RADII,
  sort: ORDERS,
  when: WHENS,
  part: PARTS_OF_DAY
}

const isChoice = (name: Name): name is ChoiceName => CHOICES.some((each) => each === name)

/** Parameters that `readChoices` reads besides the choices: the town typed in a form, and an old name of a choice. */
const READ_TOO = ['town', 'openNow'] as const

/** Whether `readChoices` reads a parameter. */
export const isReadAsChoice = (name: string): boolean => [...NAMES, ...READ_TOO].some((each) => each === name)

/**
 * Reads the choices from the parameters of an address; other parameters, such as the page from which the reader
 * came, are ignored. A parameter given several times is a list.
 */
export function readChoices(query: Readonly<Record<string, unknown>>): Choices {
  const textOf = (name: string) => textIn(query[name])
  const given = NAMES.flatMap((name) => {
    const text =
      name === 'q'
        ? wordsOf(textOf('q'), textOf('town'))
        : name === 'lieu'
          ? idsIn(query.lieu).slice(0, MOST_SELECTED).join(',')
          : isChoice(name)
            ? listIn(query[name]).join(',')
            : textOf(name)
    return text === '' || ALLOWED[name]?.includes(text) === false ? [] : [[name, text] as const]
  })
  const choices: Choices = Object.fromEntries(given)
  // Addresses of earlier versions ask for places that are open now by `openNow`.
  const timed = textOf('openNow') === '' ? choices : { when: 'now', ...choices }
  const isTimed = timed.when !== undefined || timed.part !== undefined
  return isTimed ? withoutChoices(timed, ['openAt']) : timed
}

/** Reads the choices from the fields of a form or from the parameters of an address, in any order. */
export function readPairs(pairs: Iterable<readonly [string, unknown]>): Choices {
  const query: Record<string, unknown[]> = {}
  for (const [name, value] of pairs) query[name] = [...(query[name] ?? []), value]
  return readChoices(query)
}

/** The first text; empty if there is none. */
const textIn = (given: unknown): string => {
  const [first = ''] = Array.isArray(given) ? given : [given]
  return typeof first === 'string' ? first.trim() : ''
}

/** The distinct values of a list, each of which may be a list separated by commas. */
function listIn(given: unknown): readonly string[] {
  const texts = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === 'string')
  const values = texts.flatMap((text) => text.split(',')).map((value) => value.trim())
  return [...new Set(values.filter((value) => value !== ''))]
}

/** The chosen values of a choice. */
export const valuesOf = (choices: Choices, name: ChoiceName): readonly string[] => listIn(choices[name])

/** The selection that the search carries along; undefined if there is none. */
export function carriedIn({ lieu }: Choices): Selection | undefined {
  const ids = idsIn(lieu)
  return ids.length > 0 ? { ids, from: {} } : undefined
}

/** The choices without one value of a choice. */
export function withoutValue(choices: Choices, name: ChoiceName, value: string): Choices {
  const left = valuesOf(choices, name).filter((each) => each !== value)
  const others = withoutChoices(choices, [name])
  return left.length === 0 ? others : { ...others, [name]: left.join(',') }
}

/**
 * Whether an address asks for no search, so that the home page is shown. `all` asks for the list of all places. A
 * link with the mark of a newsletter (`utm_source`) asks for none.
 */
export const asksNothing = (query: Readonly<Record<string, unknown>>): boolean =>
  query.all === undefined && Object.keys(readChoices(query)).length === 0

/**
 * Joins the question and the town. If the position of the reader is unknown, the page has a separate field for the
 * town.
 */
const wordsOf = (q: string, town: string): string => `${q} ${town}`.trim().slice(0, LONGEST_KEPT)

export const isTooLong = ({ q = '' }: Pick<Choices, 'q'>): boolean => q.length > LONGEST_QUESTION

/** The question, or only its beginning, cut between words, if the question is too long. */
export function beginningOf(q: string): string {
  if (!isTooLong({ q })) return q
  const end = q.lastIndexOf(' ', LONGEST_QUESTION)
  return q.slice(0, end > 0 ? end : LONGEST_QUESTION)
}

/** All choices except the named ones. */
export const withoutChoices = (choices: Choices, names: readonly Name[]): Choices =>
  Object.fromEntries(Object.entries(choices).filter(([name]) => !names.includes(name as Name)))

/** What a feed of changes follows: the search without its order, page and time. */
export const followed = (choices: Choices): Choices =>
  withoutChoices(choices, ['cursor', 'sort', 'near', 'lieu', 'when', 'part', 'openAt'])

/** The address of the list with these choices; without any, of the list of all places instead of the home page. */
export function searchAddress(choices: Choices, lang: Language): string {
  const given = Object.entries(choices).filter(([, value]) => value !== undefined && value !== '')
  const asked = given.length > 0 ? given : [['all', '1']]
  return `/?${new URLSearchParams([...asked, ...(lang === 'en' ? [['lang', 'en']] : [])] as [string, string][])}`
}
