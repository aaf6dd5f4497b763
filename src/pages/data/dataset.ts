import type { Language } from '../../domain/language.ts'
import type { ListedSource } from '../parts/count-directory.ts'
import { licenceText } from '../parts/licence.tsx'
import type { Operator } from '../shell/site.ts'
import { DATA } from '../wording/data.ts'
import { WORDING } from '../wording/wording.ts'
import { EXPORTS } from './downloads.tsx'

type Described = {
  /** The public address of the directory. */
  readonly base: string
  readonly operator: Operator
  readonly sources: readonly ListedSource[]
  readonly lang: Language
}

/** Describes the data in schema.org terms, for search engines of data sets. */
export function datasetOf({ base, operator, sources, lang }: Described): object {
  const read = sources
    .flatMap(({ last_success: run }) => run?.finished_at ?? [])
    .toSorted()
    .at(-1)
  const licences = [...new Set(sources.flatMap(({ licence }) => licenceText(licence) ?? []))]
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: WORDING[lang].site,
    description: DATA[lang].lead,
    url: `${base}/donnees`,
    inLanguage: 'fr',
    isAccessibleForFree: true,
    spatialCoverage: 'France',
    ...(licences.length > 0 && { license: licences }),
    ...(read && { dateModified: read }),
    ...(operator.name && { publisher: { '@type': 'Organization', name: operator.name } }),
    isBasedOn: sources.map(({ name, homepage }) => ({
      '@type': 'Dataset',
      name,
      description: name,
      ...(homepage && { url: homepage })
    })),
    distribution: Object.values(EXPORTS).map(({ path, type }) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: base + path
    }))
  }
}
