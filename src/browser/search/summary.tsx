import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { Card, type ListedPlace } from '../../pages/parts/card.tsx'
import { WORDING } from '../../pages/wording/wording.ts'

type Props = { readonly place: ListedPlace; readonly lang: Language; readonly onClose: () => void }

/** A summary of the place chosen on the map. It takes the focus, and gives it back when it is closed. */
export function Summary({ place, lang, onClose }: Props) {
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
      <Card place={place} lang={lang} says={says} />
      <button type="button" class="plain" onClick={close}>
        {says.map.close}
      </button>
    </section>
  )
}
