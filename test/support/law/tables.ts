/*
 * Reads the rules for imports in src/README.md. Names are written between backticks; a table ends at an empty line.
 */

export type FloorRule = { readonly floors: readonly string[]; readonly packages: readonly string[] }

/** The rule of each floor, by its name: the name of a folder or file at the top of the sources. */
export type Floors = ReadonlyMap<string, FloorRule>

/** For each floor and room, the rooms of the same floor that the room may import. */
export type Rooms = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

/** Reads the table `| floor | may import | packages |`. */
export function readFloors(readme: string): Floors {
  const rows = rowsAfter(readme, /^\| floor \| may import \| packages \|$/m)
  return new Map(
    rows.map(([floor, floors, packages]) => [
      namesIn(floor)[0] ?? '',
      { floors: namesIn(floors), packages: namesIn(packages) }
    ])
  )
}

/** Reads each table that begins `| rooms of X | may import |`. */
export function readRooms(readme: string): Rooms {
  const headings = [...readme.matchAll(/^\| rooms of `([^`]+)` \| may import \|$/gm)]
  return new Map(
    headings.map(([heading, floor = '']) => {
      const rows = rowsAfter(readme, new RegExp(`^${heading.replaceAll('|', '\\|')}$`, 'm'))
      return [floor, new Map(rows.map(([room, rooms]) => [namesIn(room)[0] ?? '', namesIn(rooms)]))]
    })
  )
}

/** The names in the paragraph that begins with this word. */
export function readList(readme: string, beginning: string): readonly string[] {
  return namesIn(readme.split(/\n\n+/).find((paragraph) => paragraph.startsWith(beginning)))
}

function rowsAfter(readme: string, heading: RegExp): readonly (readonly string[])[] {
  const [, rest = ''] = readme.split(heading)
  const lines = (rest.split('\n\n')[0] ?? '').split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(1).map((line) => line.split('|').slice(1, -1))
}

const namesIn = (text = ''): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
