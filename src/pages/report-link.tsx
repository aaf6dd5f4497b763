import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Category } from '../domain/contributions/categories.ts'
import type { Language } from '../domain/language.ts'
import { reportAddress } from './addresses/place-address.ts'
import { historyAddress, reportPageAddress } from './addresses/report-address.ts'
import { type FollowedPage, subscribeAddress } from './addresses/subscribe-address.ts'

/** Whether people can report errors with a form. Otherwise the link leads to a message to the operator. */
export const Participating = createContext(false)

type Props = {
  readonly place: string
  readonly lang: Language
  readonly category?: Category
  readonly class: string
  readonly children: ComponentChildren
}

/** A link with which readers report that something is wrong about a place. */
export function ReportLink({ place, lang, category, class: style, children }: Props) {
  const isForm = useContext(Participating)
  return (
    <a class={style} href={isForm ? reportPageAddress(place, lang, category) : reportAddress(place, lang)}>
      {children}
    </a>
  )
}

type SubscribeProps = {
  /** The element around the link, which is left out with it. */
  readonly as: 'p' | 'li'
  readonly to: FollowedPage
  readonly lang: Language
  readonly children: ComponentChildren
}

/** A link with which readers ask to be told about changes, if people take part. */
export function SubscribeLink({ as: Around, to, lang, children }: SubscribeProps) {
  if (!useContext(Participating)) return null
  return (
    <Around>
      <a href={subscribeAddress(to, lang)}>{children}</a>
    </Around>
  )
}

/** A link with which those who look after the place come to manage it, if people take part. */
export function ManageLink({ place, lang, children }: Omit<Props, 'category' | 'class'>) {
  if (!useContext(Participating)) return null
  return (
    <p>
      <a href={`/lieux/${place}/gerer${lang === 'en' ? '?lang=en' : ''}`}>{children}</a>
    </p>
  )
}

/** A link to what happened to the place, if people take part. */
export function HistoryLink({ place, lang, children }: Omit<Props, 'category' | 'class'>) {
  if (!useContext(Participating)) return null
  return (
    <p>
      <a href={historyAddress(place, lang)}>{children}</a>
    </p>
  )
}
