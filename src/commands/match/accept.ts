import { type Acceptance, doorAccepter } from '../../domain/review/accept-doors.ts'
import { doorPublishing, doorReader } from '../../store/review/door-reader.ts'
import { officialTowns } from '../../store/territories/official-towns.ts'
import { withDatabase } from '../shell/with-database.ts'

type Options = { readonly by?: string; readonly dryRun?: boolean; readonly undo?: boolean }

/** Accepts all places with the same name at the same door, lists them, or undoes that. */
export async function accept({ by, dryRun = false, undo = false }: Options): Promise<void> {
  if (by === undefined && !dryRun) throw new Error('Say who decides with --by NAME, or list with --dry-run.')
  await withDatabase(async (database) => {
    const doors = doorAccepter({
      reader: doorReader(database),
      publishing: doorPublishing(database),
      towns: officialTowns
    })
    if (dryRun || by === undefined)
      process.stdout.write(describeAcceptance(await doors.try(), 'would become'))
    else if (undo) process.stdout.write(`${await doors.undo(by)} decisions undone.\n`)
    else process.stdout.write(describeAcceptance(await doors.accept(by), 'became'))
  })
}

function describeAcceptance({ accepted, held }: Acceptance, became: string): string {
  const places = accepted.reduce((sum, { sources }) => sum + sources.length, 0)
  const lines = accepted.map(
    ({ id, name, street, city, sources }) =>
      `${id}  ${name}, ${[street, city].join(', ')}  (${sources.join(', ')})`
  )
  return [
    ...lines,
    `${places} places ${became} ${accepted.length}.`,
    `Left to people: ${held.listed_together} doors at which one directory lists several places, ` +
      `${held.decided} about which a person has decided.`,
    ''
  ].join('\n')
}
