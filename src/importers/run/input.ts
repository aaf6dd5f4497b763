import type { Readable } from 'node:stream'
import { type DownloadLimits, download, isWebAddress } from '../../clients/http.ts'
import { DownloadFailed, withoutSecrets } from '../../clients/http-retry.ts'
import type { Fetched } from '../../domain/imports/import-ports.ts'
import { type Opened, openBytes } from '../parse/bytes.ts'
import { ImportRefused } from '../refused.ts'
import type { Input } from './run-import.ts'

type InputOptions = {
  readonly maxMegabytes: number
  readonly stdin: Readable
  /** Release of this program. A file that was read by another release must be read again. */
  readonly program: string
  /** Fetches the file even if it has not changed. */
  readonly anew?: boolean
  readonly limits?: Partial<DownloadLimits>
  readonly signal?: AbortSignal | undefined
}

/** Creates the input from the path of a file, a web address, or `-` for standard input. */
export const inputFrom = (from: string, options: InputOptions): Input =>
  isWebAddress(from)
    ? { origin: originOf(from), open: (last) => openAddress(from, last, options) }
    : { origin: from, open: () => openBytes(from, options.stdin, options.maxMegabytes) }

/** The origin as stored with the run and shown by `annuaire runs`: the address without user name and password. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}

async function openAddress(
  address: string,
  last: Fetched | null,
  { maxMegabytes, program, stdin, anew = false, limits, signal }: InputOptions
): Promise<Opened | null> {
  const downloaded = await download(address, {
    userAgent: `annuaire/${program} (federated directory of digital-mediation places)`,
    known: anew || last?.program !== program ? null : last,
    limits: { maxBytes: maxMegabytes * 1024 * 1024, ...limits },
    signal
  }).catch(refused)
  if (downloaded === null) return null
  const { path, remove, etag, last_modified } = downloaded
  try {
    const opened = await openBytes(path, stdin, maxMegabytes)
    return { ...opened, fetched: { etag, last_modified, program }, close: remove }
  } catch (error) {
    await remove()
    throw error instanceof ImportRefused
      ? new ImportRefused(error.message.replaceAll(path, withoutSecrets(address)))
      : error
  }
}

function refused(error: unknown): never {
  throw error instanceof DownloadFailed ? new ImportRefused(error.message) : error
}
