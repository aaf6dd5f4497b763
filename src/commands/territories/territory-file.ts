import { parse } from 'csv-parse/sync'
import type { CommuneCentre, TerritoryOutline } from '../../domain/territories/shapes.ts'
import { ImportRefused } from '../../importers/refused.ts'

/** The content of an official file of territories. */
export type TerritoryFile =
  | { readonly holds: 'centres'; readonly rows: readonly CommuneCentre[]; readonly withoutPosition: number }
  | { readonly holds: 'outlines'; readonly rows: readonly TerritoryOutline[] }

const EXPECTED =
  'Expected the postcode file of La Poste (CSV with code_commune_insee, latitude and longitude) or a GeoJSON ' +
  'FeatureCollection of communes, intercommunalities, départements or régions (properties code and nom).'

/** The kind is detected by the content, because downloads often have a number as their name. */
export function readTerritoryFile(text: string): TerritoryFile {
  const content = text.replace(/^\ufeff/, '').trimStart()
  if (content.startsWith('<')) throw new ImportRefused(`The file is a web page or XML, not data. ${EXPECTED}`)
  if (/^[{[]/.test(content)) return { holds: 'outlines', rows: outlinesOf(parsedJson(content)) }
  return centresOf(content)
}

function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new ImportRefused(`The file starts like JSON but cannot be parsed: it may be truncated.`)
  }
}

type Feature = {
  readonly properties?: { readonly code?: unknown; readonly nom?: unknown } | null
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null
}

function outlinesOf(json: unknown): readonly TerritoryOutline[] {
  const { type, features } = (json ?? {}) as { type?: unknown; features?: unknown }
  if (type !== 'FeatureCollection' || !Array.isArray(features) || features.length === 0) {
    throw new ImportRefused(`The JSON is not a FeatureCollection with features. ${EXPECTED}`)
  }
  return features.map((feature: Feature | null, index) => {
    const { code, nom } = feature?.properties ?? {}
    const geometry = feature?.geometry
    if (typeof code !== 'string' || typeof nom !== 'string') {
      throw new ImportRefused(`Feature ${index + 1} has no properties code and nom. ${EXPECTED}`)
    }
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
      throw new ImportRefused(`Feature ${index + 1} (${code} ${nom}) has no Polygon or MultiPolygon.`)
    }
    return { code, name: nom, geometry }
  })
}

/** The file of 2025 has two columns of degrees; earlier ones have one column "latitude,longitude". */
function centresOf(content: string): TerritoryFile {
  const records = csvRecords(content)
  const columns = Object.keys(records[0] ?? {})
  const code = columns.find((name) => /^#?code_(commune_)?insee$/.test(name))
  const pair = columns.find((name) => /^(_geopoint|coordonnees_gps|coordonnees_geographiques)$/.test(name))
  const separate = columns.includes('latitude') && columns.includes('longitude')
  if (code === undefined || (pair === undefined && !separate)) {
    throw new ImportRefused(
      `The columns of the file are: ${columns.slice(0, 12).join(', ') || 'none'}. ${EXPECTED}`
    )
  }
  const rows = records.flatMap((record) => {
    const pairText = pair === undefined ? '' : (record[pair] ?? '')
    const [lat, lon] = separate ? [record.latitude, record.longitude] : pairText.split(',')
    return centre(record[code] ?? '', lat, lon)
  })
  if (rows.length === 0) throw new ImportRefused('No line of the file has a code and a position.')
  return { holds: 'centres', rows, withoutPosition: records.length - rows.length }
}

function centre(code: string, lat = '', lon = ''): readonly CommuneCentre[] {
  if (lat.trim() === '' || lon.trim() === '') return []
  const row = { code: code.trim().padStart(5, '0').toUpperCase(), lat: Number(lat), lon: Number(lon) }
  if (!(Math.abs(row.lat) <= 90 && Math.abs(row.lon) <= 180)) {
    throw new ImportRefused(`The position of ${row.code}, ${lat} ${lon}, is not valid in degrees.`)
  }
  return [row]
}

function csvRecords(content: string): readonly Readonly<Record<string, string>>[] {
  const header = content.slice(0, content.search(/\r?\n|$/))
  try {
    return parse(content, {
      delimiter: header.includes(';') ? ';' : ',',
      columns: (names: readonly string[]) => names.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true
    })
  } catch (error) {
    throw new ImportRefused(`The file cannot be read as CSV: ${(error as Error).message}. ${EXPECTED}`)
  }
}
