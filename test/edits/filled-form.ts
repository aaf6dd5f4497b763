import type { Api } from '../support/app.ts'

/** The fields of the first form that has this button or field, as a browser without JavaScript would send them. */
export function fieldsOf(html: string): URLSearchParams {
  const form = /<form[^>]*class="filled"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
  const fields = new URLSearchParams()
  for (const [tag, attributes = ''] of form.matchAll(/<(?:input|textarea)\b((?:[^>"]|"[^"]*")*)>/g)) {
    const get = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
    const name = get('name')
    if (name === undefined) continue
    if (tag.startsWith('<textarea')) {
      const text = form.slice(form.indexOf(tag) + tag.length)
      fields.append(name, decoded(text.slice(0, text.indexOf('</textarea>')).replace(/^\n/, '')))
      continue
    }
    const isBox = ['checkbox', 'radio'].includes(get('type') ?? '')
    if (!isBox || /\bchecked\b/.test(attributes)) fields.append(name, decoded(get('value') ?? ''))
  }
  return fields
}

const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

type Changes = Readonly<Record<string, string | readonly string[] | undefined>>

/** The form with some fields filled in otherwise; undefined leaves a field out. */
export function filled(html: string, changes: Changes): string {
  const fields = fieldsOf(html)
  for (const [name, value] of Object.entries(changes)) {
    fields.delete(name)
    for (const each of typeof value === 'string' ? [value] : (value ?? [])) fields.append(name, each)
  }
  return fields.toString()
}

/** A person who is signed in and has no JavaScript. */
export const readerOf = (api: Api, token: string, clock: { now: number }) => {
  const headers = { cookie: `annuaire=${token}`, 'accept-language': 'fr', accept: 'text/html' }
  const open = (url: string) => api.ask({ url, headers })
  const post = (url: string, payload: string) => {
    clock.now += 5_000
    return api.ask({
      method: 'POST',
      url,
      payload,
      headers: {
        ...headers,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin'
      }
    })
  }
  /** Opens the form, changes something, and sends it. */
  const fill = async (url: string, changes: Changes) => post(url, filled((await open(url)).body, changes))
  return { open, post, fill }
}
