import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

/**
 * Returns a URL from which the page can start the worker. A worker must have the same origin as the page. If the
 * script comes from another origin, the URL is that of a one-line worker that imports the script.
 */
function workerHere(url: URL): string {
  if (url.origin === location.origin) return url.href
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)}`], { type: 'text/javascript' }))
}

export const workerUrlHere = workerHere(new URL(workerUrl, import.meta.url))
