import type { Declaration } from '../places/compose-place.ts'
import type { Code, PlaceContent } from '../places/place.ts'
import { codesIn } from '../places/place-codes.ts'
import { knownFeatures } from '../vocabularies/accessibility.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../vocabularies/term.ts'
import { codesOf } from '../vocabularies/vocabularies.ts'

/** Returns the codes of the services that the records of a source have declared so far. */
export type SaysOf = (source: string) => readonly Code[]

const DEFAULT_PAIR: ReadonlySet<Code> = new Set([
  'maitrise-des-outils-numeriques-du-quotidien',
  'comprehension-du-monde-numerique'
])

/**
 * The national aggregator assigns exactly these two services to every conseiller numérique, which is half of
 * all declarations. They are a default rather than a choice, so they imply nothing about other services.
 */
export const isDefault = (services: readonly Code[]): boolean =>
  services.length === DEFAULT_PAIR.size && services.every((code) => DEFAULT_PAIR.has(code))

/**
 * Services that a place probably does not offer, because a source that lists its services does not list them. Codes
 * that the source never uses for any place are not denied: one source, for example, knows only creative services.
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

/**
 * Fields that are complete if they have a value. Types and labels are never complete, and services have a
 * rule of their own.
 */
type Whole = Exclude<CodeParameter, 'type' | 'service' | 'label'>
const isWhole = (parameter: CodeParameter): parameter is Whole =>
  !['type', 'service', 'label'].includes(parameter)

type DeniedCode = { readonly parameter: Whole | 'accessibility'; readonly code: Code }

/** Codes missing from a field that has other values, and accessibility features known to be absent. */
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
