import type { Language } from '../../domain/language.ts'

/* The texts about places that do not say whether they meet a filter. */

const fr = {
  about: {
    accessibility: (many: boolean): string => (many ? 's’ils sont accessibles' : 's’il est accessible'),
    audience: (many: boolean): string =>
      many ? 'à quel public ils s’adressent' : 'à quel public il s’adresse',
    fee: (many: boolean): string => (many ? 'leur prix' : 'son prix'),
    hours: (many: boolean): string => (many ? 'leurs horaires' : 'ses horaires'),
    several: (_many: boolean): string => 'tout ce que vous demandez'
  },
  places: (count: number, said: string) => `${said} ${count > 1 ? 'autres lieux' : 'autre lieu'}`,
  more: (said: string) => `Plus de ${said} autres lieux`,
  within: (km: string) => ` à moins de ${km}\u00a0km`,
  leave: (places: string, where: string, what: string, count: number) =>
    `${places}${where} ne ${count > 1 ? 'disent' : 'dit'} pas ${what}.`,
  nearest: (distance: string, what: string) => `Plus près, ${distance}, un lieu ne dit pas ${what}.`,
  add: (count: number): string => (count > 1 ? 'Ajouter ces lieux' : 'Ajouter ce lieu'),
  chip: 'Avec les lieux qui ne le disent pas'
}

const en: typeof fr = {
  about: {
    accessibility: (many) => (many ? 'whether they are accessible' : 'whether it is accessible'),
    audience: (many) => (many ? 'for whom they are' : 'for whom it is'),
    fee: (many) => (many ? 'their price' : 'its price'),
    hours: (many) => (many ? 'their opening hours' : 'its opening hours'),
    several: () => 'all that you ask for'
  },
  places: (count, said) => `${said} other ${count > 1 ? 'places' : 'place'}`,
  more: (said) => `More than ${said} other places`,
  within: (km) => ` within ${km}\u00a0km`,
  leave: (places, where, what, count) => `${places}${where} ${count > 1 ? 'do' : 'does'} not say ${what}.`,
  nearest: (distance, what) => `Nearer, ${distance}, a place does not say ${what}.`,
  add: (count) => (count > 1 ? 'Add these places' : 'Add this place'),
  chip: 'With places that do not say'
}

export const UNSAID: Readonly<Record<Language, typeof fr>> = { fr, en }
