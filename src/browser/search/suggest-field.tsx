import { useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import type { Suggestion } from '../typing/ask-suggestions.ts'
import { Combobox } from '../typing/combobox.tsx'
import { pageOf, wordsOf } from '../typing/suggestion-address.ts'

type Props = {
  readonly lang: Language
  /** The words of the search that is shown. */
  readonly asked: string
  readonly onAsk: (q: string) => void
}

/** The search field. Choosing a suggestion searches for it, or opens its page if it has one. */
export function SuggestField({ lang, asked, onAsk }: Props) {
  const [typed, setTyped] = useTyped(asked)
  const take = (suggestion: Suggestion) => {
    const page = pageOf(suggestion, lang)
    if (page !== undefined) return location.assign(page)
    const q = wordsOf(suggestion)
    setTyped(q)
    onAsk(q)
  }
  return (
    <Combobox
      lang={lang}
      name="q"
      type="search"
      typed={typed}
      onType={setTyped}
      onTake={take}
      describedBy="q-hint"
    />
  )
}

/** The words in the field. They are replaced when the search changes, also by going back in the history. */
function useTyped(asked: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(asked)
  const [followed, setFollowed] = useState(asked)
  // Set during rendering instead of in an effect, because text typed before the effect runs would be lost.
  if (followed !== asked) {
    setFollowed(asked)
    setTyped(asked)
  }
  return [typed, setTyped]
}
