import { render } from 'preact'
import type { Language } from '../../domain/language.ts'
import { placeAddress } from '../../pages/addresses/place-address.ts'
import { EMBED_FILTERS, embedFilters } from '../../pages/embed/filters.ts'
import css from './embed.css?inline'
import { Embedded } from './embedded.tsx'
import type { Listed } from './places.ts'
import { sheetOf } from './sheet.ts'

/** The API has the same origin as this script. */
const API = new URL(import.meta.url).origin

const STYLE = sheetOf(css)

/**
 * `<annuaire-carte service="…" commune="…" lang="fr" height="480px" search>`: a map and a list of the places that
 * match these filters of the API, with a search field if `search` is set. The content of the element is shown until
 * the script runs, or if it does not run. The element sends `annuaire-found` after each search and `annuaire-place` when
 * a place is chosen.
 */
class AnnuaireCarte extends HTMLElement {
  static readonly observedAttributes = [...EMBED_FILTERS, 'lang', 'height', 'search']
  #drawn = false

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [STYLE]
    this.#draw()
  }

  /** Attributes that are set together cause only one rendering. */
  attributeChangedCallback(): void {
    if (!this.#drawn) return
    this.#drawn = false
    queueMicrotask(() => this.#draw())
  }

  disconnectedCallback(): void {
    if (this.shadowRoot) render(null, this.shadowRoot)
    this.#drawn = false
  }

  #draw(): void {
    if (!this.shadowRoot || !this.isConnected) return
    this.#drawn = true
    const filters = String(embedFilters((name) => this.getAttribute(name)))
    const lang = languageOf(this)
    const height = this.getAttribute('height') ?? ''
    this.style.setProperty('--annuaire-height', /^\d+$/.test(height) ? `${height}px` : height)
    render(
      // With this key, a change of filters starts a new component, so that nothing of the previous search remains.
      <Embedded
        key={`${filters} ${lang}`}
        api={API}
        filters={filters}
        lang={lang}
        isSearched={this.hasAttribute('search')}
        onFound={(words, total) => this.#send('annuaire-found', { words, total })}
        onPlace={(place) => this.#send('annuaire-place', told(place, lang))}
      />,
      this.shadowRoot
    )
  }

  #send(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))
  }
}

const told = (place: Listed, lang: Language) => ({
  id: place.id,
  name: place.display_name,
  url: new URL(placeAddress(place, lang), API).href
})

const languageOf = (element: HTMLElement): Language => {
  const told = element.closest('[lang]')?.getAttribute('lang') ?? navigator.language
  return told.toLowerCase().startsWith('en') ? 'en' : 'fr'
}

if (!customElements.get('annuaire-carte')) customElements.define('annuaire-carte', AnnuaireCarte)
