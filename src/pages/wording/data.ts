import type { Language } from '../../domain/language.ts'
import { number } from './number.ts'

/* The texts of the page for those who reuse the data, before the reference of the API. */

const fr = {
  title: 'Réutiliser les données',
  lead: 'Les lieux en données ouvertes\u00a0: des fichiers à télécharger, une API, le suivi des changements et une carte pour votre site. Gratuit, sans inscription.',
  counted: (places: number, sources: number) =>
    `${number('fr', places)} lieux, connus par ${number('fr', sources)} sources.`,
  download: 'Télécharger',
  formats: {
    csv: 'Tableau au format du standard national des lieux de médiation numérique 1.0.2',
    ndjson: 'Toutes les informations, un lieu par ligne',
    geojson: 'Toutes les informations, pour une carte ou un SIG'
  },
  megabytes: (size: number) =>
    size < 1 ? 'moins de 1\u00a0Mo' : `environ ${number('fr', Math.round(size))}\u00a0Mo`,
  downloadHint:
    'Les fichiers sont écrits au moment où vous les demandez. Chaque filtre de la recherche s’ajoute à l’adresse\u00a0:',
  toDepartments: 'Un tableau par département',
  api: 'Interroger l’API',
  apiText: 'Ces exemples s’ouvrent dans votre navigateur. Les réponses sont en JSON.',
  examples: {
    words: 'Des mots, comme on les dit, et une ville',
    near: 'L’aide aux démarches à moins de 5\u00a0km d’un point',
    counts: 'Le nombre de lieux de chaque type dans un département',
    geojson: 'Les médiathèques accessibles en fauteuil roulant, en GeoJSON',
    open: 'Les lieux ouverts en ce moment à Rennes',
    vocabulary: 'Les codes des services et leurs noms',
    territory: 'Une commune, par son nom'
  },
  changes: 'Suivre les changements',
  changesText:
    'Prenez un repère, téléchargez le fichier, puis demandez régulièrement ce qui a changé depuis ce repère\u00a0: lieux créés, modifiés, retirés, réunis. Le numéro d’un lieu ne change jamais.',
  changesExamples: { now: 'Le repère de maintenant', first: 'Les premiers changements' },
  embed: 'Mettre la carte sur votre site',
  embedText: 'Un code à copier, sans programmer.',
  toEmbed: 'Composer le code de la carte',
  limits: 'Limites',
  rate: (perMinute: number) =>
    perMinute === 0
      ? 'Pas de limite au nombre de demandes. Restez raisonnable.'
      : `${number('fr', perMinute)} demandes par minute et par adresse. Au-delà, la réponse est 429 et Retry-After dit quand réessayer.`,
  limitsText: [
    'Un export à la fois. Si le service est occupé, la réponse est 503, avec Retry-After.',
    'Lire ne demande pas de clé, et toutes les origines sont admises (CORS).',
    'Chaque réponse a un ETag\u00a0: la redemander avec If-None-Match ne compte pas si rien n’a changé.'
  ],
  licence: 'Licence et citation',
  licenceText:
    'Chaque lieu garde les licences de ses sources, dans le champ «\u00a0sources\u00a0». La plupart sont sous Licence Ouverte 2.0\u00a0; quelques-unes ne sont pas ouvertes.',
  toSources: 'Les licences, source par source',
  citeText: 'Pour citer l’annuaire\u00a0:',
  cite: (site: string, url: string, day: string) => `${site}, ${url}, consulté le ${day}`,
  reference: 'Référence complète',
  referenceText: 'Tous les chemins, paramètres et réponses (en anglais).',
  toReference: 'La référence de l’API',
  document: 'Le même document, pour vos outils\u00a0:',
  question: 'Une question\u00a0?',
  toContact: 'Nous contacter'
}

const en: typeof fr = {
  title: 'Reuse the data',
  lead: 'The places as open data: files to download, an API, a feed of changes and a map for your site. Free, without registration.',
  counted: (places, sources) =>
    `${number('en', places)} places, known from ${number('en', sources)} sources.`,
  download: 'Download',
  formats: {
    csv: 'Table in the French national standard for digital-mediation places 1.0.2',
    ndjson: 'All information, one place per line',
    geojson: 'All information, for a map or a GIS'
  },
  megabytes: (size) => (size < 1 ? 'less than 1 MB' : `about ${number('en', Math.round(size))} MB`),
  downloadHint:
    'The files are written at the moment you ask for them. Each filter of the search can be added to the address:',
  toDepartments: 'One table per département',
  api: 'Ask the API',
  apiText: 'These examples open in your browser. Answers are in JSON.',
  examples: {
    words: 'Words, as people say them, and a town',
    near: 'Help with procedures within 5 km of a point',
    counts: 'The number of places of each type in a département',
    geojson: 'Libraries with wheelchair access, as GeoJSON',
    open: 'Places open at this moment in Rennes',
    vocabulary: 'The codes of services and their names',
    territory: 'A town, by its name'
  },
  changes: 'Follow the changes',
  changesText:
    'Take a cursor, download the file, then ask from time to time what has changed since that cursor: places created, updated, withdrawn, merged. The id of a place never changes.',
  changesExamples: { now: 'The cursor of this moment', first: 'The first changes' },
  embed: 'Put the map on your site',
  embedText: 'Code to copy, without programming.',
  toEmbed: 'Build the code of the map',
  limits: 'Limits',
  rate: (perMinute) =>
    perMinute === 0
      ? 'No limit to the number of requests. Be reasonable.'
      : `${number('en', perMinute)} requests per minute and address. Beyond that, the answer is 429, and Retry-After says when to try again.`,
  limitsText: [
    'One export at a time. If the service is busy, the answer is 503, with Retry-After.',
    'Reading needs no key, and every origin is allowed (CORS).',
    'Each answer has an ETag: asking again with If-None-Match does not count if nothing has changed.'
  ],
  licence: 'Licence and citation',
  licenceText:
    'Each place keeps the licences of its sources, in the property “sources”. Most are under the Licence Ouverte 2.0; a few are not open.',
  toSources: 'The licences, source by source',
  citeText: 'To cite the directory:',
  cite: (site, url, day) => `${site}, ${url}, retrieved on ${day}`,
  reference: 'Full reference',
  referenceText: 'All paths, parameters and answers.',
  toReference: 'The reference of the API',
  document: 'The same document, for your tools:',
  question: 'A question?',
  toContact: 'Contact us'
}

export const DATA: Readonly<Record<Language, typeof fr>> = { fr, en }
