import type { FastifyReply } from 'fastify'
import type { ShapeQuery } from './schemas/search-query.ts'

/**
 * The address of the next page. The cursor carries the question; the form of the answer stays in sight. Relative
 * unless PUBLIC_URL is set: the Host header is the client's word, and a cache would hand it on to others.
 */
export function nextPage(
  base: string | undefined,
  path: string,
  cursor: string | null,
  { fields, lang, format }: Pick<ShapeQuery, 'fields' | 'lang' | 'format'>
): string | null {
  if (cursor === null) return null
  const query = new URLSearchParams({
    cursor,
    ...(fields && { fields: fields.join(',') }),
    ...(lang && { lang }),
    ...(format && { format })
  })
  return `${base ?? ''}${path}?${query.toString().replaceAll('%2C', ',')}`
}

export function linkNext(reply: FastifyReply, next: string | null): void {
  if (next !== null) reply.header('link', `<${next}>; rel="next"`)
}
