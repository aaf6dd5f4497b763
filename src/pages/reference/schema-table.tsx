import type { Language } from '../../domain/language.ts'
import { REFERENCE } from '../wording/reference.ts'
import { partsOf, refsOf, type Schema, typeOf } from './api-document.ts'

/** Text of the reference, in which `code` and *emphasis* are written as in Markdown. */
export const Marked = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(`[^`]+`|\*[^*\s][^*]*\*)/).map((piece, index) => {
      const inner = piece.slice(1, -1)
      if (index % 2 === 0) return piece
      return piece.startsWith('`') ? <code key={piece}>{inner}</code> : <em key={piece}>{inner}</em>
    })}
  </>
)

export const referenceAddress = (entry: string, lang: Language): string =>
  `/docs/${entry}${lang === 'en' ? '?lang=en' : ''}`

type Props = { readonly schema: Schema; readonly lang: Language }

export const Type = ({ schema, lang }: Props) => {
  const names = refsOf(schema)
  const pieces = typeOf(schema).split(new RegExp(`\\b(${names.join('|') || '(?!)'})\\b`))
  return (
    <span class="type">
      {pieces.map((piece, index) =>
        index % 2 === 1 ? (
          <a key={piece} href={referenceAddress(piece, lang)}>
            {piece}
          </a>
        ) : (
          piece
        )
      )}
    </span>
  )
}

/** The properties of a schema, with those of the objects inside it. */
export function Properties({ schema, lang }: Props) {
  return (
    <>
      {partsOf(schema).map((part) => (
        <dl key={Object.keys(part.properties ?? {}).join()} class="entries">
          {Object.entries(part.properties ?? {}).map(([name, property]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                <Type schema={property} lang={lang} />
                {property.description && (
                  <p>
                    <Marked text={property.description} />
                  </p>
                )}
                {property.examples?.[0] !== undefined && <Example value={property.examples[0]} lang={lang} />}
                <Properties schema={property} lang={lang} />
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </>
  )
}

type ExampleProps = { readonly value: unknown; readonly lang: Language }

export const Example = ({ value, lang }: ExampleProps) => (
  <p class="hint">
    <span lang={lang}>{REFERENCE[lang].example}</span>{' '}
    <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
  </p>
)
