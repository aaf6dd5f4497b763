import type { Language } from '../../domain/language.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import { PAGES } from '../addresses/pages.ts'
import { territoryAddress } from '../addresses/territory-address.ts'
import { FranceMap, Island, isOnMainland } from '../france-map/france-map.tsx'
import { HOME } from '../wording/home.ts'
import { number } from '../wording/number.ts'
import { WORDING } from '../wording/wording.ts'
import type { Numbers } from './numbers.ts'

type Props = {
  readonly numbers: Numbers
  readonly outlines: ReadonlyMap<string, string>
  readonly lang: Language
}

/** The map of France with overseas, and the régions and départements by name, each with its number of places. */
export function Country({ numbers: { regions, departments }, outlines, lang }: Props) {
  const says = HOME[lang]
  const address = (region: Territory) => territoryAddress({ ...region, kind: 'region' }, lang)
  const mainland = regions.filter(({ code }) => isOnMainland(code))
  const overseas = regions.filter(({ code, places }) => !isOnMainland(code) && (places > 0 || code < '10'))
  return (
    <section aria-labelledby="everywhere">
      <h2 id="everywhere">{says.everywhere}</h2>
      <div class="country">
        <figure>
          <FranceMap
            regions={mainland.map((region) => ({ ...region, href: address(region) }))}
            outlines={outlines}
            lang={lang}
          />
          <figcaption>{says.map}</figcaption>
        </figure>
        <div>
          <h3>{says.regions}</h3>
          <ul class="counts">
            {mainland.map((region) => (
              <Count
                key={region.code}
                name={region.name}
                count={region.places}
                href={address(region)}
                lang={lang}
              />
            ))}
          </ul>
        </div>
      </div>
      <h3>{says.overseas}</h3>
      <ul class="overseas">
        {overseas.map((region) => (
          <li key={region.code}>
            <a href={address(region)}>
              <Island code={region.code} />
              <span lang="fr">{region.name}</span>
              <small>
                {number(lang, region.places)} {says.places(region.places)}
              </small>
            </a>
          </li>
        ))}
      </ul>
      <details hidden={departments.length === 0}>
        <summary>
          {says.departments} ({departments.length})
        </summary>
        <ul class="counts departments">
          {departments.map(({ code, label, count }) => (
            <Count
              key={code}
              code={code}
              name={label}
              count={count}
              href={territoryAddress({ kind: 'department', code, name: label, department: null }, lang)}
              lang={lang}
            />
          ))}
        </ul>
      </details>
      <p class="onward">
        <a href={lang === 'fr' ? '/?all=1' : '/?all=1&lang=en'}>{says.all}</a>
        <a href={lang === 'fr' ? PAGES.departments : `${PAGES.departments}?lang=en`}>
          {WORDING[lang].departments}
        </a>
      </p>
    </section>
  )
}

type CountProps = {
  readonly code?: string
  readonly name: string
  readonly count: number
  readonly href: string
  readonly lang: Language
}

const Count = ({ code, name, count, href, lang }: CountProps) => (
  <li>
    <a href={href}>
      {code !== undefined && <span class="code">{code}</span>}
      <span class="name" lang="fr">
        {name}
      </span>
      <span class="count">
        {number(lang, count)}
        <span class="visually-hidden"> {HOME[lang].places(count)}</span>
      </span>
    </a>
  </li>
)
