import type { Language } from '../../domain/language.ts'

/*
 * The texts of the accessibility declaration, with the parts that the model of the RGAA requires: state of conformity,
 * content that is not accessible, how the declaration was made, feedback and contact, remedies.
 */

/** The RGAA in force, which the State's model names. */
const RGAA = '4.1.2'

const fr = {
  title: 'Déclaration d’accessibilité',
  lead: 'Ce que le site fait pour être utilisable par tous, ce qui manque encore, et à qui le dire.',
  someone: 'L’exploitant de ce site',
  commitment: (operator: string) =>
    `${operator} s’engage à rendre ce site accessible, conformément à l’article\u00a047 de la loi n°\u00a02005-102 du 11\u00a0février\u00a02005.`,
  plan: 'Le schéma pluriannuel d’accessibilité et les actions prévues',
  noPlan: 'Le schéma pluriannuel d’accessibilité n’est pas renseigné.',
  applies: (site: string) => `Cette déclaration s’applique à ${site}.`,
  state: 'État de conformité',
  declared: {
    full: `Ce site est totalement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version\u00a0${RGAA}.`,
    partial: `Ce site est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version\u00a0${RGAA}, en raison des non-conformités énumérées ci-dessous.`,
    none: `Ce site est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version\u00a0${RGAA}.`
  },
  undeclared:
    'L’exploitant n’a pas renseigné l’état de conformité de ce site. Sans audit en cours de validité, un site public est réputé non conforme.',
  results: 'Résultats des tests',
  noAudit: 'Aucun audit n’est renseigné.',
  checks:
    'À chaque version du logiciel, des contrôles automatiques (axe-core, html-validate) vérifient les pages, en clair et en sombre. Ils ne remplacent pas un audit.',
  missing: 'Contenus non accessibles',
  issues: 'Non-conformités',
  noIssues: 'Aucune non-conformité n’est renseignée.',
  burden: 'Dérogations pour charge disproportionnée',
  noBurden: 'Aucune dérogation n’est invoquée.',
  exempt: 'Contenus non soumis à l’obligation d’accessibilité',
  exemptions: [
    'La carte interactive\u00a0: la liste, à côté d’elle, montre les mêmes lieux avec leur adresse.',
    'Les textes que les lieux ont écrits eux-mêmes, et leurs sites.'
  ],
  made: 'Établissement de cette déclaration',
  madeOn: (day: string) => `Cette déclaration a été établie le ${day}.`,
  madeSometime: 'La date de cette déclaration n’est pas renseignée.',
  technologies: 'Technologies',
  technologiesText:
    'HTML, CSS, SVG et JavaScript. Les pages fonctionnent sans JavaScript, sauf la carte interactive.',
  environment: 'Environnement et outils',
  environmentText: 'Chromium, axe-core, html-validate.',
  pages: 'Pages vérifiées',
  pagesText:
    'Accueil et recherche, fiche d’un lieu, orientation et fiche à imprimer, contact, mentions légales, données personnelles, accessibilité, sources, données et référence de l’API.',
  feedback: 'Retour d’information et contact',
  feedbackText:
    'Si vous n’arrivez pas à accéder à un contenu ou à un service, contactez-nous\u00a0: nous vous donnerons l’information sous une autre forme.',
  toContact: 'Nous contacter',
  remedies: 'Voies de recours',
  remediesText:
    'Vous nous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service, et vous n’avez pas obtenu de réponse satisfaisante\u00a0? Vous pouvez\u00a0:',
  remedy: {
    write: 'écrire au Défenseur des droits',
    delegate: 'contacter le délégué du Défenseur des droits dans votre région',
    post: 'envoyer un courrier (gratuit, sans timbre)\u00a0: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX\u00a007'
  }
}

const en: typeof fr = {
  title: 'Accessibility statement',
  lead: 'What the site does to be usable by all, what is still missing, and whom to tell.',
  someone: 'The operator of this site',
  commitment: (operator) =>
    `${operator} undertakes to make this site accessible, as article 47 of the French law 2005-102 of 11 February 2005 requires.`,
  plan: 'The multi-year accessibility plan and its actions (in French)',
  noPlan: 'The multi-year accessibility plan is not filled in.',
  applies: (site) => `This statement applies to ${site}.`,
  state: 'State of conformity',
  declared: {
    full: `This site fully conforms to the French accessibility standard RGAA, version ${RGAA}.`,
    partial: `This site conforms in part to the French accessibility standard RGAA, version ${RGAA}, because of the issues listed below.`,
    none: `This site does not conform to the French accessibility standard RGAA, version ${RGAA}.`
  },
  undeclared:
    'The operator has not filled in the state of conformity of this site. Without a valid audit, a public site is deemed not to conform.',
  results: 'Results of the tests',
  noAudit: 'No audit is filled in.',
  checks:
    'With each version of the software, automatic checks (axe-core, html-validate) look at the pages, light and dark. They do not replace an audit.',
  missing: 'Content that is not accessible',
  issues: 'Issues',
  noIssues: 'No issue is filled in.',
  burden: 'Exemptions for disproportionate burden',
  noBurden: 'None is invoked.',
  exempt: 'Content outside the obligation',
  exemptions: [
    'The interactive map: the list beside it shows the same places with their addresses.',
    'Texts that the places wrote themselves, and their sites.'
  ],
  made: 'How this statement was made',
  madeOn: (day) => `This statement was made on ${day}.`,
  madeSometime: 'The date of this statement is not filled in.',
  technologies: 'Technologies',
  technologiesText:
    'HTML, CSS, SVG and JavaScript. The pages work without JavaScript, except for the interactive map.',
  environment: 'Environment and tools',
  environmentText: 'Chromium, axe-core, html-validate.',
  pages: 'Pages that were checked',
  pagesText:
    'Home and search, the page of a place, the guided questions and their sheet, contact, legal notice, personal data, accessibility, sources, data and the reference of the API.',
  feedback: 'Feedback and contact',
  feedbackText:
    'If you cannot get at some content or service, contact us: we will give you the information in another form.',
  toContact: 'Contact us',
  remedies: 'Remedies',
  remediesText:
    'Have you told us of a defect that keeps you from some content or service, and not received a satisfactory answer? You can:',
  remedy: {
    write: 'write to the Défenseur des droits (in French)',
    delegate: 'contact the delegate of the Défenseur des droits in your region',
    post: 'send a letter (free, without a stamp): Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07'
  }
}

export const ACCESSIBILITY: Readonly<Record<Language, typeof fr>> = { fr, en }
