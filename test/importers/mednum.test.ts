import fc from 'fast-check'
import t from 'tap'
import type { CodeParameter } from '../../src/domain/vocabularies/term.ts'
import { vocabularyOf } from '../../src/domain/vocabularies/vocabularies.ts'
import { isAccountedFor } from './accounted-for.ts'
import { mapMednum, read } from './mapping.ts'

t.test('every value that the standard 1.0.2 has is understood', async (t) => {
  const columns: readonly (readonly [string, CodeParameter, keyof ReturnType<typeof read>['content']])[] = [
    ['services', 'service', 'services'],
    ['publics_specifiquement_adresses', 'audience', 'audiences'],
    ['prise_en_charge_specifique', 'need', 'needs'],
    ['frais_a_charge', 'fee', 'fees'],
    ['modalites_acces', 'access', 'access'],
    ['modalites_accompagnement', 'support', 'support']
  ]
  for (const [column, parameter, field] of columns) {
    const terms = vocabularyOf(parameter).terms.filter(({ standard }) => standard !== undefined)
    for (const separator of ['|', ';', ' | ']) {
      const { content, reported } = read({ [column]: terms.map(({ standard }) => standard).join(separator) })
      t.same([reported, content[field]], [[], terms.map(({ code }) => code)], `${column} by ${separator}`)
    }
  }
  const types = vocabularyOf('type').terms.map(({ code }) => code)
  t.same(read({ typologie: types.join('|') }).content.types, types)
  const labels = vocabularyOf('label').terms
  for (const { code, standard, fr } of labels) {
    const { content, reported } = read({ formations_labels: standard ?? fr })
    t.same([reported, content.labels.map((label) => label.code)], [[], [code]], standard ?? fr)
  }
})

t.test('values are read in every typing style', async (t) => {
  const { content, reported } = read({
    modalites_acces: 'Ce lieu n’accueille pas de public|SE PRÉSENTER',
    formations_labels: 'Étapes numériques(La Poste)',
    services: 'Comprehension du monde numerique| Loisirs et créations\u00a0numériques ',
    labels_nationaux: 'CNFS;Point numérique CAF'
  })
  t.same(reported, [])
  t.same(content.access, ['ce-lieu-n-accueille-pas-de-public', 'se-presenter'])
  t.same(content.services, ['comprehension-du-monde-numerique', 'loisirs-et-creations-numeriques'])
  t.same(
    content.labels.map(({ code }) => code),
    ['etapes-numeriques-la-poste', 'conseillers-numeriques', 'point-d-acces-numerique-caf']
  )
})

t.test('version 0.1 has other wordings for the same things', async (t) => {
  const { content, reported } = read({
    services:
      'Accompagner les démarches de santé;Promouvoir la citoyenneté numérique;Créer et développer mon entreprise',
    publics_accueillis:
      'Adultes;Uniquement femmes;Familles/enfants;Handicaps mentaux : déficiences limitant les activités',
    conditions_access:
      "Payant : L'accès au lieu est payant;Accepte le Pass numérique : il est possible d'en utiliser un",
    modalites_accompagnement:
      "A ma place : une personne habilitée fait les démarches;Seul : j'ai accès à du matériel",
    labels_autres: 'Campus connecté'
  })
  t.same(content.services, [
    'aide-aux-demarches-administratives',
    'comprehension-du-monde-numerique',
    'insertion-professionnelle-via-le-numerique'
  ])
  t.same(content.audiences, ['femmes', 'familles-et-ou-enfants'])
  t.same(content.needs, ['handicaps-mentaux'])
  t.same(content.fees, ['payant', 'gratuit-sous-condition'])
  t.same(content.support, ['accompagnement-individuel', 'en-autonomie'])
  t.same(
    content.labels.map(({ code }) => code),
    ['pass-numerique', 'campus-connecte']
  )
  t.same(reported.length, 1)
  t.match(reported[0], /Adultes/, '"everybody" is not an audience: reported, not guessed')
})

t.test('an id is unique per producer', async (t) => {
  const id = (columns: Record<string, unknown>) => {
    const mapped = mapMednum({ nom: 'EPN', ...columns })
    return mapped.ok ? mapped.record.id : mapped.reasons
  }
  t.equal(id({ id: '1003', source: 'Hinaura' }), 'hinaura:1003')
  t.equal(id({ id: '1003', source: 'siao' }), 'siao:1003', 'another place')
  t.equal(id({ id: 1003 }), '1003')
  t.same(id({ id: ' ' }), ['no id'])
  t.same(mapMednum({ source: 'siao' }).ok, false)
})

t.test('a town in the column of the postcode, and an INSEE code in it', async (t) => {
  const { content, reported } = read({ code_postal: '58000 Nevers' })
  t.match(content.address, { postcode: '58000', city: 'Nevers', commune: '58194' })
  t.same(reported, [])
  const coded = read({ code_postal: '58194', commune: 'Nevers' })
  t.match(coded.content.address, { postcode: null, city: 'Nevers', commune: '58194' })
  t.match(coded.reported, [/58194: the INSEE code of the commune, which is not its postcode/])
})

t.test('a place that moves is itinerant, even if it is also fixed', async (t) => {
  const itinerant = (itinerance: string) => read({ itinerance }).content.itinerant
  t.equal(itinerant('Itinérant'), true)
  t.equal(itinerant('Fixe'), false)
  for (const both of ['Itinérant|Fixe', 'Fixe / Itinérant', 'Fixe et itinérant', 'fixe et/ou itinérant']) {
    t.equal(itinerant(both), true, both)
  }
  t.equal(itinerant('Fixe (le siège)'), false)
  t.equal(itinerant('Fixe (et itinérant le jeudi)'), null)
  t.same([itinerant('Oui'), itinerant('non')], [true, false], 'the answer to the name of the column')
  t.same(['VRAI', 'true', '1', 'FAUX', 'false', '0'].map(itinerant), [true, true, true, false, false, false])
  for (const form of ['Oui / Non', 'oui/non', '☐ Oui ☐ Non', 'OUI ou NON', 'oui|non']) {
    const { content, reported } = read({ itinerance: form })
    t.same([content.itinerant, reported], [null, [`itinerance: ${form}: yes and no: not answered`]])
  }
  t.equal(itinerant('Fixe;itinerant'), true)
  t.equal(itinerant(''), null)
  t.match(read({ itinerance: 'Ambulant' }).reported, ['itinerance: Ambulant: neither Itinérant nor Fixe'])
})

t.test('a column that the standard does not have is reported, unless it is empty', async (t) => {
  t.same(read({ cle_ban: '14047_0120', aidants: [{ id: 1 }], vide: ' ', rien: null, liste: [] }).reported, [
    'cle_ban',
    'aidants'
  ])
  t.same(
    read({ ' Services ': 'Danser' }).reported,
    [' Services : Danser: not in the vocabulary services'],
    'a header with another spelling'
  )
  t.same(
    read({ telephone: '0231921108', Telephone: '0231921109' }).reported.length,
    1,
    'two columns with the same name'
  )
})

const COLUMNS = [
  'source',
  'pivot',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'publics_accueillis',
  'frais_a_charge',
  'labels_nationaux',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
  'cle_ban',
  '__proto__x',
  'Colonne inconnue'
]

t.test('every value of a column is in the place or reported', async (t) => {
  const written = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.array(fc.string()),
    fc.constantFrom(
      null,
      '',
      ' | ; ',
      '0',
      '-',
      'Gratuit',
      '14400',
      '14047',
      'Bayeux',
      '<b></b>',
      '\u200b',
      'Fixe'
    ),
    fc.record({ a: fc.string() })
  )
  const raw = fc.dictionary(fc.constantFrom(...COLUMNS), written, { maxKeys: 6 })
  // There is no assertion for each case, because its name could contain any generated characters, which break TAP.
  const lost = (columns: Readonly<Record<string, unknown>>) =>
    Object.keys(columns).filter((column) => !isAccountedFor({ id: '1', nom: 'EPN', ...columns }, column))
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(raw, (columns) => lost(columns).length === 0),
      { numRuns: 400 }
    )
  )
})
