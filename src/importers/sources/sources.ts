import type { Source } from '../source.ts'
import { ACCESLIBRE } from './acceslibre.ts'
import { AIDANTS_CONNECT } from './aidants-connect.ts'
import { DATA_INCLUSION } from './data-inclusion.ts'
import { DILA } from './dila.ts'
import { FABLABS } from './fablabs.ts'
import { FRANCE_SERVICES } from './france-services.ts'
import { HINAURA } from './hinaura.ts'
import { MEDNUM } from './mednum.ts'
import { NETPUBLIC } from './netpublic.ts'
import { TIERS_LIEUX } from './tiers-lieux.ts'

/** All built-in sources. They are trusted, so their runs never wait for acceptance. */
export const SOURCES: readonly Source[] = [
  MEDNUM,
  FRANCE_SERVICES,
  FABLABS,
  NETPUBLIC,
  DILA,
  AIDANTS_CONNECT,
  TIERS_LIEUX,
  DATA_INCLUSION,
  HINAURA,
  ACCESLIBRE
].map((source) => ({ ...source, accepted: true }))

export const findSource = (slug: string): Source | undefined => SOURCES.find(({ source }) => source === slug)
