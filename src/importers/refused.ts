/** Why a run cannot be done at all, in words for the person who started it. Anything else thrown is our own fault. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
}
