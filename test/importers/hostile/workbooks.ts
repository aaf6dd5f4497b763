import { strToU8, type Zippable, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const row = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells
    .map(
      (text, at) =>
        `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`
    )
    .join('')}</row>`

/** The rows of two places of the national standard, in the form of a workbook. */
export const TWO_PLACES = [
  row(1, ['id', 'nom', 'code_postal', 'commune']),
  row(2, ['1', 'Médiathèque de Bayeux', '14400', 'Bayeux']),
  row(3, ['2', 'Espace numérique de Vire', '14500', 'Vire'])
].join('')

/** A workbook of one sheet with these rows, as XML. */
export function workbook(rows: string, { shared = '', more = {} as Zippable } = {}): Buffer {
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
  return Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Lieux" sheetId="1" r:id="rId1"/></sheets></workbook>`
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
          `<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
          `<Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
      ),
      'xl/sharedStrings.xml': strToU8(`<sst xmlns="${MAIN}">${shared}</sst>`),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
      ...more
    })
  )
}

/** The same archive, whose directory says of every part that it is small: `unzip` believes it. */
export function withSmallSizes(zip: Buffer): Buffer {
  const lying = Buffer.from(zip)
  for (
    let at = lying.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = lying.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  )
    lying.writeUInt32LE(1_000, at + 24)
  return lying
}
