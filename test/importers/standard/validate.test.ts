import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { validateFile } from '../../../src/commands/imports/validate.ts'
import type { PlaceText } from '../../../src/domain/places/place.ts'
import { writeCsv } from '../../../src/http/v1/present/standard-csv.ts'
import { checkRow } from '../../../src/importers/standard/check-row.ts'
import { FIELDS } from '../../../src/importers/standard/fields.ts'
import { generatePlaces } from '../../../src/seed/generate.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import { STANDARD } from '../../support/standard.ts'
import { LOOKUPS } from '../mapping.ts'

const folder = await mkdtemp(join(tmpdir(), 'annuaire-validate-'))
t.teardown(() => rm(folder, { recursive: true }))

async function validated(content: string | Buffer, options: { json?: boolean } = {}) {
  const path = join(folder, 'lieux')
  await writeFile(path, content)
  const output = new PassThrough()
  const printed = text(output)
  const summary = await validateFile(path, { maxSize: 10, ...options }, Readable.from([]), output)
  output.end()
  return { summary, printed: await printed }
}

const GOOD = {
  id: '1',
  pivot: '00000000000000',
  nom: 'EPN de Bayeux',
  commune: 'Bayeux',
  code_postal: '14400',
  adresse: '48 rue de Beauvais',
  date_maj: '2026-11-01'
}
const faultsOf = (row: Readonly<Record<string, unknown>>) => checkRow(row, LOOKUPS, new Set()).faults
const faultLines = (row: Readonly<Record<string, unknown>>) =>
  faultsOf({ ...GOOD, ...row }).map(
    ({ severity, field, message, understood }) => `${severity} ${field}: ${message} → ${understood}`
  )

t.test('a producer gets the errors of each line in French, and what would still be understood', async (t) => {
  const { summary, printed } =
    await validated(`id,pivot,nom,commune,code_postal,adresse,telephone,services,horaires,Ville
1,00000000000000,EPN de Bayeux,Bayeux,14400,48 rue de Beauvais,02 31 92 11 08,Aide aux demarches administratives|Danser,Mo-Fr 09:00-12:00,x
2,00000000000000,Médiathèque,Soissons,2200,1 rue du Parc,,,Lundi 9h-12h,
2,,,Quimper,29000,1 rue du Parc,,,,
`)
  t.equal(
    printed,
    `erreur    colonne obligatoire absente : date_maj
remarque  colonne absente du standard 1.0.2 : Ville
ligne 2 (1)
  erreur    telephone « 02 31 92 11 08 » : un numéro international est attendu, sans espace, comme +33231921108 ; compris : « +33231921108 »
  erreur    services « Aide aux demarches administratives » : ne fait pas partie de la liste du standard ; compris : « Aide aux démarches administratives »
  erreur    services « Danser » : ne fait pas partie de la liste du standard ; non compris
ligne 3 (2)
  erreur    code_postal « 2200 » : cinq chiffres sont attendus ; compris : « 02200 »
  remarque  horaires « Lundi 9h-12h » : pas au format OpenStreetMap, lus en entier ; compris : « Mo 09:00-12:00 »
ligne 4 (2), que l’import rejetterait
  erreur    id « 2 » : identifiant déjà pris, ligne 3
  erreur    pivot : valeur obligatoire absente
  erreur    nom : valeur obligatoire absente

3 lignes lues : 0 conforme au standard 1.0.2, 3 avec des erreurs
  8 erreurs, dont 3 comprises quand même ; 1 remarque
  erreurs par champ : services 2, date_maj 1, telephone 1, code_postal 1, id 1, pivot 1, nom 1
  un import en lirait 2 et en rejetterait 1, sans compter les identifiants répétés
  horaires : 2 lus en entier, 0 en partie, 0 gardés en texte
`
  )
  t.match(summary, { lines: 3, errors: 8, remarks: 1, unreadable: 1 })
})

t.test('exports of this directory have no errors', async (t) => {
  async function* places(): AsyncIterable<readonly PlaceText[]> {
    const batch = [...generatePlaces({ count: 300, seed: 7, communes: communeRows() })].map((content, n) => {
      const sources = [
        { source: 'essai', id: String(n), url: null, licence: 'etalab-2.0', updated_at: '2026-11-01' }
      ]
      return { id: String(n), json: JSON.stringify({ id: String(n), ...content, sources }) } as PlaceText
    })
    yield batch
  }
  const { summary, printed } = await validated(
    gzipSync((await Readable.from(writeCsv(places())).toArray()).join(''))
  )
  t.match(summary, { lines: 300, faultless: 300, errors: 0, unreadable: 0 }, printed)
})

t.test('JSON is checked by the same rules, and the result is also available as JSON', async (t) => {
  const { summary, printed } = await validated(
    JSON.stringify([GOOD, { ...GOOD, id: '2', nom: null, latitude: '49,27' }]),
    {
      json: true
    }
  )
  const lines = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  t.match(lines, [
    { format: 'json', missing: [], unknown: [] },
    {
      line: 2,
      id: '2',
      readable: false,
      faults: [
        { field: 'nom', value: null },
        { field: 'latitude', value: '49,27' }
      ]
    },
    { summary: { lines: 2, faultless: 1 } }
  ])
  t.equal(summary.errors, 2)
})

t.test('unusable values that the schema allows are remarks', async (t) => {
  t.same(faultLines({}), [])
  t.match(faultLines({ latitude: '48.1', longitude: '-4.1' }), [/loin de sa commune\) : ignorée/])
  t.match(faultLines({ latitude: '0', longitude: '0' }), [/certainement fausse/])
  t.match(faultLines({ latitude: '-0.70', longitude: '49.27' }), [/axes intervertis/])
  t.match(faultLines({ pivot: '12345678901234' }), [/^remarque pivot: ni un SIRET/])
  t.match(faultLines({ telephone: '+331234567' }), [/^remarque telephone: aucun numéro/])
  t.match(faultLines({ commune: 'Atlantis', code_postal: '99999' }), [
    /^remarque commune: commune introuvable/
  ])
  t.match(faultLines({ typologie: 'EPN|BUS' }), [/^remarque typologie/])
  t.match(faultLines({ horaires: 'sur demande à la mairie' }), [/^remarque horaires/])
})

t.test('wordings and the separator of version 0.1 are errors that are understood', async (t) => {
  t.same(faultLines({ frais_a_charge: 'Gratuit;Payant' }), [
    'erreur frais_a_charge: les valeurs se séparent par | (par ; dans la version 0.1) → Gratuit',
    'erreur frais_a_charge: les valeurs se séparent par | (par ; dans la version 0.1) → Payant'
  ])
  t.same(faultLines({ services: 'Créer avec le numérique' }), [
    'erreur services: ne fait pas partie de la liste du standard → Loisirs et créations numériques'
  ])
})

/** For these columns, the patterns in test/support are stricter than the schema. */
const BEYOND = ['typologie', 'courriels', 'site_web', 'fiche_acces_libre', 'prise_rdv']

t.test('errors are exactly what the schema rejects', async (t) => {
  t.same(
    FIELDS.map(({ name, required = false }) => ({ name, required })),
    STANDARD.map(({ name, required = false }) => ({ name, required }))
  )
  const plausible = fc.oneof(
    fc.constantFrom(
      '',
      '1',
      '14400',
      '2A004',
      '97501',
      '+33231921108',
      '+3323192',
      '46.98',
      '46,98',
      '-1e-7',
      '.'
    ),
    fc.constantFrom(
      '2024-02-29',
      '12/01/2024',
      'Gratuit',
      'Gratuit|Payant',
      'gratuit',
      'Payant|',
      'Itinérant|Fixe'
    ),
    fc.constantFrom(
      'Étapes numériques(La Poste)',
      'Étapes numériques (La Poste)',
      'Se présenter',
      'À distance'
    ),
    fc.string({ maxLength: 4 }),
    fc.string({ minLength: 275, maxLength: 285 })
  )
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.constantFrom(...STANDARD), plausible, ({ name, pattern, required }, value) => {
        const refused = value.trim() === '' ? required === true : pattern?.test(value) === false
        const found = faultsOf({ ...GOOD, [name]: value }).some(
          ({ severity, field }) => severity === 'erreur' && field === name
        )
        return BEYOND.includes(name) ? !found : found === refused
      }),
      { numRuns: 1_000 }
    )
  )
})

t.test('a file without places is refused in French too', async (t) => {
  const cases: readonly (readonly [string | Buffer, RegExp])[] = [
    ['', /lieux est vide \(0 octet\)\.$/],
    [' \n', /^Le fichier ne contient que des blancs\.$/],
    ['<!doctype html><title>404</title>', /^C’est une page web \(HTML\)/],
    ['<?xml version="1.0"?>', /^C’est du XML/],
    ['%PDF-1.7', /^C’est un document PDF/],
    [Buffer.from('PK\u0003\u0004', 'latin1'), /^Le fichier est une archive zip, mais pas un classeur/],
    ['[{"id": "1", ', /^Le JSON est incomplet ou abîmé/],
    [gzipSync('id,nom\n1,EPN de Bayeux\n').subarray(0, 20), /^Le fichier gzip est abîmé ou incomplet/],
    [`id,nom\n1,${'x'.repeat(10_485_760)}`, /^Le fichier dépasse 10 Mo/]
  ]
  for (const [content, message] of cases) {
    await t.rejects(validated(content), { name: 'ImportRefused', message }, String(message))
  }
  await t.rejects(
    validateFile(join(folder, 'absent.csv'), { maxSize: 10 }, Readable.from([]), new PassThrough()),
    { message: /absent\.csv n’existe pas\.$/ }
  )
  await t.rejects(validateFile(folder, { maxSize: 10 }, Readable.from([]), new PassThrough()), {
    message: /est un dossier/
  })
})
