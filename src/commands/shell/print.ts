/**
 * Control characters other than tabs and line ends, and characters that change the direction of text. A name from a file
 * could otherwise move the cursor, hide what stands beside it, or send commands to the terminal. Bold, which commands use
 * themselves, is left: in a name it does no harm.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escaping them is what it is for
  /(?!\u001b\[(?:1|22)m)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** The text with such characters as `\u001b`, which is also their form in JSON. */
export const printable = (text: string): string =>
  text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Writes to standard output. Commands have no other way. */
export function print(text: string): void {
  process.stdout.write(printable(text))
}
