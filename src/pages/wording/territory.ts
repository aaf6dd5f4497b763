import type { Language } from '../../domain/language.ts'
import type { TerritoryKind } from '../../domain/territories/territory.ts'
import { number } from './number.ts'
import { inTerritory, ofTerritory } from './territories.ts'

/* The texts of the pages of régions, départements and communes. */

type Named = { readonly kind: TerritoryKind; readonly code: string; readonly name: string }

const placesFr = (count: number): string => `${number('fr', count)} ${count > 1 ? 'lieux' : 'lieu'}`
const placesEn = (count: number): string => `${number('en', count)} ${count === 1 ? 'place' : 'places'}`

const fr = {
  home: 'Accueil',
  trail: 'Fil d’Ariane',
  title: (where: Named) => `Être aidé avec le numérique ${inTerritory(where, 'fr')}`,
  headTitle: (where: Named, count: number) =>
    `Aide numérique ${inTerritory(where, 'fr')}\u00a0: ${count === 0 ? 'lieux proches' : placesFr(count)}`,
  description: (where: Named, count: number, kinds: readonly string[]) =>
    count === 0
      ? `Aucun lieu connu ${inTerritory(where, 'fr')} pour être aidé avec le numérique\u00a0: les plus proches, avec adresse, horaires et téléphone.`
      : `${placesFr(count)} ${inTerritory(where, 'fr')} pour être aidé avec le numérique${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}\u00a0: adresses, horaires, téléphones.`,
  places: placesFr,
  openNow: (count: number) =>
    count === 0
      ? 'Aucun n’est connu pour être ouvert en ce moment.'
      : count === 1
        ? 'Un est ouvert en ce moment.'
        : `${number('fr', count)} sont ouverts en ce moment.`,
  unknownHours: (count: number) =>
    count === 0 ? '' : `Horaires à vérifier pour ${count === 1 ? 'un lieu' : placesFr(count)}.`,
  none: (where: Named) => `Aucun lieu n’est connu ${inTerritory(where, 'fr')}.`,
  nearest: 'Les lieux les plus proches',
  nearby: 'Des lieux dans les environs',
  field: (where: Named) => `Que cherchez-vous ${inTerritory(where, 'fr')}\u00a0?`,
  needs: 'Les aides proposées',
  needsNone: 'Aucun lieu ne dit encore quelle aide il propose.',
  missing: (labels: readonly string[]) => `Aucun lieu connu pour\u00a0: ${labels.join(', ')}.`,
  some: (where: Named) => `Des lieux ${inTerritory(where, 'fr')}`,
  all: (count: number) => (count > 1 ? `Voir les ${placesFr(count)}` : 'Voir ce lieu dans la recherche'),
  departments: (where: Named) => `Les départements ${ofTerritory(where, 'fr')}`,
  communes: (where: Named) => `Les communes ${ofTerritory(where, 'fr')}`,
  neighbours: {
    region: 'Régions voisines',
    department: 'Départements voisins',
    commune: 'Communes voisines'
  },
  sameName: (name: string) => `Autres communes du nom de ${name}`,
  download: 'Télécharger ces lieux (CSV)',
  compare: 'Comparer les départements',
  mapOf: (where: Named) => `Les départements ${ofTerritory(where, 'fr')}, avec leur nombre de lieux`
}

const en: typeof fr = {
  home: 'Home',
  trail: 'Breadcrumb',
  title: (where) => `Get help with digital life ${inTerritory(where, 'en')}`,
  headTitle: (where, count) =>
    `Digital help ${inTerritory(where, 'en')}: ${count === 0 ? 'places nearby' : placesEn(count)}`,
  description: (where, count, kinds) =>
    count === 0
      ? `No place is known ${inTerritory(where, 'en')} for help with digital life: the nearest ones, with address, hours and phone.`
      : `${placesEn(count)} ${inTerritory(where, 'en')} for help with digital life${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}: addresses, hours, phone numbers.`,
  places: placesEn,
  openNow: (count) =>
    count === 0
      ? 'None is known to be open now.'
      : count === 1
        ? 'One is open now.'
        : `${number('en', count)} are open now.`,
  unknownHours: (count) => (count === 0 ? '' : `Hours to be checked for ${placesEn(count)}.`),
  none: (where) => `No place is known ${inTerritory(where, 'en')}.`,
  nearest: 'The nearest places',
  nearby: 'Places in the area',
  field: (where) => `What are you looking for ${inTerritory(where, 'en')}?`,
  needs: 'Help on offer',
  needsNone: 'No place says yet what help it offers.',
  missing: (labels) => `No place known for: ${labels.join(', ')}.`,
  some: (where) => `Places ${inTerritory(where, 'en')}`,
  all: (count) => (count > 1 ? `See all ${placesEn(count)}` : 'See this place in the search'),
  departments: (where) => `The départements ${ofTerritory(where, 'en')}`,
  communes: (where) => `The towns ${ofTerritory(where, 'en')}`,
  neighbours: { region: 'Regions around', department: 'Départements around', commune: 'Towns around' },
  sameName: (name) => `Other towns named ${name}`,
  download: 'Download these places (CSV)',
  compare: 'Compare the départements',
  mapOf: (where) => `The départements ${ofTerritory(where, 'en')}, with their number of places`
}

export const TERRITORY: Readonly<Record<Language, typeof fr>> = { fr, en }
