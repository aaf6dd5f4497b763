// Groups captured requests by shape. Requests of one class may send different statements: a rare code uses another
// index, and a page that is not full needs another query. Requests with the same statement texts form a shape.
import type { Captured, Statement } from './search/capture.ts'

export type Shape = {
  readonly requests: readonly (readonly Statement[])[]
  /** Share of all requests of the class. */
  readonly share: number
}

/**
 * Minimum share of a shape. Rarer shapes are left out, because they only occur when a request also contains the
 * statements that the process repeats every minute.
 */
const LEAST_SHARE = 0.01

export function shapesOf(captured: readonly Captured[]): readonly Shape[] {
  const groups = new Map<string, Captured[]>()
  for (const each of captured) {
    const texts = each.statements.map(({ text }) => text).join('\0')
    groups.set(texts, [...(groups.get(texts) ?? []), each])
  }
  const shapes = [...groups.values()].map((group) => ({
    requests: group.map(({ statements }) => statements),
    share: group.length / captured.length
  }))
  return shapes.filter(({ share }) => share >= LEAST_SHARE)
}
