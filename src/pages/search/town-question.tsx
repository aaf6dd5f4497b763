import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'
import type { Choices } from './choices.ts'

type Props = {
  readonly choices: Choices
  /** The question without "près de moi". */
  readonly words: string
  readonly lang: Language
  /** The button that asks the browser for its position, if a script runs. */
  readonly locate: ComponentChildren
}

/** Asks for the town of readers who search nearby, if their position is unknown. */
export function TownQuestion({ choices, words, lang, locate }: Props) {
  const says = WORDING[lang].search
  const { q: _q, near: _near, cursor: _cursor, ...kept } = choices
  return (
    <form action="/" method="get" class="town" id="town">
      {lang === 'en' && <input type="hidden" name="lang" value="en" />}
      {Object.entries({ ...kept, ...(words !== '' && { q: words }) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label for="town-name">{says.whichTown}</label>
      <div class="ask">
        <input
          id="town-name"
          name="town"
          type="text"
          required
          maxLength={100}
          autocomplete="address-level2"
        />
        <button type="submit">{says.near}</button>
        {locate}
      </div>
    </form>
  )
}
