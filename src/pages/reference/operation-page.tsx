import type { Language } from '../../domain/language.ts'
import { Section } from '../parts/prose.tsx'
import { REFERENCE } from '../wording/reference.ts'
import type { Body, Described, Parameter } from './api-document.ts'
import { Example, Marked, Properties, Type } from './schema-table.tsx'

type Props = {
  readonly described: Described
  /** The public address of the directory, for the command of a terminal. */
  readonly base: string
  readonly lang: Language
}

/** One operation: what it does, what it takes and what it answers. */
export function OperationPage({ described, base, lang }: Props) {
  const { method, path, operation } = described
  const says = REFERENCE[lang]
  const request = requestOf(described)
  const needsKey = (operation.security?.length ?? 0) > 0
  const isLinked = method === 'GET' && !needsKey && !path.includes('{')
  return (
    <>
      <p class="request">
        <code>
          {method} {path}
        </code>
      </p>
      {needsKey && <p>{says.key}</p>}
      {operation.description && (
        <p lang="en">
          <Marked text={operation.description} />
        </p>
      )}
      <Section title={isLinked ? says.try : says.from}>
        {isLinked ? (
          <p class="onward">
            <a href={request}>
              <code>{request}</code>
            </a>
          </p>
        ) : (
          <pre>
            <code>{commandOf(described, base, needsKey)}</code>
          </pre>
        )}
      </Section>
      {(operation.parameters?.length ?? 0) > 0 && (
        <Section title={says.parameters}>
          <dl class="entries">
            {operation.parameters?.map((parameter) => (
              <ParameterEntry key={parameter.name} parameter={parameter} lang={lang} />
            ))}
          </dl>
        </Section>
      )}
      {operation.requestBody && (
        <Section title={says.body}>
          <BodyEntry body={operation.requestBody} lang={lang} />
        </Section>
      )}
      <Section title={says.answers}>
        <dl class="entries">
          {Object.entries(operation.responses).map(([status, answer]) => (
            <div key={status}>
              <dt>
                <code>{status}</code>
              </dt>
              <dd>
                <BodyEntry body={answer} lang={lang} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  )
}

function ParameterEntry({ parameter, lang }: { readonly parameter: Parameter; readonly lang: Language }) {
  const says = REFERENCE[lang]
  const { name, in: place, required, schema, description, example } = parameter
  return (
    <div>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        <Type schema={schema} lang={lang} />, {says.places[place]}
        {required && `, ${says.required}`}
        {description && (
          <p lang="en">
            <Marked text={description} />
          </p>
        )}
        {example !== undefined && <Example value={spelled(example)} lang={lang} />}
      </dd>
    </div>
  )
}

function BodyEntry({ body, lang }: { readonly body: Body; readonly lang: Language }) {
  return (
    <div lang="en">
      {body.description && (
        <p>
          <Marked text={body.description} />
        </p>
      )}
      {Object.entries(body.content ?? {}).map(([media, { schema }]) => (
        <div key={media}>
          <p class="hint">
            <code>{media}</code> {schema && <Type schema={schema} lang={lang} />}
          </p>
          {schema && <Properties schema={schema} lang={lang} />}
        </div>
      ))}
    </div>
  )
}

/** The value of a parameter as it is written in an address. */
const spelled = (example: unknown): string =>
  Array.isArray(example) ? example.join(',') : typeof example === 'string' ? example : JSON.stringify(example)

/** The address of an example: the parameters that are required, with the examples of the reference. */
function requestOf({ path, operation: { parameters = [] } }: Described): string {
  const given = (place: Parameter['in']) =>
    parameters.filter((each) => each.in === place && each.required && each.example !== undefined)
  const filled = given('path').reduce(
    (address, { name, example }) => address.replace(`{${name}}`, encodeURIComponent(spelled(example))),
    path
  )
  const query = new URLSearchParams(given('query').map(({ name, example }) => [name, spelled(example)]))
  return query.size > 0 ? `${filled}?${query}` : filled
}

function commandOf(described: Described, base: string, needsKey: boolean): string {
  const { method, operation } = described
  const [[media, { schema }] = ['', { schema: undefined }]] = Object.entries(
    operation.requestBody?.content ?? {}
  )
  return [
    'curl',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(needsKey ? [`-H 'Authorization: Bearer ann_…'`] : []),
    ...(media ? [`-H 'Content-Type: ${media}'`] : []),
    ...(schema?.examples?.[0] ? [`-d '${JSON.stringify(schema.examples[0])}'`] : []),
    `'${base}${requestOf(described)}'`
  ].join(' \\\n  ')
}
