import t from 'tap'
import { unpacked } from '../../../src/importers/parse/workbook/unpack.ts'
import { TWO_PLACES, withSmallSizes, workbook } from './workbooks.ts'

const MEGABYTE = 1024 * 1024
const refused = (message: RegExp) => ({ name: 'ImportRefused', message })

t.test('a workbook is measured in the directory of its archive, before anything is unpacked', async (t) => {
  const shared = `<si><t>${'x'.repeat(40 * MEGABYTE)}</t></si>`
  const large = workbook(TWO_PLACES, { shared })
  t.ok(large.length < 100_000, 'the file itself is small')
  t.throws(() => unpacked(large), refused(/larger than 32 MB when unpacked/))
  const pictures = { 'xl/media/carte.png': new Uint8Array(40 * MEGABYTE) }
  t.doesNotThrow(() => unpacked(workbook(TWO_PLACES, { more: pictures })), 'what is no table does not count')
})

t.test('a part that unpacks to more than the directory says is cut there', async (t) => {
  const shared = `<si><t>${'x'.repeat(MEGABYTE)}</t></si>`
  t.ok(unpacked(withSmallSizes(workbook(TWO_PLACES, { shared }))).length < 10_000)
})

t.test('rows, columns and shared texts are counted before the table is built', async (t) => {
  const cell = (reference: string) =>
    `${TWO_PLACES}<row r="${reference.replace(/\D/g, '')}"><c r="${reference}"><v>1</v></c></row>`
  t.throws(() => unpacked(workbook(cell('XFD1048576'))), refused(/down to row 1048576 and in 16384 columns/))
  t.throws(() => unpacked(workbook(cell('B200001'))), refused(/row 200001 .* 4 columns/))
  t.throws(() => unpacked(workbook(cell('ALM4'))), refused(/in 1001 columns/))
  t.throws(() => unpacked(workbook(cell('ALL5000'))), refused(/4000000 cells/))
  t.doesNotThrow(() => unpacked(workbook(cell('ALL3999'))))
  t.throws(() => unpacked(workbook('<row/>'.repeat(200_001))), refused(/row 200001/), 'rows without numbers')
  t.throws(() => unpacked(workbook(TWO_PLACES, { shared: '<si/>'.repeat(500_001) })), refused(/larger/))
})
