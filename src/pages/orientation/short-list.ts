import type { FoundPlace } from '../../domain/places/place.ts'
import { type Answers, type QuestionName, WHO } from '../addresses/answers.ts'
import type { Ask } from '../shell/api.ts'
import type { Town } from '../town.ts'
import { openAt } from './moment.ts'

/** A few, or the reader has to choose again. */
const MOST = 5
const ENOUGH = 3
/** How far people go: half an hour by car or by bus. */
const NEAR_M = 20_000

export type ShortList = {
  /** Near, and all that was asked is known of them. */
  readonly sure: readonly FoundPlace[]
  /** Near, and nothing says the contrary: to be called first. */
  readonly likely: readonly FoundPlace[]
  /** Where nothing is near: the nearest that is sure. */
  readonly far: readonly FoundPlace[]
  /** Where nothing is anywhere: which answers to change to "does not matter". */
  readonly easing: readonly (readonly QuestionName[])[]
}

type Page = {
  readonly items: readonly FoundPlace[]
  readonly instead?: readonly { readonly without: readonly { readonly parameter: string }[] }[]
}

/** The nearest places that help with this, for them, then. */
export async function shortList(
  ask: Ask,
  answers: Answers,
  town: Town,
  now: number
): Promise<ShortList | 'away'> {
  const asked = (more: Readonly<Record<string, string>>, loosely = false) =>
    ask<Page>(`/v1/places?${parametersOf(answers, town, now, loosely, more)}`)
  const near = town.centre ? { radius: String(NEAR_M) } : {}

  const strict = await asked({ ...near, limit: String(MOST) })
  if (!('body' in strict)) return 'away'
  const sure = strict.body.items
  const loose = sure.length < ENOUGH ? await asked({ ...near, limit: String(2 * MOST) }, true) : strict
  const all = 'body' in loose ? loose.body.items : []
  const likely = all.filter(({ id }) => !sure.some((place) => place.id === id)).slice(0, MOST - sure.length)
  if (sure.length + likely.length > 0) return { sure, likely, far: [], easing: [] }

  const far = await asked({ limit: String(ENOUGH) })
  if (!('body' in far)) return 'away'
  return { sure, likely, far: far.body.items, easing: easingsOf(far.body) }
}

function parametersOf(
  { help, who, when }: Answers,
  town: Town,
  now: number,
  loosely: boolean,
  more: Readonly<Record<string, string>>
): URLSearchParams {
  const at = openAt(when, town.department, now)
  const from = town.centre
    ? { lat: String(town.centre.lat), lon: String(town.centre.lon) }
    : { commune: town.code }
  return new URLSearchParams({
    ...from,
    total: 'none',
    ...(help && help !== 'any' && { service: help }),
    ...filterOf(who, loosely),
    ...(at !== undefined && { open_at: at, ...(loosely && { open_unknown: 'include' }) }),
    ...more
  })
}

/** Most places that name no public are for everybody; of steps and doors, what says no is left out in any case. */
function filterOf(who: Answers['who'], loosely: boolean): Readonly<Record<string, string>> {
  if (who === undefined || who === 'any') return {}
  const parameter = WHO[who]
  if (!loosely) return { [parameter]: who }
  return parameter === 'accessibility' ? { accessibility: who, accessibility_unknown: 'include' } : {}
}

const ASKED_BY: Readonly<Record<string, QuestionName>> = {
  service: 'help',
  audience: 'who',
  need: 'who',
  accessibility: 'who',
  open_at: 'when'
}

const easingsOf = ({ instead = [] }: Page): readonly (readonly QuestionName[])[] =>
  instead
    .map(({ without }) => [...new Set(without.flatMap(({ parameter }) => ASKED_BY[parameter] ?? []))])
    .filter((names) => names.length > 0)
