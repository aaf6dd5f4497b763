import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { Card } from '../../pages/parts/card.tsx'
import { type Choices, carriedIn } from '../../pages/search/choices.ts'
import type { Failure, Found, FoundItem } from '../../pages/search/found.ts'
import { fitsOf, thenOf } from '../../pages/search/wishes.ts'
import { WORDING } from '../../pages/wording/wording.ts'

type Props = {
  readonly place: FoundItem
  readonly choices: Choices
  readonly found: Found | Failure
  readonly lang: Language
  readonly onClose: () => void
}

/** The card of the place chosen on the map, as in the list. It takes the focus, and gives it back when it is closed. */
export function Summary({ place, choices, found, lang, onClose }: Props) {
  const says = WORDING[lang]
  const box = useRef<HTMLElement>(null)
  const { id } = place
  // Done before the browser paints, so that a key pressed at once does not go to the element focused before.
  useLayoutEffect(() => {
    box.current?.querySelector('a')?.focus({ preventScroll: true })
  }, [id])
  const close = () => {
    onClose()
    document.querySelector<HTMLElement>(`[data-place="${id}"]`)?.focus({ preventScroll: true })
  }
  return (
    <section
      class="summary"
      aria-label={says.map.chosen}
      ref={box}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close()
      }}
    >
      <Card
        place={place}
        lang={lang}
        says={says}
        carried={carriedIn(choices)}
        then={thenOf(place, choices, lang)}
        fits={typeof found === 'string' ? [] : fitsOf(found, choices, lang)(place)}
      />
      <button type="button" class="plain" onClick={close}>
        {says.map.close}
      </button>
    </section>
  )
}
