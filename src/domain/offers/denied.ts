import type { Declaration } from '../places/compose-place.ts'
import type { Code, PlaceContent } from '../places/place.ts'
import { codesIn } from '../places/place-codes.ts'
import { knownFeatures } from '../vocabularies/accessibility.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../vocabularies/term.ts'
import { codesOf } from '../vocabularies/vocabularies.ts'

/** Codes of services that the records of a source have declared so far. */
export type SaysOf = (source: string) => readonly Code[]

const DEFAULT_PAIR: ReadonlySet<Code> = new Set([
  'maitrise-des-outils-numeriques-du-quotidien',
  'comprehension-du-monde-numerique'
])

/**
 * The national aggregator gives every conseiller numérique these two services, and only them: half of all declarations.
 * Nobody chose them, so they say nothing of the other services.
 */
export const isDefault = (services: readonly Code[]): boolean =>
  services.length === DEFAULT_PAIR.size && services.every((code) => DEFAULT_PAIR.has(code))

/**
 * Services that a place is said not to offer: those that a source which lists its services could have listed and did
 * not. A source that never says a code (one knows of creation alone) does not deny it.
 */
export function servicesDenied(
  { services }: Pick<PlaceContent, 'services'>,
  declarations: readonly Declaration[],
  says: SaysOf
): readonly Code[] {
  const denied = new Set<Code>()
  for (const { source, services: listed } of declarations) {
    if (listed.length === 0 || isDefault(listed)) continue
    for (const code of says(source)) denied.add(code)
  }
  for (const code of services) denied.delete(code)
  return [...denied]
}

/** Types and labels are never all told, and services have a rule of their own. */
type Whole = Exclude<CodeParameter, 'type' | 'service' | 'label'>
const isWhole = (parameter: CodeParameter): parameter is Whole =>
  !['type', 'service', 'label'].includes(parameter)

type DeniedCode = { readonly parameter: Whole | 'accessibility'; readonly code: Code }

/** A field that says something says all of it; a feature may be known to be absent. */
export const otherwiseDenied = (content: PlaceContent): readonly DeniedCode[] => [
  ...CODE_PARAMETERS.filter(isWhole).flatMap((parameter) => {
    const said = codesIn(content, parameter)
    if (said.length === 0) return []
    return codesOf(parameter)
      .filter((code) => !said.includes(code))
      .map((code) => ({ parameter, code }))
  }),
  ...knownFeatures(content.accessibility).absent.map((code) => ({
    parameter: 'accessibility' as const,
    code
  }))
]
