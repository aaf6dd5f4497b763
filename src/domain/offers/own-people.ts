/*
 * Structures that help only their own people: those who live there, patients, the children in their care, their
 * members. Many of them declare every service, because their source asks them what they do for these people; so what they declare
 * says little to other readers. They are listed, after the places that receive everybody.
 */

/** `closed`: receives only its own residents or patients. `some`: receives one kind of people, wherever they live. */
export type Receives = 'closed' | 'some'

type Structures = {
  readonly receives: Receives
  readonly reason: string
  readonly types?: readonly string[]
  /** Words anywhere in a name, in the form returned by `normaliseLabel`; `^` marks words at the beginning only. */
  readonly words: readonly string[]
  /** Whether this holds even if the place has a kind that receives everybody, as in "CCAS, maison de retraite". */
  readonly always?: true
}

export const OWN_PEOPLE: readonly Structures[] = [
  {
    receives: 'closed',
    reason: 'A hostel or a shelter helps the people who live there.',
    types: ['CHRS', 'CADA', 'CHU', 'CPH', 'HUDA', 'PENSION'],
    words: [
      ...[
        'chrs',
        'cada',
        'huda',
        'cph',
        'rhvs',
        'adoma',
        'spada',
        'centre d hebergement',
        'hebergement d urgence'
      ],
      ...['accueil de nuit', 'residence sociale', 'residence accueil', 'maison relais', 'pension de famille'],
      // "ALT" is temporary housing.
      ...['centre maternel', '^residence', '^alt']
    ],
    always: true
  },
  {
    receives: 'closed',
    reason: 'A home for old or disabled people helps its residents.',
    words: [
      ...['ehpad', 'maison de retraite', 'residence autonomie', 'foyer d accueil medicalise', 'foyer de vie'],
      ...['foyer d hebergement', 'itep']
    ],
    always: true
  },
  {
    receives: 'closed',
    reason: 'Prisons and probation services receive the people whom a judge sends.',
    types: ['SPIP'],
    words: [
      ...[
        'maison d arret',
        'centre penitentiaire',
        'etablissement penitentiaire',
        'centre de detention',
        'prison'
      ],
      ...['spip', 'service penitentiaire d insertion et de probation']
    ],
    always: true
  },
  {
    receives: 'closed',
    reason: 'A works council or an office of staff serves the people who work there.',
    words: [
      '^accompagnement personnel',
      '^accompagnement salaries',
      '^comite entreprise',
      'secretariat general commun'
    ],
    always: true
  },
  {
    receives: 'closed',
    reason: 'Child protection helps the children who are in its care, and those who were.',
    words: [
      ...[
        'mecs',
        'maison d enfants',
        'maison d enfants a caractere social',
        'protection de l enfance',
        'aemo',
        'aed'
      ],
      ...[
        'aide sociale a l enfance',
        'action educative en milieu ouvert',
        'adepape',
        'alefpa',
        'apprentis d auteuil'
      ],
      'foyer de l enfance'
    ]
  },
  {
    receives: 'closed',
    reason: 'A crèche receives the families of the children whom it looks after.',
    words: [
      'creche',
      'creches',
      'micro creche',
      'multi accueil',
      'multiaccueil',
      'halte garderie',
      'jardin d enfants'
    ]
  },
  {
    receives: 'closed',
    reason: 'Hospitals and services of care help their patients.',
    words: [
      ...[
        'centre hospitalier',
        '^hopital',
        '^chu',
        '^chru',
        'ght',
        'clinique',
        'polyclinique',
        'csapa',
        'caarud'
      ],
      ...[
        'addictologie',
        'psychiatrie',
        'medecine physique',
        'readaptation',
        'maison des adolescents',
        'appui sante'
      ],
      ...[
        'appartement de coordination',
        'appartements de coordination',
        'ligue cancer',
        'lits halte soins sante'
      ]
    ]
  },
  {
    receives: 'closed',
    reason: 'A reception of people who have no home or who ask for asylum is theirs.',
    words: [
      ...[
        'demandeurs d asile',
        'demandeur d asile',
        'premier accueil',
        'premier acceuil',
        'accueil de jour',
        'stabilisation'
      ],
      ...['samu social', 'amicale du nid']
    ]
  },
  {
    receives: 'some',
    reason: 'By law or charter, it serves people under 26 or 30, or those who look for work.',
    types: ['ML', 'PIJ_BIJ', 'E2C', 'RS_FJT', 'FT', 'CAP_EMPLOI'],
    words: []
  },
  {
    receives: 'some',
    reason: 'By law or charter, it serves women, victims of violence, or members of a scheme.',
    types: ['MSA', 'CIDFF'],
    words: ['carsat']
  },
  {
    receives: 'some',
    reason: 'It serves people who have a handicap.',
    types: ['ESAT', 'EA'],
    words: [
      ...['apei', 'adapei', 'agapei', 'udapei', 'apajh', 'esat', 'savs', 'samsah', 'sessad', 'ime', 'eanm'],
      ...['groupe d entraide mutuelle', 'entreprise adaptee']
    ]
  },
  {
    receives: 'some',
    reason: 'A chamber advises those who farm, trade or have a craft.',
    words: [
      ...[
        'chambre d agriculture',
        'chambre departementale d agriculture',
        'chambre de commerce',
        'cci',
        'cma'
      ],
      ...['chambre de metiers', 'chambre des metiers', 'chambre regionale d agriculture']
    ]
  }
]
