/*
 * What can be chosen on the search page, and what of the API each choice is. The addresses of the page are kept and
 * shared, so their names are promises too.
 */

/** One of the values that the API counts. */
export const CHOICES = ['service', 'audience', 'type'] as const
export type SelectName = (typeof CHOICES)[number]

/** Yes, or not asked. */
export const FLAGS = ['openNow', 'wheelchair', 'free'] as const
export type FlagName = (typeof FLAGS)[number]

const ASKED: Readonly<Record<FlagName, readonly [parameter: string, value: string]>> = {
  openNow: ['open_at', 'now'],
  wheelchair: ['accessibility', 'wheelchair'],
  free: ['fee', 'gratuit']
}

export type Choices = { readonly [name in 'q' | 'cursor' | SelectName | FlagName]?: string }

const NAMES = ['q', 'cursor', ...CHOICES, ...FLAGS] as const
const LONGEST_QUESTION = 200

/** What an address asks for; what it says besides (where somebody came from) is nobody's business. */
export function readChoices(query: Readonly<Record<string, unknown>>): Choices {
  const given = NAMES.flatMap((name) => {
    const value = query[name]
    const text = typeof value === 'string' ? value.trim() : ''
    return text === '' ? [] : [[name, name === 'q' ? text.slice(0, LONGEST_QUESTION) : text] as const]
  })
  return Object.fromEntries(given)
}

/** The question to the API. A cursor holds the whole question already. */
export function askedOfApi(choices: Choices): string {
  const { cursor } = choices
  if (cursor !== undefined) return `/v1/places?${new URLSearchParams({ cursor })}`
  const asked = filtersOf(choices)
  asked.set('facets', CHOICES.join(','))
  return `/v1/places?${asked}`
}

/** The API's own filters, which all that it answers takes. */
export function filtersOf({ q, ...choices }: Choices): URLSearchParams {
  const filters = new URLSearchParams({ ...(q !== undefined && { q }) })
  for (const name of CHOICES) if (choices[name] !== undefined) filters.set(name, choices[name])
  for (const name of FLAGS) if (choices[name] !== undefined) filters.set(...ASKED[name])
  return filters
}
