import { type Acceptance, doorAccepter } from '../../domain/review/accept-doors.ts'
import { doorPublishing, doorReader } from '../../store/review/door-reader.ts'
import { officialTowns } from '../../store/territories/official-towns.ts'
import { print } from '../shell/print.ts'
import { withDatabase } from '../shell/with-database.ts'

type Options = { readonly by?: string; readonly dryRun?: boolean; readonly undo?: boolean }

/**
 * Decides that all places with the same name at the same address are the same place. With `dryRun`, it only lists
 * these places; with `undo`, it ends the decisions.
 */
export async function accept({ by, dryRun = false, undo = false }: Options): Promise<void> {
  if (by === undefined && !dryRun) throw new Error('Say who decides with --by NAME, or list with --dry-run.')
  await withDatabase(async (database) => {
    const doors = doorAccepter({
      reader: doorReader(database),
      publishing: doorPublishing(database),
      towns: officialTowns
    })
    if (dryRun || by === undefined) print(describeAcceptance(await doors.try(), 'would become'))
    else if (undo) print(`${await doors.undo(by)} decisions undone.\n`)
    else print(describeAcceptance(await doors.accept(by), 'became'))
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
