import type { Format } from '../../importers/parse/row.ts'
import type { Fault } from '../../importers/standard/fault.ts'
import type { FileFaults, LineFaults, Summary } from '../../importers/standard/validate.ts'

/** Describes the columns that are missing or unknown, in French, for the producers who write such files. */
export const describeFile = ({ missing, unknown }: FileFaults): string =>
  [
    ...missing.map((name) => `erreur    colonne obligatoire absente : ${name}\n`),
    ...unknown.map((name) => `remarque  colonne absente du standard 1.0.2 : ${name}\n`)
  ].join('')

export const describeLine = (format: Format, { line, id, faults, readable }: LineFaults): string =>
  [
    `${format === 'json' ? 'fiche' : 'ligne'} ${line}${id === null ? '' : ` (${id})`}${readable ? '' : ', que l’import rejetterait'}\n`,
    ...faults.map((fault) => `  ${describeFault(fault)}\n`)
  ].join('')

function describeFault({ severity, field, value, message, understood }: Fault): string {
  const what = value === null ? field : `${field} « ${shorten(value)} »`
  const anyway =
    understood !== null
      ? ` ; compris : « ${shorten(understood)} »`
      : severity === 'erreur' && value !== null && field !== 'id'
        ? ' ; non compris'
        : ''
  return `${severity.padEnd(8)}  ${what === '' ? '' : `${what} : `}${message}${anyway}`
}

const LONGEST = 120

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

export function describeSummary(summary: Summary): string {
  const { lines, faultless, errors, remarks, understood, unreadable, hours, byField, encoding } = summary
  const fields = Object.entries(byField)
    .toSorted(([, left], [, right]) => right - left)
    .map(([field, count]) => `${field || '(ligne)'} ${count}`)
  return [
    ...encoding.map(describeEncoding),
    '',
    `${counted(lines, summary.format === 'json' ? 'fiche lue' : 'ligne lue')} : ${counted(faultless, 'conforme')} au standard 1.0.2, ${lines - faultless} avec des erreurs`,
    `  ${counted(errors, 'erreur')}, dont ${counted(understood, 'comprise')} quand même ; ${counted(remarks, 'remarque')}`,
    ...(fields.length === 0 ? [] : [`  erreurs par champ : ${fields.join(', ')}`]),
    `  un import en lirait ${lines - unreadable} et en rejetterait ${unreadable}, sans compter les identifiants répétés`,
    `  horaires : ${hours.exact} lus en entier, ${hours.partial} en partie, ${hours.none} gardés en texte`
  ].join('\n')
}

/** In French, 0 takes the singular. */
const counted = (count: number, what: string): string =>
  `${count} ${count > 1 ? what.replaceAll(/\b(\p{L}+)/gu, '$1s') : what}`

function describeEncoding(warning: string): string {
  const encoding = /read as (Windows-1252|UTF-16)/.exec(warning)?.[1]
  return encoding === undefined
    ? 'remarque  des caractères ne sont pas en UTF-8, et sont perdus'
    : `remarque  le fichier n’est pas en UTF-8 : lu comme du ${encoding}`
}
