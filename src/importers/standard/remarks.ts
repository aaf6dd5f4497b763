import { readHours } from '../../domain/hours/read/read-hours.ts'
import type { PositionDoubt } from '../../domain/imports/run-counts.ts'
import { isCode } from '../../domain/vocabularies/vocabularies.ts'
import type { Finding } from '../finding.ts'
import type { Mapped, Raw } from '../source.ts'
import { type Fault, textOf } from './fault.ts'
import { FIELDS } from './fields.ts'

/** Problems that the schema allows but that will trouble readers of the file. */
export function remarksOn(raw: Raw, mapped: Mapped): readonly Fault[] {
  const value = (field: string) => textOf(raw[field]).trim()
  return [
    ...unknownTypes(value('typologie')),
    ...position(mapped.findings, `${value('latitude')}, ${value('longitude')}`),
    ...hours(value('horaires')),
    ...MESSAGES.flatMap(([field, message]) =>
      isDoubted(mapped.findings, field) && value(field) !== ''
        ? [remark(field, value(field), message, null)]
        : []
    )
  ]
}

const remark = (field: string, value: string, message: string, understood: string | null): Fault => ({
  severity: 'remarque',
  field,
  value,
  message,
  understood
})

/** Messages for fields with a valid format but an impossible value. */
const MESSAGES: readonly (readonly [field: string, message: string])[] = [
  ['pivot', 'ni un SIRET (longueur ou clé de contrôle), ni un RNA'],
  ['commune', 'commune introuvable avec ce nom, ce code postal et ce code INSEE'],
  ['code_insee', 'le nom et le code postal désignent une autre commune'],
  ['telephone', 'aucun numéro du plan de numérotation'],
  ['courriels', 'une adresse électronique est attendue'],
  ['site_web', 'une adresse web est attendue'],
  ['fiche_acces_libre', 'une adresse web est attendue'],
  ['prise_rdv', 'une adresse web est attendue'],
  ['date_maj', 'aucun jour du calendrier, ou un jour à venir ou trop ancien']
]

const isDoubted = (findings: readonly Finding[], column: string): boolean =>
  findings.some(({ kind, field }) => kind === 'unreadable' && field.split(', ').includes(column))

const unknownTypes = (text: string): readonly Fault[] =>
  text
    .split(/[|;]/)
    .map((value) => value.trim())
    .filter((value) => value !== '' && !isCode('type', value))
    .map((value) => remark('typologie', value, 'code absent de la liste des typologies', null))

const DOUBTS: Readonly<Record<PositionDoubt, string>> = {
  repaired: 'position corrigée : axes intervertis, Lambert-93 ou signes superflus',
  flagged: 'position à plus de 20 km du centre de la commune : gardée telle quelle',
  refused:
    'position certainement fausse (nulle, hors de France, hors limites ou loin de sa commune) : ignorée'
}

function position(findings: readonly Finding[], value: string): readonly Fault[] {
  const found = findings.find((finding) => 'position' in finding && finding.position !== undefined)
  if (found === undefined || !('position' in found) || found.position === undefined) return []
  return [remark('latitude', value, DOUBTS[found.position], null)]
}

function hours(text: string): readonly Fault[] {
  if (text === '') return []
  const { osm, confidence, leftover } = readHours(text)
  if (osm === text) return []
  const rest = leftover === null ? '' : ` ; reste à part : « ${leftover} »`
  if (osm === null) return [remark('horaires', text, `ne se lit pas comme des horaires${rest}`, null)]
  const how = confidence === 'exact' ? 'lus en entier' : 'lus en partie'
  return [remark('horaires', text, `pas au format OpenStreetMap, ${how}${rest}`, osm)]
}

const KNOWN = new Set(FIELDS.map(({ name }) => name))

/** Returns the columns of the file that are not in the standard. */
export const unknownColumns = (columns: readonly string[]): readonly string[] =>
  columns.filter((column) => !KNOWN.has(column))
