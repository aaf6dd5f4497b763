import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'

type Props = {
  readonly text: string
  readonly title: string
  /** The absolute address to share; undefined if the public address of the site is not known. */
  readonly url: string | undefined
  readonly lang: Language
}

/**
 * A link that writes an e-mail with the address of the page. Our script replaces it by a button that opens the sharing
 * menu of the device or, if there is none, copies the address. Without a public address, only the script knows which
 * address to share, so the link is hidden until then.
 */
export const ShareLink = ({ text, title, url, lang }: Props) => (
  <span class="share" data-title={title} data-copied={WORDING[lang].copied}>
    <a class="plain" hidden={url === undefined} href={mailto(title, url ?? '')}>
      {text}
    </a>
    <span role="status" />
  </span>
)

const mailto = (subject: string, body: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
