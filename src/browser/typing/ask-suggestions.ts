import type { z } from 'zod'
import type { SuggestionList } from '../../http/v1/schemas/suggestions.ts'

export type Suggestion = z.output<typeof SuggestionList>['items'][number]

/** Time limit of a request in milliseconds. After that time, the user has typed other words anyway. */
const PATIENCE_MS = 8_000

/** Suggestions for these words; none if the API fails. Rejects only if the signal aborts the request. */
export async function askSuggestions(
  q: string,
  lang: string,
  signal: AbortSignal
): Promise<readonly Suggestion[]> {
  try {
    const answer = await fetch(`/v1/suggest?${new URLSearchParams({ q, lang })}`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
    })
    return answer.ok ? ((await answer.json()) as { items: readonly Suggestion[] }).items : []
  } catch (error) {
    if (signal.aborted) throw error
    return []
  }
}
