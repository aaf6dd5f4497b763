import t from 'tap'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ cours: 500, maison: 900, femmes: 40 })

/** The codes of each wish in a text; a place has to meet one code of every wish. */
const demanded = (text: string): readonly (readonly string[])[] =>
  readWords(text, KNOWLEDGE)
    .groups.filter(({ required }) => required)
    .map(({ typed, codes }) =>
      codes.length === 0 ? [`word:${typed}`] : codes.map(({ parameter, code }) => `${parameter}:${code}`)
    )

const PAPERS = 'service:aide-aux-demarches-administratives'
const DAILY = 'service:maitrise-des-outils-numeriques-du-quotidien'
const ACCESS = 'service:acces-internet-et-materiel-informatique'
const WORK = 'service:insertion-professionnelle-via-le-numerique'
const SAFE = 'service:utilisation-securisee-du-numerique'
const PARENTS = 'service:parentalite-et-education-avec-le-numerique'
const CHEAP = 'service:acquisition-de-materiel-informatique-a-prix-solidaire'
const LITERACY = 'need:illettrisme'
const FRENCH = 'need:langues-etrangeres-autres'

/** Questions that people type, by the code of what they need. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'type:CAF': [
    'la caf me réclame de l’argent Lens',
    'je suis enceinte que faut il faire Angers',
    'toucher les apl Rennes',
    'demander la paje Annecy',
    'allocation de rentrée scolaire Béziers',
    'child allowance Lyon'
  ],
  'type:CPAM': [
    'remboursement de mes lunettes Agen',
    'la secu compte bloqué Calais',
    'je n’ai plus de mutuelle Vannes',
    'accident du travail papiers sécu Dunkerque',
    'health insurance card Dijon'
  ],
  'type:CFP': [
    'feuille d’impôts Pau',
    'remplir ma 2042 Gien',
    'déclarer les occupants de mon logement Royan',
    'je dois payer mes impôts Cahors',
    'tax form Bergerac'
  ],
  'type:PREF': [
    'demander l’asile Metz',
    'devenir français Bobigny',
    'je suis sans papiers Lille',
    'acheter une voiture d’occasion Tarbes',
    'immatriculer ma moto Nevers',
    'extend my visa Paris'
  ],
  'type:UDAF': [
    'je ne peux plus rembourser mes crédits Roanne',
    'interdit bancaire Alès',
    'too much debt Nice'
  ],
  'type:CIDFF': [
    'mon compagnon est violent Reims',
    'mon ex me menace Toulon',
    'je suis victime de violences Brest',
    'violences conjugales Auch',
    'j’ai peur de mon mari Laval',
    'my husband hits me Lyon'
  ],
  'type:ES': [
    'je n’ai rien à manger Roubaix',
    'colis alimentaire Vierzon',
    'les restos du coeur Sète',
    'nourrir mes enfants Avignon',
    'food bank Marseille'
  ],
  'type:CHRS': [
    'je dors dans ma voiture Bordeaux',
    'je vis dans mon camion Gap',
    'un jeune à la rue Lorient',
    'hébergement d’urgence Le Mans',
    'nulle part où dormir Nantes',
    'mes parents m’ont mis à la porte Caen',
    'homeless shelter Strasbourg'
  ],
  'type:MDS': [
    'utpas Maubeuge',
    'edf me coupe Toulon',
    'je ne peux plus payer mon loyer Vichy',
    'coupure d’électricité Lorient',
    'evicted Rouen'
  ],
  'type:PAD': [
    'parler à un avocat Colmar',
    'conflit avec mon voisin Dole',
    'je veux divorcer Cholet',
    'aide aux victimes Évreux',
    'legal question Toulouse'
  ],
  'type:ML': [
    'ma fille de 18 ans cherche une formation Bourges',
    'contrat engagement jeune Foix',
    'ni école ni boulot Hirson',
    'mon fils est descolarisé Morlaix',
    'mission loc Lisieux',
    'décrochage scolaire Creil',
    'mon fils cherche un apprentissage Gap',
    'youth job Amiens'
  ],
  'type:PIJ_BIJ': ['bourse du crous Limoges', 'logement étudiant Grenoble', 'voeux parcoursup Niort'],
  'type:CCONS': [
    'ouvrir ma boutique Quimper',
    'créer ma boîte Chartres',
    'ouvrir un food truck Cahors',
    'changer de statut micro en eurl Vichy',
    'se mettre à son compte Albi',
    'set up a company Lyon'
  ],
  'type:FABLAB': [
    'mon téléphone ne charge plus Blois',
    'mon ordi ne démarre plus Saumur',
    'mon pc ne s’allume pas Foix',
    'écran de téléphone cassé Arras',
    'mon imprimante ne marche plus Dieppe',
    'découper du bois au laser Nancy',
    'une machine à coudre Vitré',
    'flocage de t-shirt Pau',
    'disque dur mort Thiers',
    'my macbook won’t start Dijon',
    'get my phone fixed Auch',
    'my laptop won’t turn on Rennes',
    'broken screen Lille'
  ],
  [PAPERS]: [
    'je ne comprends rien à ce courrier Vire',
    'remplir un questionnaire Mende',
    'refaire mon permis Auxerre',
    'simuler ma retraite Royan',
    'il me manque des trimestres manquants retraite Rethel',
    'certificat de vie pour ma retraite Ussel',
    'visale pour louer Rumilly',
    'on doit tout faire sur internet Loudun',
    'electricity bill Cannes',
    'titredesejour Créteil',
    'help to register my British car in Limoges',
    'benefit application online Calais',
    'mon mari est mort Castres',
    'chercher un appartement Nîmes',
    'isoler ma maison Aurillac',
    'facture d’électricité trop chère Tulle',
    'prendre rendez-vous chez le docteur Guéret',
    'prendre rendez-vous doctolib Vesoul',
    'fill in an online form Angers',
    'I do not understand this official letter Pau'
  ],
  [DAILY]: [
    'transférer mes photos Bayeux',
    'je suis nulle en informatique Dax',
    'mon ordinateur est lent Sens',
    'installer whatsapp Gien',
    'j’ai oublié mon mot de passe Flers',
    'vendre sur leboncoin Vesoul',
    'vendre sur le bon coin Vesoul',
    'créer un site internet pour mon association Quimper',
    'créer un compte facebook Hyères',
    'faire une visio avec mes enfants Lannion',
    'appeler mes petits-enfants en vidéo whatsapp Royan',
    'voir ma famille en vidéo Royan',
    'cours de word Montluçon',
    'forgot my password Nice',
    'new phone help Cannes'
  ],
  [ACCESS]: [
    'je n’ai plus de forfait où se connecter Blois',
    'sortir mes fiches de paie Agen',
    'besoin d’un ordi pour passer un test Brest',
    'wifi public Voiron',
    'tirer un billet sur papier Apt',
    'recharger mon portable Lens',
    'lieu pour jeunes avec ordinateurs Béziers',
    'computers in Avignon',
    'check my email Paris'
  ],
  [WORK]: ['je cherche du taf Sedan', 'changer de métier Troyes', 'je me suis fait licencier Cambrai'],
  [SAFE]: [
    'on a piraté mon instagram Melun',
    'faux conseiller bancaire Sedan',
    'on a ouvert un crédit à mon nom Fréjus',
    'j’ai cliqué sur un lien bizarre Tours',
    'sms de la banque bizarre Redon',
    'my account was hacked Lyon'
  ],
  [PARENTS]: [
    'ma fille est accro à son téléphone Meaux',
    'les notes de mon fils Dreux',
    'my son is bullied online Paris'
  ],
  [CHEAP]: [
    'ordinateur portable pas cher Douai',
    'pc portable d’occasion Auray',
    'crédit téléphone Sarcelles'
  ],
  [LITERACY]: [
    'je ne sais ni lire ni écrire Saint-Omer',
    'réapprendre à écrire Béthune',
    'learn to write Lille'
  ],
  [FRENCH]: [
    'mes parents parlent mal français Sevran',
    'cours de français pour réfugiés Metz',
    'improve my french Dijon'
  ]
}

/** Questions of people who have a device too many, by the code of the places that take it. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  'type:RESSOURCERIE': [
    'où donner mon vieil ordinateur à Grenoble',
    'recycler mon vieux pc Brest',
    'se débarrasser d’un ordinateur Nantes',
    'que faire de mon ancien téléphone recycler Dole',
    'faire don d’un ordinateur Albi',
    'recycle my old laptop Lyon'
  ]
}

/** Questions in which people use another name for a kind of place or an aid, by its code. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  'type:MJC': ['M.J.C. Chambéry', 'm j c Gap'],
  'type:CCAS': ['c c a s Mâcon', 'C.C.A.S Mâcon'],
  'type:TIERS_LIEUX': [
    'bureau à la journée Perpignan',
    'poste de travail partagé Belfort',
    'desk for the day Annecy'
  ],
  'need:deficience-visuelle': ['je perds la vue Sens', 'dmla Redon'],
  'service:loisirs-et-creations-numeriques': [
    'jouer à la console Agen',
    'borne d’arcade Albi',
    'coder un jeu avec ma fille Laon'
  ]
}

for (const [code, sentences] of Object.entries({ ...SAID, ...GIVEN, ...CALLED })) {
  t.test(`people who need ${code} say so in their own words`, async (t) => {
    for (const text of sentences) {
      const wishes = demanded(text)
      t.ok(
        wishes.some((codes) => codes.includes(code)),
        `${text}: ${JSON.stringify(wishes)}`
      )
      t.notOk(
        wishes.flat().some((each) => each.startsWith('word:')),
        `${text}: no other word is demanded`
      )
    }
  })
}
