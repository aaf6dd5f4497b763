/** Gives every column a distinct name, so that none of its values is lost. */
export function namesOf(header: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return header.map((cell, index) => {
    const wanted = cell.trim() || `column ${index + 1}`
    const name = taken.has(wanted) ? `${wanted} (column ${index + 1})` : wanted
    taken.add(name)
    return name
  })
}
