// Requests of one class may come down to different statements: a rare code goes by another index, a page that is not
// full asks once more. Those with the same texts are one shape.
import type { Captured, Statement } from './search/capture.ts'

export type Shape = {
  readonly requests: readonly (readonly Statement[])[]
  /** Of all requests of the class. */
  readonly share: number
}

/** What the process rereads each minute slips into a request now and then: no shape of its own. */
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
