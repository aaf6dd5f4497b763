import type { Language } from '../../domain/language.ts'

const fr = {
  title: 'Mettre la carte sur votre site',
  lead: 'Choisissez ce que montre la carte, regardez l’aperçu, copiez le code. C’est gratuit, sans inscription, sans cookie.',
  shows: 'Ce que montre la carte',
  looks: 'À quoi elle ressemble',
  service: 'Aide proposée',
  type: 'Genre de lieu',
  audience: 'Public',
  any: 'Peu importe',
  where: 'Ville, département, région ou intercommunalité',
  whereHint: 'Un nom, un code postal ou un numéro de département. Laissez vide pour toute la France.',
  found: (name: string) => `La carte montre\u00a0: ${name}.`,
  extent: 'Autour d’une ville',
  extents: {
    radius: 'jusqu’à une distance',
    commune: 'la commune seule',
    epci: 'toute l’intercommunalité'
  },
  radius: 'Distance (en km)',
  unknownTown: (typed: string) =>
    `Nous ne connaissons pas «\u00a0${typed}\u00a0»\u00a0: la carte montre toute la France.`,
  whichTown: (typed: string) => `Plusieurs territoires répondent à «\u00a0${typed}\u00a0»\u00a0: choisissez.`,
  q: 'Mots',
  height: 'Hauteur (en pixels)',
  lang: 'Langue',
  languages: { fr: 'français', en: 'anglais' },
  search: 'Avec un champ de recherche',
  colour: 'Choisir les couleurs',
  colours: {
    paper: 'Fond',
    ink: 'Texte',
    link: 'Liens et boutons',
    marker: 'Lieux sur la carte'
  },
  unreadable: (one: string, other: string) =>
    `«\u00a0${one}\u00a0» sur «\u00a0${other}\u00a0»\u00a0: le contraste est trop faible, beaucoup ne pourront pas lire.`,
  build: 'Mettre à jour l’aperçu et le code',
  preview: 'Aperçu',
  component: 'Le code, avec un composant',
  componentHint: 'Le plus souple\u00a0: les couleurs se changent dans votre feuille de style.',
  frame: 'Le code, avec un cadre (iframe)',
  frameHint: 'Le plus simple, là où un script d’ailleurs n’est pas accepté.',
  copy: 'Copier',
  copied: 'Copié.'
}

const en: typeof fr = {
  title: 'Put the map on your site',
  lead: 'Choose what the map shows, look at the preview, copy the code. It is free, without registration or cookies.',
  shows: 'What the map shows',
  looks: 'What it looks like',
  service: 'Help offered',
  type: 'Kind of place',
  audience: 'Audience',
  any: 'Any',
  where: 'Town, département, région or intercommunality',
  whereHint: 'A name, a postcode or the number of a département. Leave it empty for all of France.',
  found: (name) => `The map shows: ${name}.`,
  extent: 'Around a town',
  extents: {
    radius: 'as far as a distance',
    commune: 'the town alone',
    epci: 'all of its intercommunality'
  },
  radius: 'Distance (in km)',
  unknownTown: (typed) => `We do not know “${typed}”: the map shows all of France.`,
  whichTown: (typed) => `Several territories answer to “${typed}”: choose.`,
  q: 'Words',
  height: 'Height (in pixels)',
  lang: 'Language',
  languages: { fr: 'French', en: 'English' },
  search: 'With a search field',
  colour: 'Choose the colours',
  colours: { paper: 'Background', ink: 'Text', link: 'Links and buttons', marker: 'Places on the map' },
  unreadable: (one, other) => `“${one}” on “${other}”: the contrast is too low, many could not read it.`,
  build: 'Update the preview and the code',
  preview: 'Preview',
  component: 'The code, with a component',
  componentHint: 'The most flexible: colours are changed in your style sheet.',
  frame: 'The code, with a frame (iframe)',
  frameHint: 'The simplest, where no script of others is accepted.',
  copy: 'Copy',
  copied: 'Copied.'
}

export const INTEGRATE: Readonly<Record<Language, typeof fr>> = { fr, en }
