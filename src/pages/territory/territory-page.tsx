import type { Language } from '../../domain/language.ts'
import { feedOf } from '../addresses/feed-address.ts'
import { PAGES } from '../addresses/pages.ts'
import { territoryAddress } from '../addresses/territory-address.ts'
import { Card } from '../parts/card.tsx'
import { isVague } from '../parts/distance.tsx'
import { SubscribeLink } from '../report-link.tsx'
import { SmallMap } from '../small-map/small-map.tsx'
import { CHANGES } from '../wording/changes.ts'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'
import { TERRITORY } from '../wording/territory.ts'
import { WORDING } from '../wording/wording.ts'
import { Counts } from './counts.tsx'
import { Needs } from './needs.tsx'
import { PartsMap } from './parts-map.tsx'
import { type Facts, filterOf } from './read-facts.ts'
import type { TerritoryMap } from './read-map.ts'
import { hiddenFields, searchIn } from './search-in.ts'

type Props = { readonly facts: Facts; readonly map: TerritoryMap; readonly lang: Language }

export function TerritoryPage({ facts, map, lang }: Props) {
  const { territory, places } = facts
  const says = TERRITORY[lang]
  return (
    <div class="territory">
      <Trail facts={facts} lang={lang} />
      <h1>{says.title(territory)}</h1>
      <p class="lead">
        {places === 0 ? (
          <strong>{says.none(territory)}</strong>
        ) : (
          <>
            <strong>{says.places(places)}.</strong> {says.openNow(facts.openNow)}{' '}
            {says.unknownHours(facts.unknownHours)}
          </>
        )}
      </p>
      {places > 0 && <SearchHere facts={facts} lang={lang} />}
      <div class="halves">
        {places > 0 && <Needs facts={facts} lang={lang} />}
        <TheMap facts={facts} map={map} lang={lang} />
      </div>
      {territory.kind === 'region' && <Inside facts={facts} lang={lang} />}
      <Places facts={facts} numbered={map?.of === 'places'} lang={lang} />
      {territory.kind !== 'region' && <Inside facts={facts} lang={lang} />}
      <Relatives facts={facts} lang={lang} />
      <p>
        <a href={feedOf(territoryAddress(territory, lang))}>{CHANGES[lang].follow}</a>
      </p>
      <SubscribeLink as="p" to={{ territory: `${territory.kind}:${territory.code}` }} lang={lang}>
        {SUBSCRIPTIONS[lang].link}
      </SubscribeLink>
    </div>
  )
}

type PartProps = Pick<Props, 'facts' | 'lang'>

function Trail({ facts: { enclosing, territory }, lang }: PartProps) {
  const says = TERRITORY[lang]
  return (
    <nav class="trail" aria-label={says.trail}>
      <ol>
        <li>
          <a href={lang === 'fr' ? '/' : '/?lang=en'}>{says.home}</a>
        </li>
        {enclosing.map((each) => (
          <li key={each.kind}>
            <a href={territoryAddress(each, lang)} lang="fr">
              {each.name}
            </a>
          </li>
        ))}
        <li aria-current="page" lang="fr">
          {territory.name}
        </li>
      </ol>
    </nav>
  )
}

function SearchHere({ facts: { territory }, lang }: PartProps) {
  return (
    <search>
      <form action="/" method="get">
        {hiddenFields(territory, lang).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label for="q">{TERRITORY[lang].field(territory)}</label>
        <div class="ask">
          <input id="q" name="q" type="search" maxLength={200} autocomplete="off" />
          <button type="submit">{WORDING[lang].search.button}</button>
        </div>
      </form>
    </search>
  )
}

function TheMap({ facts, map, lang }: Props) {
  if (!map) return null
  const { territory, children, listed } = facts
  return (
    <figure>
      {map.of === 'parts' ? (
        <>
          <PartsMap parts={map.parts} height={map.height} territories={children} lang={lang} />
          <figcaption>{TERRITORY[lang].mapOf(territory)}</figcaption>
        </>
      ) : (
        <SmallMap
          {...map.surroundings}
          lang={lang}
          places={listed.flatMap(({ display_name: name, location }, at) =>
            location && !isVague({ location }) ? [{ name, at: location, number: at + 1 }] : []
          )}
        />
      )}
    </figure>
  )
}

function Places({
  facts: { territory, places, listed },
  numbered,
  lang
}: PartProps & { readonly numbered: boolean }) {
  const says = TERRITORY[lang]
  if (listed.length === 0) return null
  const title = places > 0 ? says.some(territory) : listed[0]?.distance_m == null ? says.nearby : says.nearest
  return (
    <section aria-labelledby="places">
      <h2 id="places">{title}</h2>
      <ol class="places">
        {listed.map((place, at) => (
          <li key={place.id}>
            <Card place={place} lang={lang} says={WORDING[lang]} {...(numbered && { number: at + 1 })} />
          </li>
        ))}
      </ol>
      {places > 0 && (
        <p class="onward">
          <a class="action" href={searchIn(territory, {}, lang)}>
            {says.all(places)}
          </a>
          <a
            href={`/v1/exports/places.csv?${new URLSearchParams({ ...filterOf(territory), safe: 'true' })}`}
            download
          >
            {says.download}
          </a>
        </p>
      )}
    </section>
  )
}

/** The départements of a région, or the communes of a département. */
function Inside({ facts: { territory, children }, lang }: PartProps) {
  const says = TERRITORY[lang]
  const titled = children.some(({ kind }) => kind === 'department') ? says.departments : says.communes
  return <Counts id="inside" title={titled(territory)} territories={children} lang={lang} />
}

function Relatives({ facts: { territory, neighbours, namesakes }, lang }: PartProps) {
  const says = TERRITORY[lang]
  return (
    <>
      <Counts id="around" title={says.neighbours[territory.kind]} territories={neighbours} lang={lang} />
      <Counts
        id="namesakes"
        title={says.sameName(territory.name)}
        territories={namesakes.map((each) => ({ ...each, kind: 'commune' as const }))}
        lang={lang}
      />
      {territory.kind !== 'commune' && (
        <p>
          <a href={lang === 'fr' ? PAGES.departments : `${PAGES.departments}?lang=en`}>{says.compare}</a>
        </p>
      )}
    </>
  )
}
