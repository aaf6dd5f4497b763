import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { ONE_OF_KIND } from '../../domain/vocabularies/one-of-kind.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import { askSuggestions, type Suggestion } from './ask-suggestions.ts'

type Props = {
  readonly lang: Language
  /** Id and name of the field. */
  readonly name: string
  readonly type: 'search' | 'text'
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onTake: (suggestion: Suggestion) => void
  /** Which suggestions to show; all if left out. */
  readonly only?: (suggestion: Suggestion) => boolean
  readonly describedBy: string
  readonly invalid?: boolean
  readonly required?: boolean
}

/**
 * Milliseconds without typing before suggestions are requested. People who type slowly are under no time limit.
 */
const PAUSE_MS = 150
const LEAST_TYPED = 2

/**
 * A field with suggestions, like WAI-ARIA's combobox with a list: the arrow keys choose a suggestion, Enter takes it,
 * Escape closes the list.
 */
export function Combobox(props: Props) {
  const { lang, name, type, typed, onType, onTake, only, describedBy, invalid, required } = props
  const [at, setAt] = useState(-1)
  const [open, setOpen] = useState(false)
  const suggestions = distinct(
    useSuggestions(typed, lang, open)
      .filter((each) => only?.(each) ?? true)
      .map((each) => asOneOfKind(each, lang))
  )
  const shown = open && suggestions.length > 0
  const take = (suggestion: Suggestion) => {
    setOpen(false)
    setAt(-1)
    onTake(suggestion)
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
        id={name}
        name={name}
        type={type}
        value={typed}
        required={required}
        maxLength={2000}
        autocomplete="off"
        aria-describedby={describedBy}
        aria-invalid={invalid ? 'true' : undefined}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls="suggestions"
        aria-activedescendant={shown && at >= 0 ? `suggestion-${at}` : undefined}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value)
          setAt(-1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <Suggestions items={shown ? suggestions : []} at={at} lang={lang} onTake={take} />
    </div>
  )
}

type ListProps = Pick<Props, 'lang' | 'onTake'> & {
  readonly items: readonly Suggestion[]
  readonly at: number
}

function Suggestions({ items, at, lang, onTake }: ListProps) {
  const says = WORDING[lang]
  return (
    <div id="suggestions" role="listbox" aria-label={says.search.suggestions} hidden={items.length === 0}>
      {items.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as a combobox does.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
        <div
          key={`${suggestion.kind} ${suggestion.code}`}
          id={`suggestion-${index}`}
          role="option"
          aria-selected={index === at}
          // Keeps the focus in the field: losing it would close the list before the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span lang="fr">{suggestion.label}</span>{' '}
          <small>
            {says.suggested[suggestion.kind]}
            {suggestion.detail && `, ${suggestion.detail}`}
            {isFoundByWord(suggestion) && `\u00a0: ${says.search.words(suggestion.matched ?? '')}`}
          </small>
        </div>
      ))}
    </div>
  )
}

/** In French, a type of place is called as cards call one place of it: "France services". The search knows these names. */
const asOneOfKind = (suggestion: Suggestion, lang: Language): Suggestion => {
  const name = suggestion.kind === 'type' && lang === 'fr' ? ONE_OF_KIND[suggestion.code] : undefined
  return name === undefined ? suggestion : { ...suggestion, label: name }
}

/** Whether the word by which a suggestion was found must be shown, because its name does not contain it. */
const isFoundByWord = ({ label, matched }: Suggestion): boolean =>
  matched !== null && !label.toLowerCase().includes(matched.toLowerCase())

/**
 * The suggestions without those that only another vocabulary repeats: "France services" is a type of place and a label.
 * Places and territories may share a name.
 */
function distinct(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>()
  return suggestions.filter(({ kind, label, detail }) => {
    if (kind !== 'type' && kind !== 'label') return true
    const name = `${label.toLowerCase()} ${detail ?? ''}`
    return !seen.has(name) && seen.add(name)
  })
}

/** The index of the next option, cyclically. Between the last and the first, none is chosen (-1). */
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
