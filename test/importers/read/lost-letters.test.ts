import fc from 'fast-check'
import t from 'tap'
import { onlyFit } from '../../../src/domain/vocabularies/lost-letters.ts'
import { normaliseLabel } from '../../../src/domain/vocabularies/read-label.ts'
import { CODE_PARAMETERS } from '../../../src/domain/vocabularies/term.ts'
import { vocabularyOf } from '../../../src/domain/vocabularies/vocabularies.ts'
import { read } from '../mapping.ts'

t.test('a label with lost letters is read if only one label fits', async (t) => {
  const { content, repaired, reported } = read({
    services:
      'Compr\ufffdhension du monde num\ufffdrique|Loisirs et cr\ufffd\ufffdations num\ufffd\ufffdriques',
    modalites_acces: 'Ce lieu n\ufffdaccueille pas de public',
    modalites_accompagnement: '\ufffd distance',
    publics_accueillis: 'D\ufffdficience visuelle / Surdit\ufffd'
  })
  t.same(content.services, ['comprehension-du-monde-numerique', 'loisirs-et-creations-numeriques'])
  t.same(content.access, ['ce-lieu-n-accueille-pas-de-public'])
  t.same(content.support, ['a-distance'])
  t.same(content.needs, ['deficience-visuelle', 'surdite'])
  t.same(reported, [])
  // A lost apostrophe changes nothing, because labels are compared without apostrophes.
  t.equal(repaired.filter((each) => each.endsWith('restored the letters lost from a label')).length, 5)
})

t.test('lost letters are never guessed', async (t) => {
  t.same(read({ prise_en_charge_specifique: 'Handicaps m\ufffd' }).content.needs, [])
  const towns = ['nevers', 'nemours', 'nantes'].map((name) => [name, name] as const)
  t.equal(onlyFit('N\ufffdvers', normaliseLabel, towns), 'nevers')
  t.equal(onlyFit('Nan\ufffd\ufffds', normaliseLabel, towns), 'nantes')
  t.equal(onlyFit('Nem\ufffdrs', normaliseLabel, towns), 'nemours', 'two letters for one character')
  t.equal(onlyFit('N\ufffds', normaliseLabel, towns), undefined, 'two letters say too little')
  t.equal(onlyFit('Ne\ufffds', normaliseLabel, [...towns, ['nears', 'nears']]), 'nears')
  t.equal(
    onlyFit('Ne\ufffds', normaliseLabel, [
      ['nears', 1],
      ['neufs', 2]
    ]),
    undefined,
    'two names fit'
  )
})

t.test('a commune with lost letters is found by the names of its postcode, or of France', async (t) => {
  const town = (commune: string, code_postal: string) => {
    const { content, reported } = read({ commune, code_postal })
    return [content.address.city, content.address.commune, ...reported]
  }
  t.same(town('Nev\ufffdrs', '58000'), ['Nevers', '58194'])
  t.same(town('Saint-L\ufffd', '50000'), ['Saint-Lô', '50502'])
  t.same(town('H\ufffdrouville-Saint-Clair', '14200'), ['Hérouville-Saint-Clair', '14327'])
  t.same(town("L'Ha\ufffd-les-Roses", '94240'), ["L'Haÿ-les-Roses", '94038'])
  t.same(town('Cr\ufffdteil', '94010'), ['Créteil', '94028'], 'a CEDEX postcode has no commune of its own')
  t.equal(town('\ufffd\ufffds', '58000')[0], '\ufffd\ufffds', 'one letter says too little')
})

t.test('any label whose accents were lost is itself or not read, never another', async () => {
  const terms = CODE_PARAMETERS.filter(
    (parameter) => parameter === 'service' || parameter === 'need'
  ).flatMap((parameter) => vocabularyOf(parameter).terms.map((term) => [parameter, term] as const))
  const columns = { service: 'services', need: 'prise_en_charge_specifique' } as const
  fc.assert(
    fc.property(
      fc.constantFrom(...terms),
      fc.integer({ min: 1, max: 2 }),
      ([parameter, { fr, code }], many) => {
        const damaged = fr.replace(/\P{ASCII}/gu, '\ufffd'.repeat(many))
        const { content } = read({ [columns[parameter as keyof typeof columns]]: damaged })
        const codes = [...content.services, ...content.needs]
        return codes.length === 1 && codes[0] === code
      }
    ),
    { numRuns: 60 }
  )
})
