import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import t from 'tap'
import { parse } from 'yaml'
import { tryFile } from '../../../scripts/real-files.ts'
import { importFile } from '../../../src/commands/imports/import.ts'
import { describeReport } from '../../../src/commands/imports/import-report.ts'
import { draftOf } from '../../../src/commands/imports/mapping.ts'
import { declaredSource } from '../../../src/importers/declared/declared-source.ts'
import type { WrittenMapping } from '../../../src/importers/declared/mapping-schema.ts'
import { checkMapping } from '../../../src/importers/declared/read-mapping.ts'
import { openBytes } from '../../../src/importers/parse/bytes.ts'
import { openRows } from '../../../src/importers/parse/open-rows.ts'
import type { Workbook } from '../../../src/importers/parse/row.ts'
import { testDatabase } from '../../support/database.ts'

const folder = await mkdtemp(join(tmpdir(), 'annuaire-draft-'))
t.teardown(() => rm(folder, { recursive: true }))

async function draft(name: string, text: string) {
  const file = join(folder, name)
  await writeFile(file, text)
  const yaml = await draftOf(file, 1, Readable.from([]))
  const mapping = parse(yaml) as WrittenMapping
  t.ok(checkMapping(mapping, name), 'import declared accepts the draft')
  return { file, yaml, mapping }
}

const CSV = [
  'Réf;Intitulé;Adresse;CP;Commune;INSEE;Coord. X;Coord. Y;Tél fixe;Contact mail;Lien;Jours;Public;Mis à jour le;Département;Remarques',
  'A1;EPN de Bayeux;1 rue Neuve;14400;Bayeux;14047;49,2764;-0,7024;02 31 00 00 01;epn@bayeux.fr;https://bayeux.fr;Lundi 9h-12h;Seniors, Jeunes;2024-03-01;Calvados;clé à la mairie',
  'A2;Médiathèque de Caen;2 quai Vendeuvre;14000;Caen;14118;49,1829;-0,3707;02 31 00 00 02;mediatheque@caen.fr;https://caen.fr;Mardi 14h-18h;Femmes;2024-03-02;Calvados;',
  'A3;Tiers-lieu du port;3 place Basse;14520;Port-en-Bessin-Huppain;14515;49,3452;-0,7569;02 31 00 00 03;port@bessin.fr;https://bessin.fr;Samedi 10h-12h;Tous;2024-03-03;Calvados;'
].join('\n')

t.test('a draft guesses roles by headers and by contents, and says what it could not guess', async (t) => {
  const { yaml, mapping } = await draft('lieux-du-bessin.csv', `${CSV}\n`)
  t.match(mapping, {
    source: 'lieux-du-bessin',
    id: 'Réf',
    changed_on: 'Mis à jour le',
    place: {
      name: 'Intitulé',
      address: { street: 'Adresse', postcode: 'CP', city: 'Commune', code: 'INSEE' },
      // The values decide: the latitudes are in "Coord. X".
      position: { lat: 'Coord. X', lon: 'Coord. Y' },
      phone: 'Tél fixe',
      emails: 'Contact mail',
      websites: 'Lien',
      hours: { text: 'Jours' }
    },
    tables: [{ columns: 'Public', into: ['audience'], values: { Tous: {} } }],
    ignore: ['Département']
  })
  t.match(yaml, /name: Intitulé # EPN de Bayeux \| Médiathèque de Caen/, 'samples beside each column')
  t.match(yaml, /# Not guessed[^\n]*\n# {3}"Remarques": clé à la mairie \(1 of 3 rows\)/)
  t.notMatch(yaml, /# Not found/)
})

t.test('a draft of GeoJSON needs no position; days in columns are hours', async (t) => {
  const feature = (id: number, nom: string) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-0.7, 49.27 + id / 100] },
    properties: { nom, ville: 'Bayeux', lundi: '9h-12h', mardi: '', jeudi: '14h-18h', vendredi: '9h' }
  })
  const features = [feature(1, 'Atelier A'), feature(2, 'Atelier B')]
  const { yaml, mapping } = await draft('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
  t.match(mapping, {
    id: 'nom',
    place: { name: 'nom', address: { city: 'ville' }, hours: { days: { Mo: 'lundi', Th: 'jeudi' } } }
  })
  t.equal(mapping.place.position, undefined)
  t.match(yaml, /# Not found: phone numbers/)
})

t.test('halves of days, a whole address, coordinates in one column, no column of ids', async (t) => {
  const { mapping } = await draft(
    'points.csv',
    [
      'Nom du lieu,Localisation,geo,lundi matin,lundi après-midi,mardi matin,mardi après-midi,jeudi matin,jeudi après-midi',
      'EPN,"1 rue Neuve 14400 Bayeux","49.27,-0.70",9h-12h,,9h-12h,14h-18h,,14h-18h',
      'EPN,"2 rue Haute 58000 Nevers","46.99,3.15",,14h-18h,9h-12h,,9h-12h,'
    ].join('\n')
  )
  t.match(mapping, {
    id: ['Nom du lieu', 'Localisation'],
    place: {
      name: 'Nom du lieu',
      address: { whole: 'Localisation' },
      position: { point: 'geo', order: 'lat-lon' },
      hours: { half_days: { Mo: { morning: 'lundi matin', afternoon: 'lundi après-midi' } } }
    }
  })
})

const ABBREVIATED = [
  'Réf;Structure;Ville (CP);Coordonnées GPS;Site / réseaux;Lun. matin;Lun. ap-m;Sam. matin;PMR;Statut;Horaires;Permanences',
  'C1;EPN de Nevers;Nevers (58000);46,9896 / 3,1590;epn-nevers.fr;9h-12h;14h-18h;fermé;oui;ouvert;Mardi 9h-12h;Jeudi 14h-16h',
  'C2;Atelier;Cosne-Cours-sur-Loire (58200);47,4107 / 2,9254;https://cosne.fr;9h-12h;;10h-12h;non;Fermée définitivement;Mercredi 9h-12h;',
  'C3;Cyber-base;Decize (58300);46,8281 / 3,4617;;;14h-17h;;oui;ouvert;Mardi 9h-12h;Samedi 10h-12h'
]

t.test('half days, towns with postcodes, closed places, access and coordinates are guessed', async (t) => {
  const { file, yaml, mapping } = await draft('abreges.csv', ABBREVIATED.join('\n'))
  t.match(mapping.place.hours, {
    half_days: {
      Mo: { morning: 'Lun. matin', afternoon: 'Lun. ap-m' },
      Sa: { morning: 'Sam. matin', afternoon: undefined }
    }
  })
  t.match(yaml, /"Permanences": Jeudi/, 'other columns of hours are listed')
  const { mapped, rejected } = await tryFile(file, declaredSource(mapping))
  t.match(mapped, [
    {
      id: 'C1',
      content: {
        address: { city: 'Nevers', postcode: '58000' },
        location: { lat: 46.9896, lon: 3.159 },
        contacts: { websites: ['http://epn-nevers.fr'] },
        opening_hours: { osm: 'Mo 09:00-12:00,14:00-18:00' },
        accessibility: { wheelchair: 'yes' }
      }
    },
    { id: 'C3', content: { address: { city: 'Decize' }, opening_hours: { osm: 'Mo 14:00-17:00' } } }
  ])
  t.same([...rejected], [['closed', 1]], 'a closed place is withdrawn')
})

t.test('columns of hours that are filled together are joined', async (t) => {
  const columns = ABBREVIATED.map((line) => line.replace(/(?:;[^;]*){5}(;[^;]*;[^;]*)$/, '$1'))
  const { file, mapping } = await draft('permanences.csv', columns.join('\n'))
  t.same(mapping.place.hours, { text: { join: ['Horaires', 'Permanences'], with: '; ' } })
  const { mapped } = await tryFile(file, declaredSource(mapping))
  t.equal(mapped[0]?.content.opening_hours.osm, 'Tu 09:00-12:00; Th 14:00-16:00')
})

const TITLED = [
  'Lieux de médiation numérique, mis à jour en 2026;;;',
  '"Contact : le service, ',
  'ou la mairie";;;',
  '',
  'Réf;Intitulé;CP;Commune',
  'B1;EPN de Nevers;58000;Nevers',
  'B2;Atelier de Cosne;58200;Cosne-Cours-sur-Loire'
]

t.test('a draft passes over titles above the header of a CSV, and an import by it does too', async (t) => {
  for (const end of ['\n', '\r\n']) {
    const { file, mapping } = await draft('titres.csv', TITLED.join(end))
    t.match(mapping, { header_row: 5, id: 'Réf', place: { name: 'Intitulé', address: { city: 'Commune' } } })
    const { mapped } = await tryFile(file, declaredSource(mapping))
    t.match(mapped, [{ id: 'B1', content: { name: 'EPN de Nevers' } }, { id: 'B2' }])
    t.equal(await firstLine(file, { header_row: 5 }), 6, 'lines are counted from the beginning of the file')
    await t.rejects(tryFile(file, declaredSource({ ...mapping, header_row: 70 })), {
      name: 'ImportRefused',
      message: /header cannot be in line 70/
    })
  }
  t.equal((await draft('sans.csv', CSV)).mapping.header_row, undefined)
})

async function firstLine(file: string, workbook: Workbook): Promise<number | undefined> {
  const { bytes } = await openBytes(file, Readable.from([]), 1)
  for await (const { line } of (await openRows(bytes, workbook)).rows.rows) return line
  return undefined
}

t.test('a dry run by the draft shows the first places as they would be', async (t) => {
  const database = await testDatabase(t)
  const { file, yaml } = await draft('lieux.csv', `${CSV}\n`)
  const mapping = join(folder, 'mapping.yaml')
  await writeFile(mapping, yaml)
  const take = (dryRun: boolean) => importFile(database, 'declared', file, { mapping, maxSize: 1, dryRun })
  await take(false)
  const shown = describeReport(await take(true))
  t.match(shown, /The first places as they would be:\n {2}EPN de Bayeux \(id A1\)\n/)
  t.match(shown, / address {5}1 rue Neuve, 14400 Bayeux, commune 14047\n/)
  t.match(shown, / hours {7}Mo 09:00-12:00 \(exact\)\n {4}audience {4}seniors, jeunes\n/)
  t.match(shown, /contacts {4}\+33231000001, epn@bayeux.fr, https:\/\/bayeux.fr/)
  t.notMatch(describeReport(await take(false)), /as they would be/)
})
