/** What can be said of a JSON text without building its values, each of which takes up to a hundred times its characters. */
type Outline = {
  /** Number of values in it, at all levels, without the outermost. If the text is not valid JSON, the number means nothing. */
  readonly values: number
  /** Levels of objects and lists, with the outermost. */
  readonly levels: number
  /**
   * The members of the outermost object, as text, with their names: the first ones that have at most `most` values
   * together. Empty for other JSON.
   */
  readonly members: readonly string[]
}

const [QUOTE, BACKSLASH, COMMA] = [34, 92, 44]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125]

export function outlineOf(text: string, most: number): Outline {
  const members: string[] = []
  let [depth, levels, values, left] = [0, 0, 0, most]
  let [start, valuesBefore] = [0, 0]
  const endMember = (end: number) => {
    const size = values - valuesBefore
    if (size <= left) members.push(text.slice(start, end))
    if (size <= left) left -= size
    ;[start, valuesBefore] = [end + 1, values]
  }
  // A container has one value more than commas, unless it is empty.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at)
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (depth++ === 0) start = at + 1
      levels = Math.max(levels, depth)
      values++
    } else if (code === COMMA) {
      if (depth === 1) endMember(at)
      values++
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      if (isEmpty(text, at)) values--
      if (--depth === 0) endMember(at)
    }
  }
  return { values, levels, members: /^\s*\{/.test(text) ? members : [] }
}

/** The position of the quotation mark that closes a string; the end of the text if there is none. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === BACKSLASH) escapes++
    if (escapes % 2 === 0) return at
  }
  return text.length
}

/** Whether only white space is between this bracket and the one that it closes. */
function isEmpty(text: string, close: number): boolean {
  let at = close - 1
  while (text.charCodeAt(at) <= 32) at--
  const before = text.charCodeAt(at)
  return before === OPEN_LIST || before === OPEN_OBJECT
}
