import type { Language } from '../../domain/language.ts'

/* The texts of the legal notice. What the operator writes in the settings is shown beside them, as it is. */

const fr = {
  title: 'Mentions légales',
  lead: 'Qui publie l’annuaire, qui l’héberge, et ce que vous pouvez faire de ce qu’il contient.',
  /** In place of what the operator has not set. */
  unfilled: 'non renseigné',
  publisher: 'Éditeur',
  name: 'Nom',
  address: 'Adresse',
  phone: 'Téléphone',
  email: 'Courriel',
  director: 'Responsable de la publication',
  host: 'Hébergement',
  reuse: 'Réutilisation',
  reuseText:
    'Les données de chaque fiche gardent la licence de la source d’où elles viennent. La page des sources les donne toutes.',
  toSources: 'Sources et licences',
  toData: 'Réutiliser les données',
  software: 'Le logiciel de l’annuaire est libre, sous licence MIT.',
  baseMap: (host: string) => `Le fond de carte vient de ${host}.`,
  exact: 'Exactitude',
  exactText:
    'Les informations viennent d’annuaires tenus par d’autres. Elles peuvent avoir changé depuis\u00a0: appelez avant de venir, et dites-nous ce qui est faux.',
  toContact: 'Nous contacter',
  security: 'Sécurité',
  securityText: 'Vous avez trouvé une faille\u00a0? Le fichier security.txt dit à qui l’écrire.',
  beside: 'Voir aussi',
  toPrivacy: 'Données personnelles',
  toAccessibility: 'Déclaration d’accessibilité'
}

const en: typeof fr = {
  title: 'Legal notice',
  lead: 'Who publishes the directory, who hosts it, and what you may do with what it contains.',
  unfilled: 'not filled in',
  publisher: 'Publisher',
  name: 'Name',
  address: 'Address',
  phone: 'Phone',
  email: 'Email',
  director: 'Responsible for the publication',
  host: 'Hosting',
  reuse: 'Reuse',
  reuseText:
    'The data of each entry keeps the licence of the source that it comes from. The page of sources lists them all.',
  toSources: 'Sources and licences',
  toData: 'Reuse the data',
  software: 'The software of the directory is free, under the MIT licence.',
  baseMap: (host) => `The base map comes from ${host}.`,
  exact: 'Accuracy',
  exactText:
    'The information comes from directories kept by others. It may have changed since: call before you go, and tell us what is wrong.',
  toContact: 'Contact us',
  security: 'Security',
  securityText: 'Have you found a vulnerability? The file security.txt says whom to tell.',
  beside: 'See also',
  toPrivacy: 'Personal data',
  toAccessibility: 'Accessibility statement'
}

export const LEGAL: Readonly<Record<Language, typeof fr>> = { fr, en }
