import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'

/** What a narrow screen shows of the results: a wide one shows both. */
const VIEWS = ['list', 'map'] as const
export type View = (typeof VIEWS)[number]

type Props = {
  readonly lang: Language
  readonly shown: View
  /** Undefined until our script runs: without it there is no map, and the buttons only keep their room. */
  readonly onShow: ((view: View) => void) | undefined
}

/** The switch between the list and the map, on screens that have no room for both. */
export const Views = ({ lang, shown, onShow }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form.
  <div class={onShow ? 'views' : 'views waiting'} role="group" aria-label={WORDING[lang].map.views}>
    {VIEWS.map((view) => (
      <button
        key={view}
        type="button"
        aria-pressed={view === shown}
        disabled={!onShow}
        onClick={onShow && (() => onShow(view))}
      >
        {WORDING[lang].map[view]}
      </button>
    ))}
  </div>
)
