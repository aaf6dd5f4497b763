import fc from 'fast-check'
import t from 'tap'
import { CODE_PARAMETERS } from '../../../src/domain/vocabularies/term.ts'
import { vocabularyOf } from '../../../src/domain/vocabularies/vocabularies.ts'
import { declaredSource } from '../../../src/importers/declared/declared-source.ts'
import { LOOKUPS, read } from '../mapping.ts'

const REST = 'rest of a cell: not in the vocabulary'

t.test('a list of labels is read whole, whatever separates them', async (t) => {
  for (const between of ['|', ';', ' / ', '/', ' // ', '\n', '\r\n', '<br>', ', ', ' - ', ' et ', ' + ']) {
    const { content, reported } = read({
      services: ['Loisirs et créations numériques', 'Aide aux démarches administratives'].join(between),
      publics_accueillis: ['Familles/enfants', 'Seniors', 'Surdité'].join(between),
      frais_a_charge: ['Gratuit sous condition', 'Payant'].join(between),
      modalites_acces: ['Se présenter', 'Téléphoner'].join(between),
      modalites_accompagnement: ['À distance', 'Seul', 'Dans un atelier collectif'].join(between)
    })
    const { services, audiences, needs, fees, access, support } = content
    t.same(
      [services, audiences, needs, fees, access, support, reported],
      [
        ['loisirs-et-creations-numeriques', 'aide-aux-demarches-administratives'],
        ['familles-et-ou-enfants', 'seniors'],
        ['surdite'],
        ['gratuit-sous-condition', 'payant'],
        ['se-presenter', 'telephoner'],
        ['a-distance', 'en-autonomie', 'dans-un-atelier-collectif'],
        []
      ],
      JSON.stringify(between)
    )
  }
})

t.test('a list with numbers or bullets is a list', async (t) => {
  const [first, second, third] = [
    'Aide aux démarches administratives',
    'Loisirs et créations numériques',
    'Insertion professionnelle via le numérique'
  ]
  for (const cell of [
    `1. ${first} 2. ${second} 3. ${third}`,
    `1) ${first}\n2) ${second}\n3) ${third}`,
    `1.\u00a0${first} 2.\u00a0${second} 3.\u00a0${third}`,
    `1/ ${first} 2/ ${second} 3/ ${third}`,
    `1- ${first}\n2- ${second}\n3- ${third}`,
    `1. ${first}; 2. ${second}; 3. ${third}`,
    `a) ${first} b) ${second} c) ${third}`,
    `· ${first} · ${second} · ${third}`,
    `✓ ${first} ✓ ${second} ✓ ${third}`,
    `• ${first} • ${second} • ${third}`,
    `•${first}\n•${second}\n•${third}`,
    `- ${first}\n- ${second}\n- ${third}`,
    `* ${first}\n* ${second}\n* ${third}`,
    `– ${first} / ${second}\n– ${third}`
  ]) {
    const { content, reported } = read({ services: cell })
    t.same(
      [content.services, reported],
      [
        [
          'aide-aux-demarches-administratives',
          'loisirs-et-creations-numeriques',
          'insertion-professionnelle-via-le-numerique'
        ],
        []
      ],
      JSON.stringify(cell)
    )
  }
  t.same(read({ services: `1. ${first} 2. Couture` }).reported, [`services: Couture: ${REST} services`])
  t.same(
    read({ services: '2. Couture' }).reported,
    ['services: 2. Couture: not in the vocabulary services'],
    'a value that is not read is reported as it is written'
  )
})

t.test('brackets behind a label explain it or complete it', async (t) => {
  const support = (cell: string) => {
    const { content, reported } = read({ modalites_accompagnement: cell })
    return [content.support, reported.map((each) => each.split(': ')[1])]
  }
  t.same(support('À distance (téléphone, visio)'), [['a-distance'], ['téléphone, visio']])
  t.same(support('En autonomie (postes/wifi) / À distance (visio)'), [
    ['en-autonomie', 'a-distance'],
    ['postes/wifi', 'visio']
  ])
  t.same(support('À distance (visio), En autonomie'), [['a-distance', 'en-autonomie'], ['visio']])
  t.same(support('À distance (prochainement)'), [[], ['À distance (prochainement)']], 'not yet')
  const fees = (cell: string) => read({ frais_a_charge: cell }).content.fees
  t.same(fees('Gratuit (sauf impressions)'), [])
  t.same(fees('Gratuit (sous condition)'), ['gratuit-sous-condition'])
  t.same(fees('Payant (5 € par an)'), ['payant'])
  t.same(read({ publics_accueillis: 'Seniors (70 ans et plus)' }).content.audiences, ['seniors'])
  t.match(read({ typologie: 'Mairie (MUNI)' }), { content: { types: ['MUNI'] }, reported: [] }, 'an acronym')
  const { content, reported } = read({ prise_en_charge_specifique: 'Langues étrangères (anglais et arabe)' })
  t.same(content.needs, ['langues-etrangeres-anglais'])
  t.same(reported, [`prise_en_charge_specifique: arabe: ${REST} prise_en_charge_specifique`])
})

t.test('a label may leave out the words that it shares with the one before', async (t) => {
  const needs = (cell: string) => read({ prise_en_charge_specifique: cell }).content.needs
  t.same(needs('Handicaps moteurs/mentaux'), ['handicaps-moteurs', 'handicaps-mentaux'])
  t.same(needs('Surdité / mentaux'), ['surdite'], 'there is nothing that it could share')
  t.same(read({ modalites_accompagnement: 'Accompagnement individuel/collectif' }).content.support, [
    'accompagnement-individuel',
    'dans-un-atelier-collectif'
  ])
  t.same(read({ publics_specifiquement_adresses: 'Étudiants / Enfants / Femmes' }).content.audiences, [
    'etudiants',
    'familles-et-ou-enfants',
    'femmes'
  ])
})

t.test('the explanation after a label may contain a separator, and the next label ends it', async (t) => {
  const { content, reported } = read({
    conditions_acces:
      "Adhésion : L'accès au lieu et/ou à ses services nécessite d'y adhérer / Gratuit : Je peux accéder gratuitement au lieu",
    modalites_accompagnement:
      "Avec de l'aide : je suis accompagné seul / Dans un atelier : j'apprends collectivement\nSeul : j'ai accès à du matériel"
  })
  t.same(content.fees, ['payant', 'gratuit'])
  t.same(content.support, ['accompagnement-individuel', 'dans-un-atelier-collectif', 'en-autonomie'])
  t.same(reported, [])
})

t.test('the text of a cell that is no label is reported', async (t) => {
  const reported = (columns: Record<string, string>) => read(columns).reported
  t.same(reported({ modalites_acces: 'Téléphoner / Frapper à la porte / Se présenter' }), [
    `modalites_acces: Frapper à la porte: ${REST} modalites_acces`
  ])
  t.same(reported({ frais_a_charge: 'Payant : 5 € par an' }), [
    `frais_a_charge: 5 € par an: ${REST} frais_a_charge`
  ])
  t.same(reported({ frais_a_charge: 'Gratuit\nImpressions : 0,10 € la page' }), [
    `frais_a_charge: Impressions : 0,10 € la page: ${REST} frais_a_charge`
  ])
  t.same(
    reported({ frais_a_charge: 'Gratuit, sauf les impressions' }),
    ['frais_a_charge: Gratuit, sauf les impressions: not in the vocabulary frais_a_charge'],
    'commas also stand in sentences: nothing is read unless each piece is a label'
  )
  t.same(
    reported({ services: 'Couture / Cuisine' }),
    ['services: Couture / Cuisine: not in the vocabulary services'],
    'a cell without any label is reported as it is'
  )
})

t.test('the labels of a mapping are read in the same way', async (t) => {
  const source = declaredSource({
    source: 'nievre',
    name: 'Lieux de la Nièvre',
    licence: 'etalab-2.0',
    id: 'no',
    place: { name: 'nom', address: { city: 'ville' } },
    tables: [
      { columns: 'aide', into: ['support'], values: { 'Seul/en libre accès': { support: 'en-autonomie' } } },
      { columns: 'label', values: { Oui: { label: 'france-services' }, Non: {} } }
    ]
  })
  const map = (columns: Record<string, string>) => source.map({ no: '1', nom: 'EPN', ...columns }, LOOKUPS)
  t.match(map({ aide: 'Seul/en libre accès / À distance\nPar courrier' }), {
    record: { content: { support: ['en-autonomie', 'a-distance'] } },
    findings: [{ field: 'aide', value: 'Par courrier', reason: `${REST} modalites_accompagnement` }]
  })
  t.match(
    map({ label: 'Oui / Non' }),
    { findings: [{ value: 'Oui / Non', reason: 'yes and no: not answered' }] },
    'yes and no are no list'
  )
})

const SEPARATORS = ['|', ';', '/', ' / ', '\n', ', ', ' - ']

t.test('any list of labels of a vocabulary, joined by any separator, comes back whole', async () => {
  const COLUMNS = {
    service: ['services', 'services'],
    audience: ['publics_specifiquement_adresses', 'audiences'],
    need: ['prise_en_charge_specifique', 'needs'],
    fee: ['frais_a_charge', 'fees'],
    access: ['modalites_acces', 'access'],
    support: ['modalites_accompagnement', 'support']
  } as const
  const parameters = CODE_PARAMETERS.filter((parameter) => parameter in COLUMNS) as (keyof typeof COLUMNS)[]
  const lists = fc
    .constantFrom(...parameters)
    .chain((parameter) =>
      fc.tuple(
        fc.constant(parameter),
        fc.shuffledSubarray([...vocabularyOf(parameter).terms], { minLength: 1 }),
        fc.constantFrom(...SEPARATORS)
      )
    )
  fc.assert(
    fc.property(lists, ([parameter, terms, between]) => {
      const [column, field] = COLUMNS[parameter]
      const { content, reported } = read({ [column]: terms.map(({ fr }) => fr).join(between) })
      return (
        reported.length === 0 &&
        JSON.stringify(content[field]) === JSON.stringify(terms.map(({ code }) => code))
      )
    }),
    { numRuns: 200 }
  )
})
