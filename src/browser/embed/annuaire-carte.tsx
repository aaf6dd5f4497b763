import { render } from 'preact'
import type { Language } from '../../domain/language.ts'
import { EMBED_FILTERS, embedFilters } from '../../pages/embed/filters.ts'
import css from './embed.css?inline'
import { Embedded } from './embedded.tsx'
import { sheetOf } from './sheet.ts'

/** The API has the same origin as this script. */
const API = new URL(import.meta.url).origin

const STYLE = sheetOf(css)

/**
 * `<annuaire-carte service="…" commune="…" lang="fr" height="480px">`: a map and a list of the places that
 * match these filters of the API. The content of the element is shown until the script runs, or if it does
 * not run.
 */
class AnnuaireCarte extends HTMLElement {
  static readonly observedAttributes = [...EMBED_FILTERS, 'lang', 'height']
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
      <Embedded key={`${filters} ${lang}`} api={API} filters={filters} lang={lang} />,
      this.shadowRoot
    )
  }
}

const languageOf = (element: HTMLElement): Language => {
  const told = element.closest('[lang]')?.getAttribute('lang') ?? navigator.language
  return told.toLowerCase().startsWith('en') ? 'en' : 'fr'
}

if (!customElements.get('annuaire-carte')) customElements.define('annuaire-carte', AnnuaireCarte)
