import { propertiesOf } from '../embed/colours.ts'
import { EMBED } from '../wording/embed.ts'
import { filtersOf, type Meant, type Settings } from './settings.ts'

/** The address of the page for iframes, with all chosen settings. */
export function frameAddress(base: string, settings: Settings, area: Meant | undefined): string {
  const query = new URLSearchParams([
    ...filtersOf(settings, area).map((pair) => [...pair]),
    ['lang', settings.map],
    ...(settings.search ? [['search', '1']] : []),
    ...Object.entries(settings.colours)
  ])
  return `${base}/embed?${query}`
}

export function frameSnippet(base: string, settings: Settings, area: Meant | undefined): string {
  const src = escaped(frameAddress(base, settings, area))
  return `<iframe src="${src}" title="${EMBED[settings.map].label}" width="100%" height="${settings.height}" loading="lazy"></iframe>`
}

export function componentSnippet(base: string, settings: Settings, area: Meant | undefined): string {
  const attributes = [
    ...filtersOf(settings, area),
    ['lang', settings.map] as const,
    ['height', `${settings.height}px`] as const
  ].map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const properties = propertiesOf(settings.colours).map(([name, value]) => `  ${name}: ${value};`)
  // The room is kept while the map loads, so that the page does not jump.
  const room = ['  display: block;', `  min-height: ${settings.height}px;`]
  const style = ['<style>', 'annuaire-carte {', ...room, ...properties, '}', '</style>']
  const origin = escaped(base)
  return [
    ...style,
    `<script type="module" src="${origin}/embed/annuaire-carte.js"></script>`,
    `<annuaire-carte${attributes.join('')}${settings.search ? ' search' : ''}>`,
    `  <a href="${origin}/">${EMBED[settings.map].label}</a>`,
    `</annuaire-carte>`
  ].join('\n')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
