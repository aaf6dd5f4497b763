import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import type { Choices } from '../../pages/search/choices.ts'
import type { View } from '../../pages/search/views.tsx'
import { WORDING } from '../../pages/wording/wording.ts'

type Shown = {
  readonly view: View
  /** The text that screen readers announce after a switch; empty after the next search. */
  readonly said: string
  readonly show: (view: View) => void
}

/** Whether a narrow screen shows the list or the map. A search starts with the list. */
export function useView(choices: Choices, lang: Language): Shown {
  const [view, setView] = useState<View>('list')
  const [said, setSaid] = useState('')
  useEffect(() => setSaid(''), [choices])
  // Scrolled before the map appears, because a new map fits the places into the part of it that is in sight.
  useLayoutEffect(() => {
    if (said !== '') document.querySelector('.split')?.scrollIntoView({ block: 'start' })
  }, [view, said])
  const show = useCallback(
    (next: View) => {
      setView(next)
      setSaid(WORDING[lang].map.shown[next])
    },
    [lang]
  )
  return { view, said, show }
}
