import { setTimeout as pause } from 'node:timers/promises'
import { smtpPostman } from '../../../src/clients/smtp.ts'
import { readConfig } from '../../../src/config.ts'
import { deliverHandful } from '../../../src/domain/outbox/delivery.ts'
import { openDatabase } from '../../../src/store/db/database.ts'
import { mailQueue } from '../../../src/store/outbox/outbox-store.ts'

// killed-workers.test.ts runs this file in processes that it kills at random. Each carries mails until then; its clock
// runs fast, so that leases end within the test.

const [url = '', begun = '', speed = ''] = process.argv.slice(2)
const database = await openDatabase(readConfig())
const queue = mailQueue(database, 1_000_000)
const postman = smtpPostman(url, 'annuaire@lieux.example.org')
const sender = { name: 'Hub du Morvan', url: 'https://lieux.example.org', contact: undefined }
const now = () => new Date(Number(begun) + (Date.now() - Number(begun)) * Number(speed))
process.stdout.write('begun\n')
for (;;) {
  const { sent, later, failed } = await deliverHandful({ queue, postman: postman.carry, sender, now })
  if (sent + later + failed === 0) await pause(20)
}
