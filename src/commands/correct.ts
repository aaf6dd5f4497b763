import { type Command, InvalidArgumentError } from 'commander'
import { correctPlace, undoCorrection } from '../domain/corrections/correct-place.ts'
import { listCorrections, type StandingCorrection } from '../domain/corrections/list-corrections.ts'
import { communeIndex } from '../domain/territories/communes.ts'
import { correctableFields, readFieldValue } from '../importers/mapped/field.ts'
import { correctionPublishing, correctionReader } from '../store/corrections/correction-store.ts'
import { communeRows } from '../store/territories/administrative-data.ts'
import { withDatabase } from './shell/with-database.ts'

type Options = { readonly by?: string; readonly note?: string; readonly undo?: number }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function registerCorrect(program: Command): void {
  const correct = program
    .command('correct')
    .description('correct a field of a place, over whatever its sources say now and later')
    .argument('[place]', 'id of the place')
    .argument(
      '[field]',
      'a property of the place, or one within: name, contacts.phone, address.street, services'
    )
    .argument('[value]', 'JSON, or plain text; null for unknown')
    .option('--by <name>', 'who says so: told in the provenance of the field')
    .option('--note <text>', 'why: told there too')
    .option('--undo <id>', 'let the sources speak again where this correction stands', readId)
    .action(async (place, field, value, options: Options) => {
      process.stdout.write(`${await act(place, field, value, options)}\n`)
    })
  correct
    .command('list')
    .description('what stands corrected of a place, and whether its sources have changed since')
    .argument('<place>', 'id of the place', readPlace)
    .action(async (place: string) => {
      const standing = await withDatabase((database) => listCorrections(correctionReader(database), place))
      process.stdout.write(`${standing.map(describe).join('\n') || 'Nothing is corrected.'}\n`)
    })
}

async function act(
  place: string | undefined,
  field: string | undefined,
  text: string | undefined,
  { by, note, undo }: Options
): Promise<string> {
  if (undo !== undefined) {
    if (place !== undefined) throw new Error('With --undo, give nothing else.')
    const undone = await withDatabase((database) =>
      undoCorrection(correctionPublishing(database), undo, by?.trim() || 'annuaire correct')
    )
    return `Undone, on ${undone}.`
  }
  if (place === undefined || field === undefined || text === undefined) {
    throw new Error('Give the id of the place, the field and the value; or --undo and an id.')
  }
  if (by === undefined || by.trim() === '') throw new Error('Say who corrects it, by --by NAME.')
  const value = readValue(field, text)
  const correction = { place: readPlace(place), field, value, by: by.trim(), note: note ?? null }
  const id = await withDatabase((database) => correctPlace(correctionPublishing(database), correction))
  return `Corrected; annuaire correct --undo ${id} takes it back.`
}

function readValue(field: string, text: string): unknown {
  const fields = correctableFields(communeIndex(communeRows()))
  const schema = fields.get(field)
  if (schema === undefined) {
    throw new Error(`No field is named ${field}; these can be corrected: ${[...fields.keys()].join(', ')}.`)
  }
  const read = readFieldValue(schema, text)
  if (read.ok) return read.value
  throw new Error(`${text} cannot be the ${field} of a place: ${read.reason}.`)
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
  throw new InvalidArgumentError('it is no id of a place, a UUID.')
}

function readId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('the id of a correction, a whole number.')
}
