import type { Language } from '../../domain/language.ts'
import { EMBED } from '../../pages/wording/embed.ts'
import { WORDING } from '../../pages/wording/wording.ts'

type Props = {
  readonly lang: Language
  /** The words that are searched for. */
  readonly words: string
  readonly onAsk: (words: string) => void
}

/** A search field inside the embedded map, for what and where. It searches within the filters of the element. */
export const SearchField = ({ lang, words, onAsk }: Props) => (
  <search>
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onAsk(String(new FormData(event.currentTarget).get('q') ?? '').trim())
      }}
    >
      <label for="q">{WORDING[lang].search.field}</label>
      <p class="ask">
        <input id="q" name="q" type="search" maxLength={200} autocomplete="off" value={words} />
        <button type="submit">{EMBED[lang].search}</button>
      </p>
    </form>
  </search>
)
