import { floorOf, roomOf } from './imports.ts'
import type { Sources } from './sources.ts'
import type { Rooms } from './tables.ts'

type Arrow = readonly [from: string, to: string]

/**
 * Finds circular imports between files, between rooms of a floor and between floors, and returns each as
 * `a → b → a`. A floor is a folder or file at the top of the sources, and a room is a part of a floor.
 */
export function circleFaults({ imports }: Sources, rooms: Rooms): readonly string[] {
  const files: readonly Arrow[] = imports
    .filter(({ isOwn }) => isOwn)
    .map(({ file, target }): Arrow => [file, target])
  const between = files.flatMap(([from, to]): readonly Arrow[] => {
    const floor = floorOf(from)
    const table = rooms.get(floor)
    if (table === undefined || floorOf(to) !== floor) return []
    const [one, other] = [roomOf(from, floor, table), roomOf(to, floor, table)]
    return one !== undefined && other !== undefined ? [[`${floor}/${one}`, `${floor}/${other}`]] : []
  })
  const floors = files.map(([from, to]): Arrow => [floorOf(from), floorOf(to)])
  return [files, between, floors].flatMap((arrows) => circlesOf(arrows).map((circle) => circle.join(' → ')))
}

/** The shortest way from a node back to itself, for each group of nodes that can reach each other. */
function circlesOf(arrows: readonly Arrow[]): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>()
  for (const [from, to] of arrows) {
    if (from !== to) next.set(from, (next.get(from) ?? new Set()).add(to))
  }
  const found: (readonly string[])[] = []
  const told = new Set<string>()
  for (const start of [...next.keys()].toSorted()) {
    const circle = told.has(start) ? undefined : wayBack(start, next)
    if (circle === undefined) continue
    found.push(circle)
    for (const each of circle) told.add(each)
  }
  return found
}

function wayBack(
  start: string,
  next: ReadonlyMap<string, ReadonlySet<string>>
): readonly string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const node of queue) {
    for (const other of next.get(node) ?? []) {
      if (other === start) return [...pathTo(node, start, cameFrom), start]
      if (cameFrom.has(other)) continue
      cameFrom.set(other, node)
      queue.push(other)
    }
  }
  return undefined
}

function pathTo(node: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const path = [node]
  for (let at = node; at !== start; ) {
    at = cameFrom.get(at) ?? start
    path.unshift(at)
  }
  return path
}
