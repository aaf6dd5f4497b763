/** How many there were, and the first of them: what a file may hold millions of must not be kept whole. */
export type FirstOf<Item> = { count: number; readonly first: Item[] }

export const noneYet = <Item>(): FirstOf<Item> => ({ count: 0, first: [] })

export function addTo<Item>(all: FirstOf<Item>, items: readonly Item[], most: number): void {
  all.count += items.length
  all.first.push(...items.slice(0, Math.max(0, most - all.first.length)))
}
