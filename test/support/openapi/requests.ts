import { searchUrl } from '../app.ts'
import { type Json, type Operation, resolve } from './reference.ts'

export type Request = {
  readonly url: string
  readonly payload?: object | string
  readonly headers?: Readonly<Record<string, string>>
}

/** Values that cannot be made up: they come from an earlier answer. */
const INVENTED_BY_US = new Set(['cursor', 'browser', 'same_as'])

/** Parameters that are only valid together with others. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  lat: ['lon'],
  lon: ['lat'],
  radius: ['lat', 'lon'],
  min_results: ['lat', 'lon', 'radius'],
  sort: ['lat', 'lon']
}

/** The same in a body. */
const BESIDE_IN_BODY: Readonly<Record<string, readonly string[]>> = {
  ...BESIDE,
  by: ['verdict'],
  language: ['email', 'code', 'text'],
  without: ['verdict'],
  // The category of the example needs a text.
  kind: ['text'],
  person: ['text'],
  other_place: ['text'],
  email: ['text'],
  version_seen: ['text'],
  partner_reference: ['text'],
  address: ['message'],
  invitation: ['message'],
  doubtful: ['persons', 'dry_run'],
  dry_run: ['persons'],
  // A trial, because other examples need the place.
  place: ['dry_run'],
  source: ['place', 'dry_run']
}

/** The requests to test: one without optional parameters, and one for each optional parameter. */
export function requestsOf(path: string, { parameters = [], requestBody }: Operation): readonly Request[] {
  const example = (name: string): unknown => parameters.find((parameter) => parameter.name === name)?.example
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(example(name))))
  const json = requestBody?.content['application/json']
  if (json) {
    const whole = resolve(json.schema)
    // If a body has several forms, each of the others is called with its examples.
    const [body = whole, ...others] = ((whole.oneOf ?? [whole]) as Json[]).map(resolve)
    const [payload] = body.examples as object[]
    const each = Object.entries(body.properties as Record<string, Json>).filter(
      ([name]) => !INVENTED_BY_US.has(name)
    )
    const valueFor = (name: string): unknown =>
      (each.find(([key]) => key === name)?.[1].examples as unknown[] | undefined)?.[0]
    const required = (body.required ?? []) as readonly string[]
    const alone = each
      .filter(([name]) => !required.includes(name))
      .map(([name]) =>
        Object.fromEntries(
          [...required, name, ...(BESIDE_IN_BODY[name] ?? [])].map((key) => [key, valueFor(key)])
        )
      )
    return [payload, ...alone, ...others.flatMap(({ examples }) => examples)].map((each) => ({
      url,
      payload: each as object
    }))
  }
  const optional = parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'cursor')
  const queries = optional.map(({ name }) =>
    Object.fromEntries(
      [name, ...(BESIDE[name] ?? [])]
        .map((key) => [key, example(key)])
        .filter(([, value]) => value !== undefined)
    )
  )
  const required = Object.fromEntries(
    optional.filter(({ required }) => required).map(({ name }) => [name, example(name)])
  )
  const sent = Object.entries(requestBody?.content ?? {}).map(([type, { example }]) => ({
    payload: String(example),
    headers: { 'content-type': type }
  }))[0]
  return [required, ...queries].map((query) => ({ ...sent, url: searchUrl({ ...required, ...query }, url) }))
}
