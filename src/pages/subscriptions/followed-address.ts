import type { Language } from '../../domain/language.ts'
import { inLanguage } from '../addresses/pages.ts'
import { readChoices, searchAddress } from '../search/choices.ts'

type Followed = { readonly kind: 'place' | 'territory' | 'search'; readonly subject: string }

/** The page of what a subscription follows. */
export function followedAddress({ kind, subject }: Followed, lang: Language): string {
  if (kind === 'place') return inLanguage(`/lieux/${subject}`, lang)
  if (kind === 'territory') {
    const [area = '', code = ''] = subject.split(':')
    return searchAddress({ [area]: code }, lang)
  }
  return searchAddress(choicesIn(new URLSearchParams(subject)), lang)
}

/** The choices of the search page that ask the API for this. */
function choicesIn(asked: URLSearchParams) {
  const query: Record<string, string | readonly string[]> = Object.fromEntries(
    [...new Set(asked.keys())].map((name) => [name, asked.getAll(name)])
  )
  const radius = Number(asked.get('radius') ?? 0) / 1_000
  return readChoices({
    ...query,
    radius: radius > 0 ? String(radius) : '',
    ...(asked.get('fee') === 'gratuit' && { free: '1' }),
    ...([...asked.keys()].some((name) => name.endsWith('_unknown')) && { unsaid: '1' })
  })
}
