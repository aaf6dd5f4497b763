import type { IControl } from 'maplibre-gl'

/** A corner of the map that says that the base map is missing. It is empty at first, so that screen readers announce it. */
type BaseNote = IControl & { readonly say: (text: string) => void }

export function baseNote(): BaseNote {
  const element = document.createElement('p')
  element.className = 'maplibregl-ctrl map-note'
  element.role = 'status'
  return {
    onAdd: () => element,
    onRemove: () => element.remove(),
    say: (text) => {
      element.textContent = text
    }
  }
}
