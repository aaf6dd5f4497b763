import type { Language } from '../../domain/language.ts'

const fr = {
  map: 'Carte des lieux',
  cluster: (count: number) => `${count.toLocaleString('fr')} lieux, agrandir la carte ici`,
  together: (count: number) => `${count.toLocaleString('fr')} lieux à la même adresse, en faire la liste`,
  noBase: 'Fond de carte indisponible\u00a0: voici les lieux, sans les rues.',
  controls: {
    'NavigationControl.ZoomIn': 'Agrandir la carte',
    'NavigationControl.ZoomOut': 'Réduire la carte',
    'AttributionControl.ToggleAttribution': 'Sources de la carte'
  }
}

const en: typeof fr = {
  map: 'Map of the places',
  cluster: (count) => `${count.toLocaleString('en')} places, look closer here`,
  together: (count) => `${count.toLocaleString('en')} places at the same address, list them`,
  noBase: 'Base map unavailable: here are the places, without the streets.',
  controls: {
    'NavigationControl.ZoomIn': 'Zoom in',
    'NavigationControl.ZoomOut': 'Zoom out',
    'AttributionControl.ToggleAttribution': 'Sources of the map'
  }
}

export const MAP_WORDING: Readonly<Record<Language, typeof fr>> = { fr, en }
