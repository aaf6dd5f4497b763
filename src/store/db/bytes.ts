/** Prisma takes no Buffer, because its memory may be shared. */
export const toBytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)
