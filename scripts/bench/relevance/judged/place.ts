// The form of a place as the API returns it, and the facts about it that the rules of the judge use.

export interface Place {
  id: string
  name: string
  types: string[]
  summary: string | null
  description: string | null
  services: string[]
  audiences: string[]
  needs: string[]
  fees: string[]
  access: string[]
  support: string[]
  labels: { code: string }[]
  itinerant: boolean | null
  address: {
    street: string | null
    postcode: string | null
    city: string | null
    commune: string | null
    epci: string | null
    department: string | null
    region: string | null
  }
  location: { lat: number; lon: number; precision: string | null } | null
  opening_hours: { osm: string | null; raw: string | null; confidence: string; timezone: string }
  accessibility: {
    wheelchair: string
    step_free_entrance: boolean | null
    adapted_parking: boolean | null
    hearing_loop: boolean | null
    sign_language: boolean | null
  }
  sources: { source: string }[]
  parent_organisation?: string | null
}

export interface Facts {
  place: Place
  name: string
  text: string
  kinds: Set<string>
  services: Set<string>
  labels: Set<string>
  /** Whether the place is a France services (or an MSAP, its predecessor) by its type, its register or its name. */
  fs: boolean
  /** Whether a list gives the place the label France services, although nothing else says that it is one. */
  fsLabel: boolean
  cn: boolean
  ac: boolean
  /**
   * Whether the place only serves its own residents, patients or workers, and not people who come in from the
   * street.
   */
  closed: boolean
  /** Whether the place serves only young people, by its charter. */
  youthOnly: boolean
}

/** Normalises text: lower case, no accents, one space between words. */
export function plain(text: string | null | undefined): string {
  const bare = (text ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/g, 'oe')
  return bare
    .toLowerCase()
    .replace(/[^a-z0-9@&+]+/g, ' ')
    .trim()
}

/** The kind of a place by the code of its type. Several codes may stand for one kind. */
const BY_TYPE: Record<string, string> = {
  BIB: 'BIB',
  RELAIS_LECTURE: 'BIB',
  EPN: 'EPN',
  EPI: 'EPN',
  FABLAB: 'FABLAB',
  FABRIQUE: 'TL',
  TIERS_LIEUX: 'TL',
  CCAS: 'CCAS',
  CIAS: 'CIAS',
  CS: 'CS',
  CSC: 'CS',
  EVS: 'EVS',
  MQ: 'MQ',
  MDH: 'MQ',
  MJC: 'MJC',
  ML: 'ML',
  MUNI: 'MUNI',
  EPCI: 'EPCI',
  CC: 'EPCI',
  FT: 'FT',
  CAP_EMPLOI: 'CAPEMPLOI',
  CAF: 'CAF',
  CPAM: 'CPAM',
  PIMMS: 'PIMMS',
  PREF: 'PREF',
  LA_POSTE: 'POSTE',
  RESSOURCERIE: 'RESS',
  PIJ_BIJ: 'PIJ',
  E2C: 'E2C',
  MDS: 'DEPSOC',
  CDAS: 'DEPSOC',
  CMS: 'DEPSOC',
  DEPT: 'DEPSOC',
  CD: 'CD',
  RS_FJT: 'FJT',
  CHRS: 'CHRS',
  CHU: 'CHRS',
  CADA: 'CADA',
  HUDA: 'CADA',
  MSA: 'MSA',
  MDPH: 'MDPH',
  UDAF: 'UDAF',
  CIDFF: 'CIDFF',
  PAD: 'PAD',
  PLIE: 'MDE',
  MDE: 'MDE',
  MDEF: 'MDE',
  CITMET: 'MDE',
  OF: 'OF',
  AFPA: 'OF',
  CCONS: 'CONS',
  CFP: 'CFP',
  ASSO: 'ASSO',
  SPIP: 'CLOSED',
  EPIDE: 'E2C',
  ACI: 'IAE',
  AI: 'IAE',
  EI: 'IAE',
  EITI: 'IAE',
  GEIQ: 'IAE',
  ENM: 'BUS'
}

/** The kind of a place by its name, because half of the places have no type. */
const BY_NAME: [string, RegExp][] = [
  ['BIB', /m[ei]diath|bibliot|ludomediat|bibliobus|media ludotheque/],
  ['EPN', /\bepn\b|espaces? publics? num|cyber ?(base|centre|espace|point|cafe|val)|espaces? cyber/],
  ['EPN', /\bcyber|multimedia/],
  ['EPN', /espaces? (de pratiques )?numer|espace public internet/],
  ['EPN', /point (public )?(multimedia|internet)|kiosques? numer|^points? numer|maison du numer/],
  ['FABLAB', /fab ?lab|\bfab\b|makers?pace|hackerspace|labfab|\blab\b.*fabri/],
  ['TL', /tiers ?lieux?|co ?working|telecentre|\bcowork/],
  ['CCAS', /\bccas\b|centre communal d action sociale|centre municipal d action sociale/],
  ['CCAS', /ce?n?tre com\w* (d )?act\w* soc/],
  ['CIAS', /\bcias\b|centre intercommunal d action sociale/],
  ['CS', /centres? soci(al|aux)|socio ?culturel|centre d animation|\bcsc\b|centre socio/],
  ['CS', /maison pour tous|\bmpt\b/],
  ['EVS', /espaces? de vie sociale|\bevs\b/],
  ['MQ', /maisons? (de|du) quartier|maison des habitants|\bmdh\b|espace de quartier|regie de quartier/],
  ['MJC', /\bmjc\b|maison des jeunes et de la culture|foyer rural|foyer des jeunes et d education/],
  ['ML', /missions? locales?|\bmilo\b|^permanence .*mission/],
  ['MUNI', /^(la )?mairie|\bmairie (de|du|d|des|annexe|deleguee)\b/],
  ['MUNI', /^commune (de|du|d|des|nouvelle|la|le|les|saint|st)\b|^ville (de|du|d)\b/],
  ['MUNI', /hotel de ville|^commune\b|^mairie\b/],
  ['EPCI', /communaute (de|d|urbaine)|^cc (de|du|d|des)|agglo|metropole|^ccs? /],
  ['FT', /pole emploi|france travail|\banpe\b/],
  ['CAPEMPLOI', /cap emploi/],
  ['CAF', /\bcaf\b(?! centre)|caisse d allocations? familiales?|allocations familiales/],
  ['CPAM', /\bcpam\b|assurance maladie|caisse primaire/],
  ['PIMMS', /\bpimms\b/],
  ['PREF', /prefecture/],
  ['POSTE', /^la poste|bureau de poste|agence postale|\blapost|la banque postale/],
  ['RESS', /ressourcerie|recyclerie|\bemmaus\b(?! connect)/],
  ['PIJ', /\bpij\b|\bbij\b|\bcrij\b|\bcij\b|info(rmation)?s? jeunes|informations? jeunesse/],
  ['E2C', /\be2c\b|ecole de la (2e|2eme|deuxieme) chance/],
  ['DEPSOC', /medico ?social|\bmds\b|\bmdsi?\b|solidarites?$/],
  ['DEPSOC', /maisons? (departementale )?des? (la |l )?(solidarite|action)s?/],
  ['DEPSOC', /unite territoriale d action|circonscription d action|maison du departement/],
  ['DEPSOC', /antenne sociale|pole solidarite/],
  ['DEPSOC', /\butas\b|\bcdas\b|\bsdsei\b|\butpas\b|\bmsd\b|\beds\b|departementale? d action sociale/],
  ['DEPSOC', /assistante?s? social|\bcms\b/],
  ['CHRS', /\bchrs\b|\bchu\b|hebergement|accueil de jour|\bsiao\b|samu social|abri\b/],
  ['CADA', /\bcada\b|\bhuda\b|demandeurs? d asile|refugies|migrants|cimade/],
  ['MSA', /\bmsa\b|mutualite sociale agricole/],
  ['MDPH', /\bmdph\b(?!.*(itep|esat|eanm|savs|\bime\b))|personnes handicapees/],
  ['MDPH', /departementale? de l autonomie|\bmda\b/],
  ['CARSAT', /\bcarsat\b|caisse de retraite|assurance retraite/],
  ['UDAF', /\budaf\b|union departementale des asso\w* famil/],
  ['CIDFF', /\bcidff?\b|droits des femmes/],
  ['PAD', /point (d acces|justice|d info.*droit)|acces au droit|\bcdad\b|maison de justice|\bmjd\b|\bpad\b/],
  ['MDE', /maison (de l|des) (emplois?|metiers|entreprises)|\bplie\b|cite des metiers/],
  ['MDE', /espaces? metiers|espaces? emploi|point emploi/],
  ['CONS', /\bcci\b|chambre (de |des )?(commerce|metiers)|\bcma\b/],
  ['CFP', /finances publiques|\bdgfip\b|\btresor|\bimpots\b/],
  ['FJT', /\bfjt\b|jeunes travailleurs|habitat jeunes/],
  ['FAMRUR', /famil\w* rural/],
  ['EMMAUS', /emmaus/],
  ['SECOURS', /secours (populaire|catholique)|resto.*coeur/],
  ['CROIX', /croix rouge/],
  ['OF', /formation|\bgreta\b|\bafpa\b|universite populaire|lycee|\bcfa\b/],
  ['BUS', /\bbus\b|itineran|camion|\bvan\b|mobile\b/],
  ['ASSO', /^asso/],
  ['CLIC', /\bclic\b|maison des (aines|seniors)|gerontolog/],
  ['CLOSED', /residence|\behpad\b|\badoma\b|coallia|\besat\b|\bspip\b|peniten|pension de famille/],
  ['CLOSED', /\bsamsah\b|\bsavs\b/],
  ['CLOSED', /\bapei\b|adapei|\bhopital|\bclinique|centre hospitalier|\bpjj\b|service rh|\bsessad\b/],
  ['CLOSED', /\bime\b|foyer (de vie|d hebergement|adoma)/],
  ['CLOSED', /\balt\b(?! numer)|^ag \w+|\bghl\b|^accompagnement (?!num|aux? num|info)|post cure/],
  ['CLOSED', /\bitep\b|\beanm\b|chambre d agri|harmonie mut/],
  ['PRIVATE', /assistant ?numerique|micro ?entreprise|auto ?entrepren/],
  ['CLOSED', /domidom|maison d arret|detention|logirep|services? a la personne|\ba domicile\b/],
  ['CLOSED', /aide a dom|\badmr\b|\bcsapa\b|\bcaarud\b|\bgem\b|psychia/]
]

const FS_NAME =
  /frances? services?|\bmsap\b|\bmfs\b|maisons? de services?( au)?x? publics?|relais de services? publics?/
const FS_NOT = /conseill\w+ numeriques? (france|frances) services?/

function kindsOf(place: Place, name: string): Set<string> {
  const kinds = new Set<string>()
  for (const type of place.types) {
    const kind = BY_TYPE[type]
    if (kind !== undefined) kinds.add(kind)
  }
  for (const [kind, words] of BY_NAME) if (words.test(name)) kinds.add(kind)
  return kinds
}

const read = new WeakMap<Place, Facts>()

/** The facts about a place, computed only once. */
export function factsOf(place: Place): Facts {
  const facts = read.get(place) ?? readFacts(place)
  read.set(place, facts)
  return facts
}

function readFacts(place: Place): Facts {
  const name = plain(place.name)
  const text = plain(
    `${place.name} . ${place.summary ?? ''} . ${place.description ?? ''} . ${place.parent_organisation ?? ''}`
  )
  const kinds = kindsOf(place, name)
  const labels = new Set(place.labels.map((label) => label.code))
  const registered = place.sources.some((source) => source.source === 'france-services')
  const typed = place.types.includes('RFS') || place.types.includes('MSAP')
  const fs = registered || (typed && !FS_NOT.test(name)) || (FS_NAME.test(name) && !FS_NOT.test(name))
  if (fs) kinds.add('RFS')
  if (kinds.has('CS')) kinds.delete('CAF')
  if (place.itinerant === true && fs) kinds.add('BUS')
  const young = kinds.has('ML') || kinds.has('E2C') || kinds.has('FJT')
  const general =
    fs || ['MUNI', 'CCAS', 'CS', 'BIB', 'EPN', 'MJC', 'MQ', 'MDE'].some((kind) => kinds.has(kind))
  return {
    place,
    name,
    text,
    kinds,
    services: new Set(place.services),
    labels,
    fs,
    fsLabel: !fs && labels.has('france-services'),
    cn: labels.has('conseillers-numeriques') || /(conseill|mediat)\w+ numeriq/.test(text),
    ac: labels.has('aidants-connect') || /aidants? connect/.test(name),
    closed: (kinds.has('CLOSED') || kinds.has('CHRS') || kinds.has('CADA')) && !general,
    youthOnly: young && !general
  }
}

export const is = (facts: Facts, ...kinds: string[]): boolean => kinds.some((kind) => facts.kinds.has(kind))
