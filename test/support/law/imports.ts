import type { Import, Sources } from './sources.ts'
import type { Floors, Rooms } from './tables.ts'

/*
 * Rules for imports between floors and rooms, as src/README.md defines them. Each function takes the sources and
 * the rules of src/README.md, and returns a sentence for each violation.
 */

/** The floor of a file: its folder at the top of the sources, or the file itself if it is at the top. */
export const floorOf = (path: string): string => path.split('/')[0] ?? ''

const isInside = ({ isOwn, target }: Import): boolean => isOwn && !target.startsWith('../')

export function floorFaults({ files, imports }: Sources, floors: Floors): readonly string[] {
  const there = new Set(files.map(({ path }) => floorOf(path)))
  return [
    ...[...there].filter((floor) => !floors.has(floor)).map((floor) => `${floor} is in no table of floors`),
    ...[...floors.keys()]
      .filter((floor) => !there.has(floor))
      .map((floor) => `the table of floors names ${floor}, which is not there`),
    ...[...floors].flatMap(([floor, rule]) => {
      const own = imports.filter(({ file }) => floorOf(file) === floor)
      const ours = own.filter((each) => isInside(each) && floorOf(each.target) !== floor)
      const packages = own.filter(({ isOwn }) => !isOwn)
      return [
        ...ours
          .filter(({ target }) => !rule.floors.includes(floorOf(target)))
          .map((each) => refusal(each, floor, floorOf(each.target))),
        ...packages
          .filter(({ target }) => !rule.packages.some((pattern) => allows(pattern, target)))
          .map((each) => refusal(each, floor, each.target)),
        ...rule.floors
          .filter((other) => !ours.some(({ target }) => floorOf(target) === other))
          .map((other) => unused(floor, other)),
        ...rule.packages
          .filter((pattern) => !packages.some(({ target }) => allows(pattern, target)))
          .map((pattern) => unused(floor, pattern))
      ]
    })
  ]
}

const allows = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name

const refusal = ({ file, target }: Import, from: string, to: string): string =>
  `${file} imports ${target}: ${from} may not import ${to}`

const unused = (from: string, to: string): string => `${from} may import ${to}, and does not`

/**
 * Checks that a floor with folders has a table of its rooms, and that each file of the floor is in a room. A file
 * belongs to the deepest room that contains it.
 */
export function roomFaults({ files, imports }: Sources, rooms: Rooms): readonly string[] {
  const deep = new Set(
    files.filter(({ path }) => path.split('/').length > 2).map(({ path }) => floorOf(path))
  )
  return [
    ...[...deep].filter((floor) => !rooms.has(floor)).map((floor) => `${floor} has no table of rooms`),
    ...[...rooms].flatMap(([floor, table]) => {
      const paths = files.map(({ path }) => path).filter((path) => floorOf(path) === floor)
      const inhabited = new Set(paths.map((path) => roomOf(path, floor, table)))
      const arrows = imports
        .filter((each) => floorOf(each.file) === floor && isInside(each) && floorOf(each.target) === floor)
        .map((each) => ({
          each,
          from: roomOf(each.file, floor, table),
          to: roomOf(each.target, floor, table)
        }))
        .filter(({ from, to }) => from !== to)
      return [
        ...paths
          .filter((path) => roomOf(path, floor, table) === undefined)
          .map((path) => `${path} is in no room of ${floor}`),
        ...[...table.keys()]
          .filter((room) => !inhabited.has(room))
          .map((room) => `the table of ${floor} names the room ${room}, which is not there`),
        ...arrows
          .filter(({ from, to }) => from !== undefined && to !== undefined && !table.get(from)?.includes(to))
          .map(({ each, from, to }) => refusal(each, `${floor}/${from}`, `${floor}/${to}`)),
        ...[...table].flatMap(([room, others], at) =>
          others
            .filter((other) => !above(table, at).includes(other))
            .map(
              (other) => `${floor}/${room} may import ${floor}/${other}, which is not above it in its table`
            )
        ),
        ...[...table].flatMap(([room, others]) =>
          others
            .filter((other) => !arrows.some(({ from, to }) => from === room && to === other))
            .map((other) => unused(`${floor}/${room}`, `${floor}/${other}`))
        )
      ]
    })
  ]
}

const above = (table: ReadonlyMap<string, unknown>, row: number): readonly string[] =>
  [...table.keys()].slice(0, row)

/** The room of a file; undefined if no room of its floor contains it. */
export function roomOf(path: string, floor: string, table: ReadonlyMap<string, unknown>): string | undefined {
  const within = path.slice(floor.length + 1)
  return [...table.keys()]
    .filter((room) => within === room || within.startsWith(`${room}/`))
    .toSorted((one, other) => other.length - one.length)[0]
}

/**
 * Finds imports of one face by another. A face is a part of the program that answers people or programs. Code that
 * two faces share must be below both of them, because otherwise one face could not change without the other.
 */
export function faceFaults({ imports }: Sources, faces: readonly string[]): readonly string[] {
  const faceOf = (path: string) => faces.find((face) => path.startsWith(`${face}/`))
  return imports.flatMap((each) => {
    const [from, to] = [faceOf(each.file), each.isOwn ? faceOf(each.target) : undefined]
    return from !== undefined && to !== undefined && from !== to ? [refusal(each, from, to)] : []
  })
}
