import { Session } from 'node:inspector/promises'

/**
 * Notes which functions are called from now on. Returns a function that tells their names, those of the file with this
 * URL.
 */
export async function notingCalls(): Promise<() => Promise<(url: string) => ReadonlySet<string>>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    session.disconnect()
    return (url) => {
      const functions = result.filter((script) => script.url === url).flatMap((script) => script.functions)
      const called = functions.filter(({ ranges }) => ranges.some(({ count }) => count > 0))
      return new Set(called.map(({ functionName }) => functionName))
    }
  }
}
