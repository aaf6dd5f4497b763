import type { Category, ContributionKind } from '../../domain/contributions/categories.ts'
import type { Language } from '../../domain/language.ts'
import { CONTRIBUTIONS } from './contributions.ts'
import { PROPOSAL } from './proposal.ts'

/* What a contribution is called: only a part of them are reports. */

type Sent = {
  readonly kind: ContributionKind
  readonly edit: 'proposed' | 'published' | null
  readonly category: Category
}

const EDITS = {
  fr: { proposed: 'Votre proposition comme gestionnaire', published: 'La relecture de vos modifications' },
  en: { proposed: 'Your proposal as its manager', published: 'The review of your changes' }
}

const TITLES = {
  fr: {
    report: (reference: string) => `Signalement ${reference}`,
    new_place: (reference: string) => `Proposition ${reference}`,
    proposed: (reference: string) => `Proposition ${reference}`,
    published: (reference: string) => `Relecture ${reference}`
  },
  en: {
    report: (reference: string) => `Report ${reference}`,
    new_place: (reference: string) => `Proposal ${reference}`,
    proposed: (reference: string) => `Proposal ${reference}`,
    published: (reference: string) => `Review ${reference}`
  }
}

/** What was sent, in words. */
export function whatOf({ kind, edit, category }: Sent, lang: Language): string {
  if (edit !== null) return EDITS[lang][edit]
  return kind === 'new_place' ? PROPOSAL[lang].what : CONTRIBUTIONS[lang].subjects[category].name
}

/** The title of its page. */
export const titleOfSent = ({ kind, edit }: Sent, reference: string, lang: Language): string =>
  TITLES[lang][edit ?? (kind === 'new_place' ? kind : 'report')](reference)
