import type { Vocabulary } from './term.ts'

export const SERVICES: Vocabulary = {
  name: 'services',
  parameter: 'service',
  fr: 'Services',
  en: 'Services',
  terms: [
    {
      code: 'aide-aux-demarches-administratives',
      fr: 'Aide aux démarches administratives',
      en: 'Help with administrative procedures',
      synonyms: ['démarches en ligne', 'formalités', 'e-administration', 'papiers', 'accès aux droits'],
      standard: 'Aide aux démarches administratives'
    },
    {
      code: 'maitrise-des-outils-numeriques-du-quotidien',
      fr: 'Maîtrise des outils numériques du quotidien',
      en: 'Mastering everyday digital tools',
      synonyms: [
        'initiation informatique',
        'ordinateur',
        'smartphone',
        'tablette',
        'messagerie',
        'bureautique'
      ],
      standard: 'Maîtrise des outils numériques du quotidien'
    },
    {
      code: 'insertion-professionnelle-via-le-numerique',
      fr: 'Insertion professionnelle via le numérique',
      en: 'Finding work with digital tools',
      synonyms: ['recherche d’emploi', 'curriculum vitae', 'CV', 'offres d’emploi', 'création d’entreprise'],
      standard: 'Insertion professionnelle via le numérique'
    },
    {
      code: 'utilisation-securisee-du-numerique',
      fr: 'Utilisation sécurisée du numérique',
      en: 'Using digital tools safely',
      synonyms: ['cybersécurité', 'mots de passe', 'arnaques', 'hameçonnage', 'données personnelles'],
      standard: 'Utilisation sécurisée du numérique'
    },
    {
      code: 'parentalite-et-education-avec-le-numerique',
      fr: 'Parentalité et éducation avec le numérique',
      en: 'Parenting and education with digital tools',
      synonyms: ['parents', 'écrans', 'école', 'devoirs', 'harcèlement en ligne', 'ENT'],
      standard: 'Parentalité et éducation avec le numérique'
    },
    {
      code: 'loisirs-et-creations-numeriques',
      fr: 'Loisirs et créations numériques',
      en: 'Digital leisure and creation',
      synonyms: ['impression 3D', 'photo', 'vidéo', 'jeux vidéo', 'robotique', 'programmation'],
      standard: 'Loisirs et créations numériques'
    },
    {
      code: 'comprehension-du-monde-numerique',
      fr: 'Compréhension du monde numérique',
      en: 'Understanding the digital world',
      synonyms: [
        'culture numérique',
        'citoyenneté numérique',
        'réseaux sociaux',
        'intelligence artificielle'
      ],
      standard: 'Compréhension du monde numérique'
    },
    {
      code: 'acces-internet-et-materiel-informatique',
      fr: 'Accès internet et matériel informatique',
      en: 'Internet access and computer equipment',
      synonyms: ['wifi', 'connexion', 'ordinateur en libre accès', 'imprimante', 'scanner', 'photocopies'],
      standard: 'Accès internet et matériel informatique'
    },
    {
      code: 'acquisition-de-materiel-informatique-a-prix-solidaire',
      fr: 'Acquisition de matériel informatique à prix solidaire',
      en: 'Computer equipment at a solidarity price',
      synonyms: ['ordinateur reconditionné', 'ordinateur d’occasion', 's’équiper', 'équipement solidaire'],
      standard: 'Acquisition de matériel informatique à prix solidaire'
    }
  ]
}
