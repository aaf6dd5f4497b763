import { useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { placeAddress } from '../../pages/addresses/place-address.ts'
import type { Suggestion } from '../typing/ask-suggestions.ts'
import { Combobox } from '../typing/combobox.tsx'

type Props = {
  readonly lang: Language
  /** The words of the search that is shown. */
  readonly asked: string
  readonly onAsk: (q: string) => void
}

/** The search field: a chosen suggestion is searched, or opened if it is a place. */
export function SuggestField({ lang, asked, onAsk }: Props) {
  const [typed, setTyped] = useTyped(asked)
  const take = (suggestion: Suggestion) => {
    if (suggestion.kind === 'place') {
      location.assign(placeAddress({ id: suggestion.code, display_name: suggestion.label }, lang))
      return
    }
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

/** The typed words; a new search, or going back to one, replaces them. */
function useTyped(asked: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(asked)
  const [followed, setFollowed] = useState(asked)
  // During rendering, not in an effect: text typed before the effect runs would be lost.
  if (followed !== asked) {
    setFollowed(asked)
    setTyped(asked)
  }
  return [typed, setTyped]
}

/**
 * The words to search for a chosen suggestion. A town beside a thing is part of the question. The département beside
 * a town only distinguishes it from other towns.
 */
const wordsOf = ({ kind, label, detail, parameters }: Suggestion): string =>
  kind !== 'commune' && detail && ('commune' in parameters || 'department' in parameters)
    ? `${label} ${detail}`
    : label
