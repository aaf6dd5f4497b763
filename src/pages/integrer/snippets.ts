import { propertiesOf } from '../embed/colours.ts'
import { EMBED } from '../wording/embed.ts'
import { filtersOf, type Meant, type Settings } from './settings.ts'

/** The address of the page for iframes, with all chosen settings. */
export function frameAddress(base: string, settings: Settings, town: Meant | undefined): string {
  const query = new URLSearchParams([
    ...filtersOf(settings, town).map((pair) => [...pair]),
    ['lang', settings.map],
    ...Object.entries(settings.colours)
  ])
  return `${base}/embed?${query}`
}

export function frameSnippet(base: string, settings: Settings, town: Meant | undefined): string {
  const src = escaped(frameAddress(base, settings, town))
  return `<iframe src="${src}" title="${EMBED[settings.map].label}" width="100%" height="${settings.height}" loading="lazy"></iframe>`
}

export function componentSnippet(base: string, settings: Settings, town: Meant | undefined): string {
  const attributes = [
    ...filtersOf(settings, town),
    ['lang', settings.map] as const,
    ['height', `${settings.height}px`] as const
  ].map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const properties = propertiesOf(settings.colours).map(([name, value]) => `  ${name}: ${value};`)
  const style = properties.length === 0 ? [] : [`<style>`, `annuaire-carte {`, ...properties, `}`, `</style>`]
  return [
    ...style,
    `<script type="module" src="${base}/embed/annuaire-carte.js"></script>`,
    `<annuaire-carte${attributes.join('')}>`,
    `  <a href="${base}/">${EMBED[settings.map].label}</a>`,
    `</annuaire-carte>`
  ].join('\n')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
