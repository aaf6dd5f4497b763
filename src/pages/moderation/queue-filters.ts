import { CATEGORIES } from '../../domain/contributions/categories.ts'
import type { Language } from '../../domain/language.ts'
import type { Decision } from '../../domain/moderation/decision.ts'
import type { TerritoryKind } from '../../domain/territories/territory.ts'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'

/* What a moderator has chosen to see of the queue. Each report keeps it in its address, and so does the next one. */

/** The states that a choice of the form stands for. */
const STATES = {
  attente: 'open,in_hand,asked',
  open: 'open',
  in_hand: 'in_hand',
  asked: 'asked',
  decides: 'accepted,rejected,duplicate'
} as const

export type Chosen = {
  readonly state: keyof typeof STATES
  readonly kind: string
  /** As it was typed. */
  readonly territory: string
}

export function chosenIn(query: unknown): Chosen {
  const { etat, sujet, territoire } = query as Readonly<Record<string, unknown>>
  const state = (Object.keys(STATES) as Chosen['state'][]).find((each) => each === etat) ?? 'attente'
  const kind = [...CATEGORIES, 'new_place'].find((each) => each === sujet) ?? ''
  return { state, kind, territory: typeof territoire === 'string' ? territoire.trim().slice(0, 100) : '' }
}

export const isNarrowed = ({ state, kind, territory }: Chosen): boolean =>
  state !== 'attente' || kind !== '' || territory !== ''

export type Territory = { readonly kind: TerritoryKind; readonly code: string; readonly name: string }

/** The territory that was typed; undefined if none was, or if there is none of this name. */
export async function territoryIn(
  ask: <Body>(path: string) => Promise<Body | undefined>,
  { territory }: Chosen
): Promise<Territory | undefined> {
  if (territory === '') return undefined
  const path = `/v1/territories?q=${encodeURIComponent(territory)}&limit=1`
  return (await ask<{ readonly items: readonly Territory[] }>(path))?.items[0]
}

/** The path of the API that lists the reports of a choice. */
export function queuePath({ state, kind }: Chosen, territory: Territory | undefined, limit: number): string {
  const query = new URLSearchParams({
    state: STATES[state],
    limit: `${limit}`,
    ...(kind && { kind }),
    ...(territory && { territory: `${territory.kind}:${territory.code}` })
  })
  return `/v1/moderation?${query}`
}

const parametersOf = ({ state, kind, territory }: Chosen) => ({
  ...(state !== 'attente' && { etat: state }),
  ...(kind && { sujet: kind }),
  ...(territory && { territoire: territory })
})

const withParameters = (
  path: string,
  parameters: Readonly<Record<string, string>>,
  lang: Language
): string => {
  const query = new URLSearchParams({ ...parameters, ...(lang === 'en' && { lang }) })
  return query.size > 0 ? `${path}?${query}` : path
}

export const queueAddress = (chosen: Chosen, lang: Language): string =>
  withParameters(PARTICIPATION_PAGES.moderation, parametersOf(chosen), lang)

type OnReport = {
  /** What the form of the address does. */
  readonly act?: Decision['act']
  /** What was just done. */
  readonly done?: Decision['act']
}

/** The address of a report as one of this choice. */
export const reportAddress = (
  reference: string,
  chosen: Chosen,
  lang: Language,
  { act, done }: OnReport = {}
): string =>
  withParameters(
    `/moderation/${reference}`,
    { ...parametersOf(chosen), ...(done && { fait: done }), ...(act && { acte: act }) },
    lang
  )
