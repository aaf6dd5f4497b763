import { useState } from 'preact/hooks'
import type { Language } from '../../domain/language.ts'
import { Combobox } from '../typing/combobox.tsx'

type Props = {
  readonly lang: Language
  readonly asked: string
  /** The kind and code of the territory that was found for these words. */
  readonly found: string | undefined
  readonly describedBy: string
}

/** The kinds of territories that a map can show. */
const KINDS: ReadonlySet<string> = new Set(['commune', 'epci', 'department', 'region'])

/** The field for the territory, with suggestions. A chosen one is sent with its kind and code, so it is not asked again. */
export function AreaField({ lang, asked, found, describedBy }: Props) {
  const [typed, setTyped] = useState(asked)
  const [area, setArea] = useState(found)
  return (
    <>
      <Combobox
        lang={lang}
        name="where"
        type="text"
        typed={typed}
        onType={(text) => {
          setTyped(text)
          setArea(undefined)
        }}
        onTake={({ kind, label, code }) => {
          setTyped(label)
          setArea(`${kind}:${code}`)
        }}
        only={({ kind }) => KINDS.has(kind)}
        describedBy={describedBy}
      />
      {/* The words that the territory, or the choice between several below, belongs to. */}
      <input type="hidden" name="of" value={area === undefined ? asked : typed} />
      {area && <input type="hidden" name="area" value={area} />}
    </>
  )
}
