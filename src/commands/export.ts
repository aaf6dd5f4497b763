import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { openDeps } from '../deps.ts'
import { FILTER_PARAMETERS } from '../domain/search/filters.ts'
import { prepareDirectory } from '../prepare-directory.ts'

const FORMATS = ['ndjson', 'csv', 'geojson'] as const

/** `within` is a polygon, which only the body of a request can hold; `min_results` adds places that do not match. */
const PARAMETERS = FILTER_PARAMETERS.filter((name) => name !== 'within' && name !== 'min_results')

type Values = Readonly<Record<string, string | readonly string[] | undefined>>

export function registerExport(program: Command): void {
  const filters = PARAMETERS.map((name) => ({
    name,
    option: new Option(
      `--${name.replaceAll('_', '-')} <value>`,
      `the parameter ${name} of the API`
    ).argParser(collect)
  }))
  const command = program
    .command('export')
    .description('write all matching places to standard output, as /v1/exports answers them')
    .addOption(new Option('--format <format>', 'format of the output').choices(FORMATS).default('ndjson'))
    .addHelpText('after', HELP)
  for (const { option } of filters) command.addOption(option)
  command.action((given: Values) => {
    const asked = filters.flatMap(({ name, option }) =>
      [given[option.attributeName()] ?? []].flat().map((value) => [name, value] as [string, string])
    )
    return exportPlaces(String(given.format), new URLSearchParams(asked))
  })
}

const HELP = `
Filters have the values of the API: --service a,b is one or the other, --service a --service b is both.

  annuaire export --format csv --department 56 > morbihan.csv`

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value
]

/** Asks the application itself, so that parameters, refusals and every byte are those of the API. */
async function exportPlaces(format: string, filters: URLSearchParams): Promise<void> {
  const deps = await openDeps({ ...readConfig(), ...UNLIMITED })
  try {
    await prepareDirectory(deps.database)
    const app = await buildApp(deps, false, UNHURRIED)
    const answer = await app.inject({ url: `/v1/exports/places.${format}?${filters}`, payloadAsStream: true })
    if (answer.statusCode !== 200) throw new Error(await refusal(answer.stream()))
    await pipeline(answer.stream(), process.stdout, { end: false })
    await app.close()
  } finally {
    await deps.close()
  }
}

/** Settings without limits: the operator waits as long as the export takes. */
const UNLIMITED = { RATE_LIMIT_PER_MINUTE: 0, SEARCH_TIMEOUT_MS: 600_000, EXPOSE_DOCS: false }
/** No limit on the delay of the event loop, because this process answers only the operator. */
const UNHURRIED = { maxEventLoopDelayMs: 0, sampleIntervalMs: 1_000, delayMs: () => 0 }

type Problem = {
  readonly detail?: string
  readonly title: string
  readonly errors?: readonly {
    readonly parameter?: string
    readonly detail: string
    readonly allowed?: readonly string[]
  }[]
}

/** The problem document of an answer, one line for each error. */
async function refusal(body: Readable): Promise<string> {
  const { detail, title, errors = [] } = JSON.parse(await text(body)) as Problem
  const lines = errors.map(({ parameter, detail, allowed }) =>
    [
      `--${parameter?.replaceAll('_', '-')}: ${detail}`,
      ...(allowed ? [`allowed: ${allowed.join(', ')}`] : [])
    ].join(' ')
  )
  return [detail ?? title, ...lines].join('\n')
}
