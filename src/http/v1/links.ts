import type { FastifyReply } from 'fastify'
import type { ShapeQuery } from './schemas/search-query.ts'

/**
 * The address of the next page. The cursor contains the search; the parameters of the format stay visible.
 * The address is relative unless PUBLIC_URL is set, because the client controls the Host header and a cache
 * would pass it on to others.
 */
export function nextPage(
  base: string | undefined,
  path: string,
  cursor: string | null,
  { fields, lang, format }: Pick<ShapeQuery, 'fields' | 'lang' | 'format'>
): string | null {
  if (cursor === null) return null
  // The cursor comes last: if an address loses its end, it is the cursor that is refused, and the answer says why.
  const query = new URLSearchParams({
    ...(fields && { fields: fields.join(',') }),
    ...(lang && { lang }),
    ...(format && { format }),
    cursor
  })
  return `${base ?? ''}${path}?${query.toString().replaceAll('%2C', ',')}`
}

export function linkNext(reply: FastifyReply, next: string | null): void {
  if (next !== null) reply.header('link', `<${next}>; rel="next"`)
}
