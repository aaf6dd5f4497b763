import { normaliseLabel } from '../vocabularies/read-label.ts'

/**
 * Words in a name that imply a type: whole words only, in the form returned by `normaliseLabel`, and no
 * two-letter acronyms, because "CS" and "CC" have too many meanings. `^` marks words that count only at the
 * beginning of a name: "Centre social CAF" is not a CAF. `*` marks the beginning of a word: "Cyberlan" and
 * "Cybercommune" are espaces publics numériques, like nearly all of the hundred places that are called so.
 */
export const SAID_BY: { readonly [type: string]: readonly string[] } = {
  RFS: ['france services', 'france service'],
  MSAP: [
    'msap',
    'maison de services au public',
    'maison de service au public',
    'maison des services au public'
  ],
  CCAS: [
    'ccas',
    'c c a s',
    'centre communal d action sociale',
    'centre communal action sociale',
    'centre com action sociale',
    'ctre com action sociale'
  ],
  CIAS: ['cias', 'c i a s', 'centre intercommunal d action sociale'],
  MUNI: ['^mairie', '^hotel de ville', '^commune de', '^ville de', '^municipalite'],
  BIB: ['bibliotheque', 'bibliotheques', 'mediatheque', 'mediatheques', 'bibliobus', 'mediabus'],
  RELAIS_LECTURE: ['relais lecture', 'point lecture'],
  CS: ['centre social', 'centres sociaux'],
  CSC: [
    'centre socioculturel',
    'centre socio culturel',
    'centre social et culturel',
    'centre social culturel',
    'centre social et socioculturel'
  ],
  EVS: ['evs', 'espace de vie sociale'],
  MJC: ['mjc', 'm j c', 'maison des jeunes et de la culture'],
  MQ: ['maison de quartier'],
  MDH: ['maison des habitants', 'maison de l habitant'],
  EPN: [
    'epn',
    'e p n',
    'espace public numerique',
    'espaces publics numeriques',
    'cyber base',
    'cyberbase',
    'cybercentre',
    'cyber centre',
    'cyber espace',
    'cyberespace',
    'point cyb',
    'espace multimedia',
    'espaces multimedia',
    'espace public multimedia',
    'kiosque multimedia',
    'centre multimedia',
    'point multimedia',
    'cyber*'
  ],
  EPI: ['espace public internet', 'cybercafe', 'cyber cafe'],
  ENM: [
    '^bus',
    'bus numerique',
    'bus france services',
    'camion numerique',
    'van numerique',
    'espace numerique mobile',
    'france services mobile',
    'itinerant',
    'itinerante'
  ],
  FABLAB: ['fablab', 'fablabs', 'fab lab', 'makerspace', 'hackerspace', 'hacklab'],
  TIERS_LIEUX: ['tiers lieu', 'tiers lieux', 'coworking', 'co working'],
  RESSOURCERIE: ['ressourcerie', 'recyclerie'],
  MDS: [
    'mds',
    'maison des solidarites',
    'maison des solidarites departementales',
    'maison departementale des solidarites',
    'maison departementale de la solidarite',
    'maison departementale de solidarite',
    'espace departemental des solidarites',
    'circonscription d action sociale',
    'unite territoriale d action sociale',
    'antenne sociale'
  ],
  CDAS: ['cdas', 'centre departemental d action sociale'],
  CMS: ['centre medico social'],
  ML: ['mission locale', 'missions locales'],
  PIJ_BIJ: [
    'pij',
    'bij',
    'crij',
    'cidj',
    'info jeunes',
    'point information jeunesse',
    'bureau information jeunesse',
    'centre regional information jeunesse'
  ],
  FT: ['^france travail', '^pole emploi', '^agence france travail', '^agence pole emploi'],
  CAP_EMPLOI: ['cap emploi'],
  MDE: ['maison de l emploi'],
  MDEF: ['maison de l emploi et de la formation'],
  PLIE: ['plie'],
  E2C: ['e2c', 'ecole de la deuxieme chance', 'ecole de la 2e chance'],
  AFPA: ['afpa'],
  CAF: ['^caf', '^caisse d allocations familiales', '^agence caf'],
  CPAM: ['^cpam', '^caisse primaire d assurance maladie', '^assurance maladie'],
  MSA: ['^msa', '^mutualite sociale agricole'],
  MDPH: ['mdph', 'maison departementale des personnes handicapees'],
  PREF: ['^prefecture', '^sous prefecture'],
  CFP: ['centre des finances publiques', 'tresorerie'],
  PAD: ['point justice', 'point d acces au droit'],
  LA_POSTE: ['^la poste', 'bureau de poste', 'agence postale'],
  PIMMS: ['pimms'],
  UDAF: ['udaf'],
  CIDFF: ['cidff'],
  RS_FJT: ['fjt', 'foyer de jeunes travailleurs', 'foyer des jeunes travailleurs', 'habitat jeunes'],
  CHRS: ['chrs'],
  CADA: ['cada'],
  HUDA: ['huda'],
  SPIP: ['spip']
}

/**
 * Words that contain the name of a type without meaning it: a conseiller numérique has this title wherever
 * they work.
 */
export const NOT_MEANT = [
  'conseiller numerique france services',
  'conseillere numerique france services',
  'conseillers numeriques france services',
  'conseiller numerique france service',
  // What is taught or fought there, not what the place is.
  'cybersecurite',
  'cyber securite',
  'cyberharcelement',
  'cybermalveillance',
  'cyberdefense',
  'cyber defense',
  'campus cyber'
]

type Saying = { readonly type: string; readonly words: string; readonly first: boolean }

const SAYINGS: readonly Saying[] = Object.entries(SAID_BY).flatMap(([type, all]) =>
  all.map((each) => {
    const first = each.startsWith('^')
    const words = first ? each.slice(1) : each
    return { type, first, words: words.endsWith('*') ? ` ${words.slice(0, -1)}` : ` ${words} ` }
  })
)

/** The codes of the types implied by whole words of a name, in the order of the table. */
export function kindsByName(name: string): readonly string[] {
  let said = ` ${normaliseLabel(name)} `
  for (const each of NOT_MEANT) said = said.replace(` ${each} `, ' ')
  const kinds = new Set<string>()
  for (const { type, words, first } of SAYINGS) {
    if (first ? said.startsWith(words) : said.includes(words)) kinds.add(type)
  }
  return [...kinds]
}
