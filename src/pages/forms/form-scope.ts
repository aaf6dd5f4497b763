import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hidden } from '../shell/respond.ts'
import { showForged } from './forged-page.tsx'
import { refuseForgeries } from './forgery-guard.ts'

type Show = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** A page that people fill in: what it shows, and what happens to the form that they send. */
export type FormPage = {
  readonly get?: Show
  readonly post?: Show
  /** Whether mail programs, which are no browsers, may send the form too. */
  readonly fromPrograms?: true
}

/**
 * Only the reader may keep such a page: its token must not be given to a second person. With `no-store`, the back button
 * would lose what was typed.
 */
const OWN = 'private, no-cache'

/** Answers that belong to one reader, and that no cache keeps: what was sent, and pages of an account. */
export const NOT_KEPT = 'private, no-store'

/** A text that is too long is still received, so that the page can show it again and say so; a flood is not. */
const MOST_BYTES = 256 * 1024

/** Mail programs may send their one field in parts (RFC 8058). No page of ours does, so nothing else is read of them. */
const MOST_PARTS = 4 * 1024
const ONE_CLICK = /name="?List-Unsubscribe"?\r?\n(?:[\w-]+:[^\r\n]*\r?\n)*\r?\nOne-Click\r?\n/i

const readParts = async (_: FastifyRequest, body: string | Buffer) =>
  ONE_CLICK.test(String(body)) ? { 'List-Unsubscribe': 'One-Click' } : {}

type Options = {
  readonly publicUrl: string | undefined
  /** The pages by their path. */
  readonly pages: Readonly<Record<string, FormPage>>
}

/**
 * Serves pages that receive forms. Only in their scope are forms and cookies read at all: the other pages and the API
 * cannot see a cookie.
 */
export async function formScope(app: FastifyInstance, { publicUrl, pages }: Options): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', async ({ method }, reply) => {
      if (method === 'POST') reply.header('cache-control', NOT_KEPT)
    })
    refuseForgeries(scope, publicUrl, showForged)
    await scope.register(formbody, { bodyLimit: MOST_BYTES })
    await scope.register(cookie)
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'string', bodyLimit: MOST_PARTS }, readParts)
    for (const [path, { get, post, fromPrograms = false }] of Object.entries(pages)) {
      const { config, schema } = hidden(OWN)
      if (get) scope.get(path, { config, schema }, get)
      if (post) scope.post(path, { config: { ...config, fromPrograms }, schema, bodyLimit: MOST_BYTES }, post)
    }
  })
}
