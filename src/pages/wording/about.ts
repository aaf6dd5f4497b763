import type { Language } from '../../domain/language.ts'
import { number } from './number.ts'

/* The texts of the page that says what the directory is. */

const fr = {
  title: 'À propos de l’annuaire',
  lead: 'Un annuaire ouvert des lieux où l’on est aidé avec le numérique, partout en France.',
  purpose: 'À quoi il sert',
  purposeText:
    'À trouver, près de chez vous, quelqu’un qui vous aide à faire une démarche en ligne, à vous servir d’un ordinateur ou d’un téléphone, à fabriquer, à imprimer ou à vous connecter. Les lieux sont des espaces publics numériques, des médiathèques, des France services, des fablabs, des tiers-lieux, des missions locales, des associations.',
  origin: 'D’où viennent les fiches',
  counted: (places: number, sources: number) =>
    `L’annuaire réunit ${number('fr', places)} lieux, connus par ${number('fr', sources)} sources.`,
  originText:
    'Quand plusieurs sources décrivent le même lieu, il n’a qu’une fiche. Chaque information garde le nom de sa source et sa date.',
  toSources: 'Les sources, leurs licences et leurs dates',
  promise: 'Ce que nous faisons, et ne faisons pas',
  promises: [
    'Les lieux sont classés selon ce que vous cherchez et la distance. Aucune place n’est vendue.',
    'Ce que nous ne savons pas, nous l’écrivons\u00a0: «\u00a0non renseigné\u00a0» n’est ni oui ni non.',
    'Ni publicité, ni compte, ni cookie, ni mesure d’audience.',
    'Les pages fonctionnent sans JavaScript, au clavier, avec un lecteur d’écran et sur papier.'
  ],
  fix: 'Une fiche est fausse\u00a0?',
  fixText: 'Ouvrez-la et choisissez «\u00a0Signaler une erreur\u00a0», ou écrivez-nous.',
  toContact: 'Nous contacter',
  publisher: 'Qui publie l’annuaire',
  toLegal: 'Mentions légales',
  reuse: 'Pour les sites et les services',
  reuseText:
    'Les données sont ouvertes. La carte se place sur votre site en une minute. Le logiciel est libre, sous licence MIT\u00a0: chacun peut ouvrir son propre annuaire.',
  toIntegrate: 'Mettre la carte sur votre site'
}

const en: typeof fr = {
  title: 'About the directory',
  lead: 'An open directory of the places where people get help with digital life, all over France.',
  purpose: 'What it is for',
  purposeText:
    'Finding somebody near you who helps with online procedures, with a computer or a phone, with making, printing or getting online. The places are public digital spaces, libraries, France services, fab labs, third places, missions locales and associations.',
  origin: 'Where the entries come from',
  counted: (places, sources) =>
    `The directory brings together ${number('en', places)} places, known from ${number('en', sources)} sources.`,
  originText:
    'If several sources describe the same place, it has one entry. Each piece of information keeps the name of its source and its date.',
  toSources: 'The sources, their licences and their dates',
  promise: 'What we do, and do not do',
  promises: [
    'Places are ordered by what you are looking for and by distance. No rank is sold.',
    'What we do not know, we say: “not known” is neither yes nor no.',
    'No advertising, no account, no cookie, no audience measurement.',
    'The pages work without JavaScript, with a keyboard, with a screen reader and on paper.'
  ],
  fix: 'Is an entry wrong?',
  fixText: 'Open it and choose “Report an error”, or write to us.',
  toContact: 'Contact us',
  publisher: 'Who publishes the directory',
  toLegal: 'Legal notice',
  reuse: 'For sites and services',
  reuseText:
    'The data is open. The map can be on your site in a minute. The software is free, under the MIT licence: anyone can open a directory of their own.',
  toIntegrate: 'Put the map on your site'
}

export const ABOUT: Readonly<Record<Language, typeof fr>> = { fr, en }
