import { useRef, useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { WORDING } from '../../pages/wording/wording.ts'
import { AroundMe } from '../typing/around-me.tsx'
import { Combobox } from '../typing/combobox.tsx'

type Props = {
  readonly lang: Language
  readonly asked: string
  readonly invalid: boolean
  readonly describedBy: string
}

/** The field for the town, with suggestions and a button that answers with the user's position instead. */
export function TownField({ lang, asked, invalid, describedBy }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(asked)
  const [commune, setCommune] = useState<string>()
  return (
    <div class="ask" ref={root}>
      <Combobox
        lang={lang}
        name="where"
        type="text"
        typed={typed}
        onType={(text) => {
          setTyped(text)
          setCommune(undefined)
        }}
        onTake={({ label, code }) => {
          setTyped(label)
          setCommune(code)
        }}
        only={({ kind }) => kind === 'commune'}
        describedBy={describedBy}
        invalid={invalid}
        required
      />
      {commune && <input type="hidden" name="commune" value={commune} />}
      <AroundMe says={WORDING[lang]} onFound={(point) => answer(root.current?.closest('form'), point)} />
    </div>
  )
}

/** Opens the next page with the answers so far, and with the position instead of a town. */
function answer(
  form: HTMLFormElement | null | undefined,
  point: { readonly lat: string; readonly lon: string }
): void {
  if (!form) return
  const answers = [...new FormData(form)].filter(
    ([name, value]) => typeof value === 'string' && !['where', 'commune', 'step'].includes(name)
  ) as [string, string][]
  location.assign(`/orientation?${new URLSearchParams([...answers, ...Object.entries(point)])}`)
}
