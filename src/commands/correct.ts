import { type Command, InvalidArgumentError } from 'commander'
import { correctPlace, undoCorrection } from '../domain/corrections/correct-place.ts'
import { listCorrections, type StandingCorrection } from '../domain/corrections/list-corrections.ts'
import { readHours } from '../domain/hours/read/read-hours.ts'
import { correctableFields, readFieldValue } from '../importers/mapped/field.ts'
import { correctionPublishing, correctionReader } from '../store/corrections/correction-store.ts'
import { officialCommunes } from '../store/territories/official-towns.ts'
import { print } from './shell/print.ts'
import { withDatabase } from './shell/with-database.ts'

type Options = { readonly by?: string; readonly note?: string; readonly undo?: number }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function registerCorrect(program: Command): void {
  const correct = program
    .command('correct')
    .description('set a field of a place to a value that its sources do not overwrite, now or later')
    .argument('[place]', 'id of the place')
    .argument(
      '[field]',
      'a property of the place, possibly nested: name, contacts.phone, address.street, services'
    )
    .argument('[value]', 'JSON or plain text; null for unknown')
    .option('--by <name>', 'who makes the correction; shown in the provenance of the field')
    .option('--note <text>', 'the reason; also shown there')
    .option(
      '--undo <id>',
      'undo the correction with this id, so that the value before it applies again',
      readId
    )
    .action(async (place, field, value, options: Options) => {
      print(`${await act(place, field, value, options)}\n`)
    })
  correct
    .command('list')
    .description('list the corrections of a place, and whether its sources have changed since')
    .argument('<place>', 'id of the place', readPlace)
    .action(async (place: string) => {
      const standing = await withDatabase((database) => listCorrections(correctionReader(database), place))
      print(`${standing.map(describe).join('\n') || 'There are no corrections.'}\n`)
    })
}

async function act(
  place: string | undefined,
  field: string | undefined,
  text: string | undefined,
  { by, note, undo }: Options
): Promise<string> {
  if (undo !== undefined) {
    if (place !== undefined) throw new Error('--undo takes no other arguments.')
    const undone = await withDatabase((database) =>
      undoCorrection(correctionPublishing(database), undo, by?.trim() || 'annuaire correct')
    )
    return `Undone, on place ${undone}.`
  }
  if (place === undefined || field === undefined || text === undefined) {
    throw new Error(
      'The id of the place, the field and the value are required; or --undo with the id of a correction.'
    )
  }
  if (by === undefined || by.trim() === '') throw new Error('Say who makes the correction with --by NAME.')
  const value = readValue(field, text)
  const correction = { place: readPlace(place), field, value, by: by.trim(), note: note ?? null }
  const id = await withDatabase((database) => correctPlace(correctionPublishing(database), correction))
  return `Corrected. To undo it: annuaire correct --undo ${id}`
}

function readValue(field: string, text: string): unknown {
  const fields = correctableFields(officialCommunes())
  const schema = fields.get(field)
  if (schema === undefined) {
    throw new Error(
      `There is no field ${field}. These fields can be corrected: ${[...fields.keys()].join(', ')}.`
    )
  }
  const read = readFieldValue(schema, field === 'opening_hours' ? hoursIn(text) : text)
  if (read.ok) return read.value
  throw new Error(`${text} is not a valid value for ${field}: ${read.reason}.`)
}

/**
 * The JSON value for opening hours. Hours written in French are parsed as an import would. A JSON text is used
 * unchanged, because it gives each part of the field explicitly.
 */
function hoursIn(text: string): string {
  if (text.trim() === 'null' || text.trim() === '') return '{}'
  if (text.trim().startsWith('{')) return text
  const { raw, osm, confidence, leftover } = readHours(text)
  if (osm !== null && confidence === 'exact') return JSON.stringify({ osm, raw, confidence })
  throw new Error(
    `${text} cannot be read as opening hours${leftover === null ? '' : `: "${leftover}" is not understood`}. Write days and ` +
      'hours, as in "Lundi et mardi 9h-12h, 14h-17h ; samedi 10h-12h", or as OpenStreetMap does: "Mo,Tu 09:00-12:00".'
  )
}

function describe({
  id,
  field,
  value,
  replaced,
  made_by,
  made_at,
  note,
  source_changed
}: StandingCorrection): string {
  const lines = [
    `${id}  ${field} = ${JSON.stringify(value)}, by ${made_by} on ${made_at.slice(0, 10)}${note === null ? '' : ` (${note})`}`,
    `    instead of ${JSON.stringify(replaced)}${source_changed ? '; the sources have changed since' : ''}`
  ]
  return lines.join('\n')
}

function readPlace(text: string): string {
  if (UUID.test(text)) return text
  throw new InvalidArgumentError('It must be the id of a place, a UUID.')
}

function readId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be the id of a correction, a whole number.')
}
