import fc from 'fast-check'
import t from 'tap'
import { displayName } from '../../../src/domain/places/display-name.ts'
import { ACRONYMS, COMMON_WORDS } from '../../../src/domain/places/name-words.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'

type Written = readonly (readonly [name: string, city: string | null, written: string])[]

const KINDS: Readonly<Record<string, Written>> = {
  'a name in capitals is written in small letters, with the accents that capitals hide': [
    ['ESPACE PUBLIC NUMERIQUE DE BAYEUX', 'Bayeux', 'Espace public numérique de Bayeux'],
    ['MEDIATHEQUE MUNICIPALE', null, 'Médiathèque municipale'],
    ['CENTRE SOCIAL AIME CESAIRE', null, 'Centre social Aimé Césaire'],
    ['BIBLIOTHÈQUE D’EVREUX', 'Évreux', 'Bibliothèque d’Évreux'],
    ['MAIRIE', 'Vire', 'Mairie']
  ],
  'the town is written as it is called': [
    ['CCAS DE SAINT LO', 'Saint-Lô', 'CCAS de Saint-Lô'],
    ['MEDIATHEQUE ST ETIENNE', 'Saint-Étienne', 'Médiathèque Saint-Étienne'],
    ['COMMUNE DE VILLENEUVE D ASCQ', "Villeneuve-d'Ascq", "Commune de Villeneuve-d'Ascq"],
    ['Mairie de ROUEN', 'Rouen', 'Mairie de Rouen'],
    ['CCAS DE GENLIS', 'GENLIS', 'CCAS de Genlis']
  ],
  'other towns than that of the place are written as they are called': [
    ['MAISON DU LAC DE BAR-LE-DUC', 'Nancy', 'Maison du Lac de Bar-le-Duc'],
    ['POINT INFO DU PUY EN VELAY', null, 'Point Info du Puy-en-Velay'],
    ["BUS DE L'ILE ROUSSE", null, "Bus de L'Île-Rousse"],
    ['PIJ DE BEZIERS ET DE MONTBELIARD', null, 'PIJ de Béziers et de Montbéliard'],
    ['ANTENNE STE LUZ', null, 'Antenne Ste Luz']
  ],
  'accents that only one word has come back, and a chance is not the town of Chancé': [
    ['CLUB DES DEBROUILLARDS DU PERIGORD', null, 'Club des Débrouillards du Périgord'],
    ['ESPACE DES BENEVOLES, 2E ETAGE', null, 'Espace des bénévoles, 2e étage'],
    ['ECOLE DE LA DEUXIEME CHANCE', null, 'École de la Deuxième Chance']
  ],
  'centuries, an @ within a word and an apostrophe stay as people write them': [
    ['ATELIER DU XXIE SIECLE', null, 'Atelier du XXIe siècle'],
    ['HALLE DU XVEME SIECLE', null, 'Halle du XVe siècle'],
    ['LIEU DE VIE', null, 'Lieu de vie'],
    ["EPN L'@TELIER", null, "EPN L'@telier"],
    ["FAB'LAB DU VERCORS", null, "Fab'Lab du Vercors"]
  ],
  'acronyms stay': [
    ['MJC DE ROANNE', 'Roanne', 'MJC de Roanne'],
    ['CCAS', 'Lens', 'CCAS'],
    ['C.C.A.S. ORCHIES', 'Orchies', 'C.C.A.S. Orchies'],
    ['MAISON DES SOLIDARITES (PEPS)', null, 'Maison des solidarités (PEPS)'],
    ['ADMR 14 – SECTEUR XIII', null, 'ADMR 14 – Secteur XIII'],
    ['Résidence ADOMA', null, 'Résidence ADOMA']
  ],
  'words that cannot be pronounced are acronyms': [
    ['MJEP DE CORMEILLES', 'Cormeilles', 'MJEP de Cormeilles'],
    ['ESPACE DDCSPP', null, 'Espace DDCSPP'],
    ['SIVOM DU VAL', null, 'SIVOM du Val'],
    ['ANTENNE UDAF', null, 'Antenne UDAF'],
    ['CENTRE CIDFF', null, 'Centre CIDFF'],
    ['SALLE BRASSENS', null, 'Salle Brassens'],
    ['CAF DE PAU', 'Pau', 'CAF de Pau'],
    ['CAF', 'Pau', 'CAF'],
    ['CTRE COM DES NIDS', null, 'Ctre com des Nids'],
    ['RUE DE L’ARC', null, 'Rue de l’Arc'],
    ['LES PAS DE LA VIE', null, 'Les Pas de la vie']
  ],
  'letters that dots or & join stay, and words that they join are words': [
    ['M.J.C. DES PRES', null, 'M.J.C. des Prés'],
    ['ATELIER R&D', null, 'Atelier R&D'],
    ['CENTRE SOCIAL J.FERRY', null, 'Centre social J.Ferry'],
    ['SPORTS&LOISIRS DU PARC', null, 'Sports&Loisirs du parc']
  ],
  'a town or a surname alone in capitals has its capital only': [
    ['Espace Jacques PREVERT', null, 'Espace Jacques Prévert'],
    ['Médiathèque Albert LONDRES', null, 'Médiathèque Albert Londres'],
    ['Mairie de PLOUARET', null, 'Mairie de Plouaret'],
    ['Antenne de ADOMA', null, 'Antenne de ADOMA']
  ],
  'de and à are joined to the article or the vowel of the town': [
    ['Commune de Le Conquet', 'Le Conquet', 'Commune du Conquet'],
    ['MAIRIE DE LES ANDELYS', 'Les Andelys', 'Mairie des Andelys'],
    ['Atelier à Le Faouët', 'Le Faouët', 'Atelier au Faouët'],
    ['Permanence à Les Lilas', 'Les Lilas', 'Permanence aux Lilas'],
    ['MAIRIE DE ORNANS', 'Ornans', "Mairie d'Ornans"],
    ['Bibliothèque de Étampes', 'Étampes', "Bibliothèque d'Étampes"],
    ['Maison de Le Corbusier', 'Firminy', 'Maison de Le Corbusier'],
    ['Commune de Haguenau', 'Haguenau', 'Commune de Haguenau']
  ],
  'small words are small, but for the article that begins a name': [
    ['MAISON DE L’EMPLOI ET DE LA FORMATION', null, 'Maison de l’emploi et de la formation'],
    ['CENTRE SOCIAL LES FOUGERES', null, 'Centre social Les Fougères'],
    ['CSC L’ESCALE', null, 'CSC L’Escale'],
    ['LA FABRIQUE', null, 'La fabrique'],
    ['POINT D ACCES AU DROIT', null, "Point d'accès au droit"]
  ],
  'quotes and signs of a file are dropped': [
    ['"Le Trieur"', null, 'Le Trieur'],
    ['Médiathèque "La Parenthèse', null, 'Médiathèque La Parenthèse'],
    ['PLATEFORME ""ENERGIES""', null, 'Plateforme "Énergies"'],
    [',Sud Labs,,Atelier,', null, 'Sud Labs, Atelier'],
    ['MAISON COUSTE -', null, 'Maison Couste'],
    ['Épicerie_solidaire', null, 'Épicerie solidaire']
  ],
  'each part of a name is written by itself': [
    ['MAIRIE DE PAMANDZI - Médiathèque', 'Pamandzi', 'Mairie de Pamandzi - Médiathèque'],
    ['Agence Pôle emploi MAUBEUGE PASTEUR', 'Maubeuge', 'Agence Pôle emploi Maubeuge Pasteur'],
    ['service social', null, 'Service social']
  ],
  'what is written as people write stays': [
    ['Médiathèque "François Mitterrand" – Brassac', null, 'Médiathèque "François Mitterrand" – Brassac'],
    ['Le 19 M.', null, 'Le 19 M.'],
    ['iLoz', null, 'iLoz'],
    ['Centre Social De La Cité', null, 'Centre Social De La Cité'],
    ['L’Atelier (rez-de-chaussée)', null, 'L’Atelier (rez-de-chaussée)'],
    ['Hub’Lo !', null, 'Hub’Lo !'],
    ['…', null, '…']
  ]
}

for (const [kind, cases] of Object.entries(KINDS)) {
  t.test(kind, async (t) => {
    for (const [name, city, written] of cases) t.equal(displayName(name, city), written, name)
  })
}

const TOWNS = communeRows().flatMap(({ name }) => name ?? [])
const letters = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^a-z0-9]/g, '')
const inCapitals = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toUpperCase()
    .replaceAll('Œ', 'OE')

const commons = fc.constantFrom(...COMMON_WORDS.values())
const names = fc
  .tuple(
    commons,
    fc.constantFrom('', ' de la', ' -', ' /'),
    commons,
    fc.constantFrom(...[...ACRONYMS].slice(0, 20)),
    fc.constantFrom(...TOWNS)
  )
  .map(([first, joint, second, acronym, town]) => ({
    town,
    name: `${first}${joint} ${second} ${acronym.toUpperCase()} ${town}`
  }))

t.test('a name in capitals is written back as it was, and changes no more', async () => {
  fc.assert(
    fc.property(names, ({ name, town }) => {
      const shouted = inCapitals(name)
      const written = displayName(shouted, town)
      const isWhole = letters(written) === letters(shouted)
      return isWhole && written.includes(town) && displayName(written, town) === written
    }),
    { numRuns: 300 }
  )
})

t.test('no text loses a letter, or fails', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const written = displayName(text, null)
      return written !== '' || text.trim() === ''
    }),
    { numRuns: 300 }
  )
})
