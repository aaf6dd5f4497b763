import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { placeAddress } from '../../pages/addresses/place-address.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import { askSuggestions, type Suggestion } from './ask-api.ts'

type Props = {
  readonly lang: Language
  /** The words of the search that is shown. */
  readonly asked: string
  readonly onAsk: (q: string) => void
}

/** A pause in typing; people who type slowly are not hurried. */
const PAUSE_MS = 150
const LEAST_TYPED = 2

/** The field, as WAI-ARIA's combobox with a list: arrows choose, Enter takes, Escape leaves. */
export function SuggestField({ lang, asked, onAsk }: Props) {
  const says = WORDING[lang]
  const [typed, setTyped] = useTyped(asked)
  const [at, setAt] = useState(-1)
  const [open, setOpen] = useState(false)
  const suggestions = useSuggestions(typed, lang, open)
  const shown = open && suggestions.length > 0

  const take = (suggestion: Suggestion) => {
    setOpen(false)
    if (suggestion.kind === 'place') {
      location.assign(placeAddress({ id: suggestion.code, name: suggestion.label }, lang))
      return
    }
    const q = wordsOf(suggestion)
    setTyped(q)
    onAsk(q)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
      setAt(-1)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && suggestions.length > 0) {
      event.preventDefault()
      setOpen(true)
      setAt(stepped(at, event.key === 'ArrowDown' ? 1 : -1, suggestions.length))
    } else if (event.key === 'Enter') {
      const suggestion = shown ? suggestions[at] : undefined
      if (suggestion) event.preventDefault()
      if (suggestion) take(suggestion)
      else setOpen(false)
    }
  }
  return (
    <div class="suggest">
      <input
        id="q"
        name="q"
        type="search"
        value={typed}
        maxLength={200}
        autocomplete="off"
        aria-describedby="q-hint"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls="suggestions"
        aria-activedescendant={shown && at >= 0 ? `suggestion-${at}` : undefined}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          setAt(-1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div id="suggestions" role="listbox" aria-label={says.search.suggestions} hidden={!shown}>
        {shown &&
          suggestions.map((suggestion, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as a combobox does.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
            <div
              key={`${suggestion.kind} ${suggestion.code}`}
              id={`suggestion-${index}`}
              role="option"
              aria-selected={index === at}
              // Before the field loses the focus, and with it the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <span lang="fr">{suggestion.label}</span>{' '}
              <small>
                {says.suggested[suggestion.kind]}
                {suggestion.detail && `, ${suggestion.detail}`}
              </small>
            </div>
          ))}
      </div>
    </div>
  )
}

/** What is typed; another search, and the way back to one, puts its words there. */
function useTyped(asked: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(asked)
  const [followed, setFollowed] = useState(asked)
  // While it is drawn, not in an effect after it: by then somebody may have typed on, and would lose it.
  if (followed !== asked) {
    setFollowed(asked)
    setTyped(asked)
  }
  return [typed, setTyped]
}

/** A town beside a thing is part of what was meant; the département of a town only tells it from others. */
const wordsOf = ({ kind, label, detail, parameters }: Suggestion): string =>
  kind !== 'commune' && detail && ('commune' in parameters || 'department' in parameters)
    ? `${label} ${detail}`
    : label

/** Around, by way of none: back in the field. */
const stepped = (at: number, step: number, count: number): number => {
  const next = at + step
  return next < -1 ? count - 1 : next >= count ? -1 : next
}

function useSuggestions(typed: string, lang: Language, wanted: boolean): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  const asking = useRef(new AbortController())
  useEffect(() => {
    asking.current.abort()
    if (!wanted || typed.trim().length < LEAST_TYPED) {
      setSuggestions([])
      return undefined
    }
    asking.current = new AbortController()
    const { signal } = asking.current
    const pause = setTimeout(() => {
      askSuggestions(typed, lang, signal).then(setSuggestions, () => undefined)
    }, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [typed, lang, wanted])
  return suggestions
}
