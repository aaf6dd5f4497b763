import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import t from 'tap'
import { download } from '../../src/clients/http.ts'
import {
  checkedLookup,
  isPrivateHost,
  PrivateAddress,
  publicLookup,
  refusePrivateHost
} from '../../src/clients/public-address.ts'
import { fileServer, sends } from '../support/file-server.ts'

const OPTIONS = { userAgent: 'test', limits: { attempts: 1, pauseMs: 1 } }

const PRIVATE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0.0.0.0/',
  'http://10.1.2.3/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:a00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fc00::1]/',
  'http://[fe80::1]/',
  'http://[ff02::1]/'
]

t.test('an address of the machine or its network is private, in whatever form it is written', async (t) => {
  for (const address of PRIVATE) {
    t.throws(() => refusePrivateHost(new URL(address)), PrivateAddress, address)
    t.ok(isPrivateHost(new URL(address)), address)
  }
  for (const address of [
    'http://192.0.66.2/',
    'http://[2a00:1450:4007::200e]/',
    'https://www.data.gouv.fr/'
  ]) {
    t.doesNotThrow(() => refusePrivateHost(new URL(address)), address)
    t.notOk(isPrivateHost(new URL(address)), address)
  }
  for (const address of [
    'http://localhost:8000/',
    'http://annuaire/',
    'http://epn.local/',
    'http://a.internal./'
  ])
    t.ok(isPrivateHost(new URL(address)), address)
})

t.test(
  'a name that leads to a private address is refused when it is looked up for the connection',
  async (t) => {
    for (const all of [true, false]) {
      const failure = await new Promise((resolve) => publicLookup('localhost', { all }, resolve))
      t.match(failure, { name: 'PrivateAddress', message: /localhost leads to the private address/ })
    }
  }
)

t.test(
  'a name of which one address is private is refused, and the server behind it sees nothing',
  async (t) => {
    let connections = 0
    const server = createServer(() => connections++).listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.teardown(() => server.close())
    const { port } = server.address() as AddressInfo
    for (const addresses of [['127.0.0.1'], ['192.0.66.2', '127.0.0.1'], ['::ffff:127.0.0.1']]) {
      let asked = 0
      const resolver: Parameters<typeof checkedLookup>[0] = (_host, _options, callback) => {
        asked++
        callback(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
        )
      }
      const lookup: LookupFunction = (...given) => checkedLookup(resolver, ...given)
      const [error] = await once(request({ host: 'rebind.example', port, lookup }).end(), 'error').catch(
        (thrown) => [thrown]
      )
      t.match(error, { name: 'PrivateAddress', message: /rebind.example leads to the private address/ })
      t.same([asked, connections], [1, 0], addresses.join())
    }
  }
)

t.test(
  'the connection is made to the addresses that were checked, whatever the name leads to next',
  async (t) => {
    const answers = ['192.0.66.2', '127.0.0.1']
    const resolver: Parameters<typeof checkedLookup>[0] = (_host, _options, callback) =>
      callback(null, [{ address: answers.shift() ?? '', family: 4 }])
    const found = await new Promise((resolve) =>
      checkedLookup(resolver, 'rebind.example', { all: false }, (_error, address) => resolve(address))
    )
    t.equal(found, '192.0.66.2')
    t.same(answers, ['127.0.0.1'], 'it is not looked up a second time')
  }
)

t.test('a source with a private address of its own is fetched, and may redirect there', async (t) => {
  const { url } = await fileServer(
    t,
    (_request, response) => response.writeHead(302, { location: '/b' }).end(),
    sends('[]')
  )
  const downloaded = await download(url, OPTIONS)
  t.ok(downloaded)
  await downloaded?.remove()
})
