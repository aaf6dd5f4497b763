import type { ComponentChildren } from 'preact'
import { LANGUAGES, type Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { COLOURS, OWN_COLOURS, unreadable } from '../embed/colours.ts'
import { INTEGRATE } from '../wording/integrate.ts'
import { WORDING } from '../wording/wording.ts'
import type { Area } from './find-area.ts'
import { CHOSEN, EXTENTS, RANGES, type Settings } from './settings.ts'
import { componentSnippet, frameAddress, frameSnippet } from './snippets.ts'

type Props = {
  readonly lang: Language
  readonly settings: Settings
  /** The territory that the user means; undefined until it is known. */
  readonly area: Area | undefined
  /** The territories that the typed name may mean; empty if none has this name. */
  readonly choices: readonly Area[] | undefined
  /** The origin of this service, as it appears in the code to copy. */
  readonly base: string
}

/** A form that builds the code for embedding the map. It needs no script, and its address contains all settings. */
export function IntegratePage({ lang, settings, area, choices, base }: Props) {
  const says = INTEGRATE[lang]
  return (
    <>
      <h1>{says.title}</h1>
      <p class="lead">{says.lead}</p>
      <form action="/integrer" method="get">
        {lang === 'en' && <input type="hidden" name="lang" value="en" />}
        <Group title={says.shows}>
          {CHOSEN.map((name) => (
            <Select key={name} name={name} label={says[name]}>
              <option value="">{says.any}</option>
              {codesOf(name).map((code) => (
                <option key={code} value={code} selected={settings[name] === code}>
                  {termLabel(name, code, lang)}
                </option>
              ))}
            </Select>
          ))}
          <Where lang={lang} settings={settings} area={area} choices={choices} />
          <Select name="extent" label={says.extent}>
            {EXTENTS.map((extent) => (
              <option key={extent} value={extent} selected={extent === settings.extent}>
                {says.extents[extent]}
              </option>
            ))}
          </Select>
          <NumberField name="radius" label={says.radius} value={settings.radius} />
          <p>
            <label for="q">{says.q}</label>
            <input id="q" name="q" type="text" maxLength={200} value={settings.q} />
          </p>
        </Group>
        <Looks lang={lang} settings={settings} />
        <button type="submit">{says.build}</button>
      </form>
      <section>
        <h2 id="preview">{says.preview}</h2>
        <iframe src={frameAddress('', settings, area)} title={says.preview} height={settings.height} />
      </section>
      <Code id="component" title={says.component} hint={says.componentHint} lang={lang}>
        {componentSnippet(base, settings, area)}
      </Code>
      <Code id="frame" title={says.frame} hint={says.frameHint} lang={lang}>
        {frameSnippet(base, settings, area)}
      </Code>
    </>
  )
}

const Group = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <fieldset class="settings">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

type FieldProps = { readonly name: string; readonly label: string; readonly children: ComponentChildren }

const Select = ({ name, label, children }: FieldProps) => (
  <p>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {children}
    </select>
  </p>
)

type NumberProps = {
  readonly name: keyof typeof RANGES
  readonly label: string
  readonly value: number
}

const NumberField = ({ name, label, value }: NumberProps) => (
  <p>
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      type="number"
      min={RANGES[name].least}
      max={RANGES[name].most}
      value={value}
    />
  </p>
)

function Where({ lang, settings, area, choices }: Omit<Props, 'base'>) {
  const says = INTEGRATE[lang]
  const { where = '' } = settings
  const asked = choices !== undefined && choices.length > 0
  return (
    <>
      <div class="where">
        <label for="where">{says.where}</label>
        <div id="where-field">
          <input
            id="where"
            name="where"
            type="text"
            maxLength={100}
            value={where}
            aria-describedby={choices?.length === 0 ? 'where-error where-hint' : 'where-hint'}
          />
          <input type="hidden" name="of" value={where} />
          {area && <input type="hidden" name="area" value={`${area.kind}:${area.code}`} />}
        </div>
        <span id="where-hint" class="hint">
          {says.whereHint}
        </span>
        {choices?.length === 0 && (
          <span id="where-error" class="error" role="alert">
            {says.unknownTown(where)}
          </span>
        )}
        {area && (
          <span class="hint" id="where-found">
            {says.found(areaName(area, lang))}
          </span>
        )}
      </div>
      {asked && (
        <Select name="area" label={says.whichTown(where)}>
          {choices.map((each) => (
            <option key={`${each.kind} ${each.code}`} value={`${each.kind}:${each.code}`}>
              {areaName(each, lang)}
            </option>
          ))}
        </Select>
      )}
    </>
  )
}

/** The name of a territory with what distinguishes it: "Bretagne (région)", "Bretagne (36)". */
const areaName = ({ kind, name, department }: Area, lang: Language): string =>
  kind === 'epci' ? name : WORDING[lang].search.homonym(name, kind, department)

function Looks({ lang, settings }: Pick<Props, 'lang' | 'settings'>) {
  const says = INTEGRATE[lang]
  const { colours } = settings
  return (
    <Group title={says.looks}>
      <NumberField name="height" label={says.height} value={settings.height} />
      <Select name="map" label={says.lang}>
        {LANGUAGES.map((each) => (
          <option key={each} value={each} selected={each === settings.map}>
            {says.languages[each]}
          </option>
        ))}
      </Select>
      <p class="flag">
        <input type="checkbox" id="search" name="search" value="1" checked={settings.search} />
        <label for="search">{says.search}</label>
      </p>
      <p class="flag">
        <input
          type="checkbox"
          id="coloured"
          name="coloured"
          value="1"
          checked={Object.keys(colours).length > 0}
        />
        <label for="coloured">{says.colour}</label>
      </p>
      {COLOURS.map((name) => (
        <p key={name} class="colour">
          <label for={name}>{says.colours[name]}</label>
          <input id={name} name={name} type="color" value={`#${colours[name] ?? OWN_COLOURS[name]}`} />
        </p>
      ))}
      {unreadable(colours).map(([one, other]) => (
        <p key={one} class="error" role="alert">
          {says.unreadable(says.colours[one], says.colours[other])}
        </p>
      ))}
    </Group>
  )
}

type CodeProps = {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly lang: Language
  readonly children: string
}

/**
 * A field with code to copy. The script that copies the code also shows the button; without the script, users
 * select the text themselves.
 */
const Code = ({ id, title, hint, lang, children }: CodeProps) => (
  <section class="code">
    <h2>
      <label for={id}>{title}</label>
    </h2>
    <p class="hint">{hint}</p>
    <textarea id={id} readOnly rows={children.split('\n').length + 2} spellcheck={false}>
      {children}
    </textarea>
    <p>
      <button type="button" hidden data-copies={id} data-copied={INTEGRATE[lang].copied}>
        {INTEGRATE[lang].copy}
        <span class="visually-hidden"> : {title}</span>
      </button>{' '}
      <span role="status" />
    </p>
  </section>
)
