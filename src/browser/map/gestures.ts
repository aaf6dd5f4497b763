import type { Language } from '../../domain/language.ts'

/** What the map says if a reader scrolls over it without the key, or moves one finger on it. */
export const GESTURES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl + molette pour agrandir la carte',
    'CooperativeGesturesHandler.MacHelpText': '⌘ + molette pour agrandir la carte',
    'CooperativeGesturesHandler.MobileHelpText': 'Deux doigts pour déplacer la carte'
  },
  en: {
    'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl + scroll to zoom the map',
    'CooperativeGesturesHandler.MacHelpText': '⌘ + scroll to zoom the map',
    'CooperativeGesturesHandler.MobileHelpText': 'Two fingers to move the map'
  }
}
