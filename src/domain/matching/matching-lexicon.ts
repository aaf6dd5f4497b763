/** Function words, which do not distinguish places. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a au aux avec chez d dans de des du en et l la le les ou par pour sous sur un une s n and the of'.split(
    ' '
  )
)

/**
 * Numbers written as words or figures: "Les Deux Rives", "Les 2 Rives", "Jean XXIII". "Neuf" is left out,
 * because it also means new.
 */
export const NUMERALS: Readonly<Record<string, string>> = {
  ...{ deux: '2', trois: '3', quatre: '4', cinq: '5', six: '6', sept: '7', huit: '8', dix: '10' },
  ...{
    premier: '1',
    premiere: '1',
    deuxieme: '2',
    troisieme: '3',
    quatrieme: '4',
    cinquieme: '5',
    veme: '5'
  },
  ...{
    ii: '2',
    iii: '3',
    iv: '4',
    vi: '6',
    vii: '7',
    viii: '8',
    ix: '9',
    xii: '12',
    xiii: '13',
    xiv: '14',
    xxiii: '23'
  }
}

/**
 * Words that distinguish one of several places: a place with such a word is not the same as the place without it,
 * however similar the rest. Numbers anywhere in the name and a cardinal point at its end have the same effect.
 */
export const BRANCH_WORDS: ReadonlySet<string> = new Set('annexe antenne permanence site'.split(' '))

/** Words for buses, which are not the same place as the counter from which they start. */
export const MOBILE_WORDS: ReadonlySet<string> = new Set(
  (
    'bus bibliobus camion itinerant itinerante itinerants itinerantes itinerance mobile van fourgon minibus infobus ' +
    'cyberbus numeribus mediabus ludobus emmabus justibus solibus servibus navette caravane campingcar'
  ).split(' ')
)

/** Street names without a real name, which exist in every village. */
export const NAMELESS_STREETS: ReadonlySet<string> = new Set(
  'bourg village mairie eglise ecole ecoles centre chef lieu dit hameau place rue route poste nc neant ville'.split(
    ' '
  )
)

/** Kinds of street, which differ between records of the same street more often than between two streets. */
export const STREET_KINDS: ReadonlySet<string> = new Set(
  (
    'allee allees avenue boulevard chemin cite clos cour cours domaine esplanade faubourg impasse lotissement mail ' +
    'parvis passage place promenade quai quartier residence rond point route rue ruelle sentier square venelle voie ' +
    'av ave bd bld blvd pl rte imp all che chem res sq fbg zone za zi zac bat batiment immeuble etage rdc bp cs ' +
    'street road lane'
  ).split(' ')
)

/** Abbreviations used by company registers. */
export const NAME_ABBREVIATIONS: Readonly<Record<string, string>> = {
  ass: 'association',
  assoc: 'association',
  ctre: 'centre',
  com: 'communal',
  soc: 'social',
  dep: 'departemental',
  dpt: 'departement',
  dept: 'departement',
  cne: 'commune',
  bibl: 'bibliotheque',
  devel: 'developpement',
  fed: 'federation'
}

/** Titles in street names, as street signs abbreviate them. */
export const STREET_ABBREVIATIONS: Readonly<Record<string, string>> = {
  dr: 'docteur',
  pr: 'professeur',
  gal: 'general',
  gen: 'general',
  mal: 'marechal',
  cdt: 'commandant',
  cmdt: 'commandant',
  cne: 'capitaine',
  col: 'colonel',
  lt: 'lieutenant',
  pdt: 'president',
  pres: 'president',
  mgr: 'monseigneur',
  gd: 'grand',
  gde: 'grande',
  nd: 'notre',
  fg: 'faubourg'
}

/**
 * The kind of a place by the words of its name; these words are removed from the name. Longer wordings come
 * before shorter ones that they contain.
 */
export const KINDS_BY_WORDING: readonly (readonly [kind: string, wording: RegExp])[] = [
  [
    'library',
    /\b(?:mediath?e(?:que|k|ca)|bibli[ao]th?e(?:que|k|ca)|levraoueg|mediaoueg|biblio|bibliobus|(?:point|relais|salle de|depot) (?:lecture|bibliotheque)|reseau de lecture|bm)s?\b/
  ],
  ['toy-library', /\bludotheques?\b/],
  [
    'france-services',
    /\b(?:(?:maison|espace|point|bus|relais|antenne|reseau)s? )?frances? services?\b|\bmaisons? (?:de|des) services? (?:au|aux) publics?\b|\bmaisons? (?:de|des) services?(?: publics?)?\b|\b(?:msap|rfs|mfs|efs)\b/
  ],
  [
    'digital',
    /\b(?:epn|eepn|epi|pap|espace public numerique|(?:espace|point|pole|salle|centre|atelier|maison|relais)s? (?:public |du |de l |d acces )?(?:numerique|multimedia|informatique|internet|cyber)s?|cyber ?(?:base|centre|espace|cafe|salle|point)s?|cyberbase|netpublic|point cyb)\b/
  ],
  ['fablab', /\b(?:fab ?labs?|fab lab|makerspace|hackerspace|atelier de fabrication numerique)\b/],
  ['third-place', /\b(?:tiers lieux?|co ?working?|espaces? de travail partages?)\b/],
  ['pimms', /\bpimms?(?: mediation)?\b|\bpoint information mediation multi ?services?\b/],
  ['social-action', /\b(?:ccas|cias|centre (?:inter ?)?communal(?: d)? action sociale)\b/],
  [
    'social-centre',
    /\b(?:centre|espace|maison)s? (?:social|sociaux|sociale|socio ?culturel|socio ?culturelle)s?(?: (?:et )?culturel(?:le)?)?s?\b|\bcsc?\b|\bespaces? de vie sociale\b|\bevs\b/
  ],
  [
    'neighbourhood',
    /\b(?:maisons? (?:publiques? |municipales? )?(?:(?:de|du|des) )?quartiers?|mq|mai[a-z]{2,4}s? pour tous|mpt|maisons? des habitants|mdh)\b/
  ],
  ['youth-club', /\b(?:mjc|maisons? des jeunes(?: et de la culture)?)\b/],
  ['youth-advice', /\b(?:missions? locales?|ml|milo)\b/],
  [
    'youth-information',
    /\b(?:pij|bij|crij|sij|infos? jeunes?|(?:point|bureau|centre|espace|service)s? (?:regional )?(?:d )?informations? jeunesse)\b/
  ],
  ['post-office', /\b(?:la poste|bureau de poste|agence postale(?: (?:inter ?)?communale)?|relais poste)\b/],
  [
    'town-hall',
    /^(?:commune|marie (?:de|du|d))\b|\b(?:mairie(?: annexe)?|hotel de ville|(?:commune|ville) (?:de|du|d)|municipalite)\b/
  ],
  [
    'intercommunality',
    /^communaute (?=(?:de|du|des) )|\b(?:communaute (?:de communes|d agglomerations?|urbaine)|communaute$|intercommunalite|comcom|agglomeration|metropole d[eu]?)\b|^cc\b/
  ],
  ['job-centre', /\b(?:pole emploi|france travail|maison de l emploi|mde)\b/],
  [
    'social-services',
    /\b(?:maisons?|espaces?) (?:departemental(?:es?)? |departementaux )?(?:(?:de la|des|de) )?solidarites?(?: et de l insertion| departemental(?:es?)?)?\b|\b(?:mds|mdsi|msd|eds|unites? territoriales? d actions? sociales?|centres? medico sociaux?|centre medico social|maison du departement|edas|utas|cdas)\b/
  ],
  ['family-fund', /\b(?:caf|caisse d allocations? familiales?)\b/],
  ['health-insurance', /\b(?:cpam|caisse primaire d assurance maladie|assurance maladie)\b/],
  ['farm-insurance', /\b(?:msa|mutualite sociale agricole)\b/],
  ['prefecture', /\b(?:sous )?prefecture\b/],
  ['tourist-office', /\boffices? (?:de|du) tourisme\b/],
  ['school', /\b(?:college|lycee|ecole|campus|universite)\b/],
  ['young-workers', /\b(?:fjt|foyer (?:de |des )?jeunes travailleurs|habitat jeunes)\b/],
  [
    'legal-advice',
    /\b(?:pad|points? d acces au droit|maison de (?:la )?justice(?: et du droit)?|point justice)\b/
  ],
  ['career-centre', /\bcites? des metiers\b/],
  ['metropolis-office', /\b(?:maison de la metropole|mdm)\b/],
  ['reuse', /\b(?:ressourcerie|recyclerie)\b/]
]

/** The same kinds by vocabulary codes. Codes for a legal form (ASSO, ESS) do not say what a place is. */
export const KIND_BY_TYPE: Readonly<Record<string, string>> = {
  BIB: 'library',
  RELAIS_LECTURE: 'library',
  RFS: 'france-services',
  MSAP: 'france-services',
  EPN: 'digital',
  EPI: 'digital',
  FABLAB: 'fablab',
  TIERS_LIEUX: 'third-place',
  PIMMS: 'pimms',
  CCAS: 'social-action',
  CIAS: 'social-action',
  CS: 'social-centre',
  CSC: 'social-centre',
  EVS: 'social-centre',
  MQ: 'neighbourhood',
  MJC: 'youth-club',
  ML: 'youth-advice',
  PIJ_BIJ: 'youth-information',
  LA_POSTE: 'post-office',
  MUNI: 'town-hall',
  EPCI: 'intercommunality',
  CC: 'intercommunality',
  FT: 'job-centre',
  MDE: 'job-centre',
  MDS: 'social-services',
  CDAS: 'social-services',
  CMS: 'social-services',
  CAF: 'family-fund',
  CPAM: 'health-insurance',
  MSA: 'farm-insurance',
  PREF: 'prefecture',
  RS_FJT: 'young-workers',
  PAD: 'legal-advice',
  RESSOURCERIE: 'reuse'
}

/**
 * Related kinds, which one directory distinguishes and another does not: the same room is a FabLab here and a
 * tiers-lieu there.
 */
export const KINDRED: readonly ReadonlySet<string>[] = [
  new Set(['digital', 'fablab', 'third-place']),
  new Set(['social-action', 'social-services', 'social-centre', 'neighbourhood']),
  new Set(['youth-club', 'youth-information', 'youth-advice'])
]

/** Kinds of places that host other services. The host and the service are not the same place. */
export const HOSTS: ReadonlySet<string> = new Set(['town-hall', 'intercommunality', 'social-action'])

/** Websites with pages for many organisations, where only the whole address is distinctive. */
export const SHARED_HOSTS: ReadonlySet<string> = new Set([
  'facebook.com',
  'instagram.com',
  'twitter.com',
  'x.com',
  'linkedin.com',
  'youtube.com',
  'sites.google.com',
  'france-services.gouv.fr',
  'cohesion-territoires.gouv.fr',
  'lannuaire.service-public.fr',
  'maisondeservicesaupublic.fr',
  'fr-fr.facebook.com',
  'over-blog.com',
  'croix-rouge.fr',
  'famillesrurales.org',
  'emmaus-connect.org',
  'groupe-sos.org',
  'laposte.fr',
  'caf.fr',
  'ameli.fr',
  'msa.fr',
  'pole-emploi.fr',
  'francetravail.fr',
  'communecter.org',
  'fablabs.io',
  'helloasso.com',
  'linktr.ee'
])

/**
 * Domains of public e-mail providers, and of networks whose places in ten or more communes of the real files share a
 * domain. A common domain of this kind is no evidence.
 */
export const SHARED_MAIL: ReadonlySet<string> = new Set(
  (
    'gmail.com orange.fr wanadoo.fr free.fr laposte.net hotmail.com hotmail.fr outlook.com outlook.fr yahoo.fr ' +
    'yahoo.com sfr.fr live.fr bbox.fr neuf.fr aol.com france-services.gouv.fr laposte.fr pimms.org ' +
    'pimmsmediation.fr conseiller-numerique.fr famillesrurales.org croix-rouge.fr afpa.fr groupe-sos.org ' +
    'adoma.fr adoma.cdc-habitat.fr apf.asso.fr emmaus-connect.org fondationface.org'
  ).split(' ')
)

/** Directories whose numbers other directories are known to quote. */
export const NUMBERED_DIRECTORIES: ReadonlySet<string> = new Set(['france-services', 'hinaura'])
