import t from 'tap'
import { codeOfLabel, normaliseLabel } from '../../../src/domain/vocabularies/read-label.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../../../src/domain/vocabularies/term.ts'
import {
  codesOf,
  findTerm,
  isCode,
  STORED_VOCABULARIES,
  VOCABULARIES,
  vocabularyOf
} from '../../../src/domain/vocabularies/vocabularies.ts'

t.test('the vocabularies contain those of the national standard, and labels from elsewhere', async (t) => {
  const inStandard = (parameter: CodeParameter) =>
    vocabularyOf(parameter).terms.filter(({ standard }) => standard !== undefined).length
  t.same(
    {
      services: inStandard('service'),
      publics: inStandard('audience'),
      needs: inStandard('need'),
      fees: inStandard('fee'),
      access: inStandard('access'),
      support: inStandard('support'),
      types: inStandard('type'),
      labels: inStandard('label')
    },
    { services: 9, publics: 5, needs: 7, fees: 3, access: 6, support: 4, types: 92, labels: 21 }
  )
  const fields = vocabularyOf('label').terms.map(({ field }) => field)
  t.equal(fields.filter((field) => field === 'dispositif_programmes_nationaux').length, 11)
  t.equal(fields.filter((field) => field === 'formations_labels').length, 10)
  t.notOk(fields.includes(undefined), 'each label says which column of the standard it goes to')
})

t.test('a code occurs once in its vocabulary, in the form of that vocabulary', async (t) => {
  for (const { name, terms } of STORED_VOCABULARIES) {
    const codes = terms.map(({ code }) => code)
    t.equal(new Set(codes).size, codes.length, name)
    const form = name === 'typologie' ? /^([A-Z][A-Z0-9_]*|Autre)$/ : /^[a-z0-9]+([-_][a-z0-9]+)*$/
    t.same(
      codes.filter((code) => !form.test(code)),
      [],
      name
    )
  }
})

t.test('every wording is read as its own code, and none as two', async (t) => {
  for (const { name, terms } of STORED_VOCABULARIES) {
    for (const { code, fr, standard = fr, spellings = [] } of terms) {
      for (const wording of [code, fr, standard, ...spellings]) {
        t.equal(codeOfLabel(name, wording), code, `${name}: ${wording}`)
      }
    }
  }
})

t.test('a label is read in every typing style', async (t) => {
  const read = (label: string) => codeOfLabel('labels', label)
  t.equal(read('Étapes numériques(La Poste)'), 'etapes-numeriques-la-poste')
  t.equal(read('  ETAPES NUMERIQUES (La\u00a0Poste)'), 'etapes-numeriques-la-poste')
  t.equal(read('Point d’accès numérique CAF'), 'point-d-acces-numerique-caf')
  t.equal(read("Point d'accès numérique CAF"), 'point-d-acces-numerique-caf')
  t.equal(read('Formé à "DUPLEX" (illettrisme)'), 'forme-a-duplex-illettrisme')
  t.equal(
    codeOfLabel('modalites_acces', 'Ce lieu n’accueille pas de public'),
    'ce-lieu-n-accueille-pas-de-public'
  )
  t.equal(codeOfLabel('typologie', 'Espace publique numérique'), 'EPN', 'the standard’s own spelling')
  t.equal(normaliseLabel('Cœur d’Hérault'), 'coeur d herault')
})

t.test('a search synonym is not read as the value', async (t) => {
  t.equal(codeOfLabel('services', 'wifi'), undefined)
  t.equal(codeOfLabel('typologie', 'sans domicile'), undefined)
  t.equal(codeOfLabel('nowhere', 'EPN'), undefined)
})

t.test('each search parameter has its codes', async (t) => {
  t.equal(VOCABULARIES.length, CODE_PARAMETERS.length)
  for (const parameter of CODE_PARAMETERS) {
    t.equal(vocabularyOf(parameter).parameter, parameter)
    t.ok(codesOf(parameter).every((code) => isCode(parameter, code)))
  }
  t.notOk(isCode('type', 'epn'), 'codes are case-sensitive')
  t.notOk(isCode('service', 'EPN'), 'and valid in their own vocabulary only')
  t.equal(findTerm('typologie', 'RFS')?.fr, 'Réseau France Services')
})

t.test('everything has a label in both languages', async (t) => {
  const terms = STORED_VOCABULARIES.flatMap(({ terms }) => terms)
  t.same(
    terms.filter(({ fr, en }) => fr.trim() === '' || en.trim() === ''),
    []
  )
})

t.test('common words for a place are known for its type', async (t) => {
  const words = (code: string) => {
    const { synonyms = [], spellings = [] } = findTerm('typologie', code) ?? {}
    return [...synonyms, ...spellings].map(normaliseLabel)
  }
  t.ok(words('RFS').includes('msap'))
  t.ok(words('EPN').includes('cyber base'))
  t.ok(words('FABLAB').includes('fab lab'))
  t.ok(words('TIERS_LIEUX').includes('coworking'))
})
