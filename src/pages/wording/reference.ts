import type { Language } from '../../domain/language.ts'

/* The texts around the reference of the API, which itself is in English: it is the description that programs read too. */

const fr = {
  title: 'Référence de l’API',
  lead: 'Tous les chemins, leurs paramètres et leurs réponses. Les descriptions sont en anglais.',
  document: 'Le même document, pour Postman, Swagger UI ou un générateur de code\u00a0:',
  toData: 'Par où commencer\u00a0: exemples, exports, limites',
  toReference: 'Toute la référence',
  key: 'Demande une clé',
  try: 'Essayer',
  from: 'Depuis un terminal',
  parameters: 'Paramètres',
  required: 'obligatoire',
  places: { path: 'dans le chemin', query: 'dans l’adresse', header: 'en-tête' },
  example: 'Exemple\u00a0:',
  body: 'Corps de la demande',
  answers: 'Réponses',
  schemas: 'Modèles de données',
  away: 'La référence ne répond pas pour le moment. Réessayez dans une minute.'
}

const en: typeof fr = {
  title: 'Reference of the API',
  lead: 'All paths, their parameters and their answers.',
  document: 'The same document, for Postman, Swagger UI or a code generator:',
  toData: 'Where to begin: examples, exports, limits',
  toReference: 'The whole reference',
  key: 'Needs a key',
  try: 'Try it',
  from: 'From a terminal',
  parameters: 'Parameters',
  required: 'required',
  places: { path: 'in the path', query: 'in the address', header: 'header' },
  example: 'Example:',
  body: 'Body of the request',
  answers: 'Answers',
  schemas: 'Data models',
  away: 'The reference does not answer at the moment. Try again in a minute.'
}

export const REFERENCE: Readonly<Record<Language, typeof fr>> = { fr, en }
