import { useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { Combobox } from '../typing/combobox.tsx'
import { addressOf } from '../typing/suggestion-address.ts'

type Props = {
  readonly lang: Language
  /** What was typed before the script came. */
  readonly asked: string
}

/** The search field of the home page. Choosing a suggestion opens its page or its search. */
export function HomeField({ lang, asked }: Props) {
  const [typed, setTyped] = useState(asked)
  return (
    <Combobox
      lang={lang}
      name="q"
      type="search"
      typed={typed}
      onType={setTyped}
      onTake={(suggestion) => {
        setTyped(suggestion.label)
        location.assign(addressOf(suggestion, lang))
      }}
      describedBy="q-hint"
      required
    />
  )
}
