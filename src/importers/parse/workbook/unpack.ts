import { unzipSync, zipSync } from 'fflate'
import { ImportRefused } from '../../refused.ts'

const MEGABYTE = 1024 * 1024

/** XML of a workbook; 17 000 places with 30 columns take as much. More is read ten times faster as CSV. */
const MOST_UNPACKED = 32 * MEGABYTE
/** A workbook has one part for each sheet, and some ten others. */
const MOST_PARTS = 10_000
/** Excel allows a million, which a cell formatted by mistake below the table often reaches. */
const MOST_ROWS = 200_000
const MOST_COLUMNS = 1_000
/** Cells of the rectangle in which a sheet has cells, all of which take memory. 100 000 places with 40 columns. */
const MOST_CELLS = 4_000_000
const MOST_STRINGS = 500_000

/** Parts that hold no cell of a table: pictures, charts, other versions of the data. */
const OTHER_PARTS =
  /^xl\/(?:charts|drawings|media|theme|pivotCache|pivotTables|externalLinks|tables|queryTables|comments|persons|threadedComments|printerSettings|ctrlProps|activeX|calcChain)\b|^(?:docProps|customXml)\//

type Part = { readonly name: string; readonly size: number; readonly originalSize: number }

const isNeeded = ({ name }: Part): boolean => /\.xml(?:\.rels)?$/.test(name) && !OTHER_PARTS.test(name)

/**
 * The archive with only the parts that hold cells, stored instead of compressed. Sizes are added up in the directory of
 * the archive before anything is unpacked, and nothing unpacks to more than the directory says. Then the cells are counted,
 * because one cell in the last row and column takes 17 thousand million places in memory.
 */
export function unpacked(zip: Uint8Array): Buffer {
  let parts = 0
  let size = 0
  const measure = (part: Part): boolean => {
    parts++
    if (isNeeded(part)) size += Math.max(part.size, part.originalSize)
    if (parts > MOST_PARTS || size > MOST_UNPACKED) throw tooLarge()
    return false
  }
  unzipSync(zip, { filter: measure })
  const needed = unzipSync(zip, { filter: isNeeded })
  for (const part of Object.values(needed)) refuseMany(part)
  return Buffer.from(zipSync(needed, { level: 0 }))
}

/** The number of a row or the reference of a cell; the beginning of a shared text or of a row, which may have no number. */
const COUNTED = /\sr\s*=\s*["']([A-Z]{0,8})(\d{1,9})["']|<(?:\w{1,20}:)?(si|row)[\s/>]/g
/** Characters read at a time, and the longest match of `COUNTED`. */
const STRETCH = MEGABYTE
const LONGEST_MATCH = 100

function refuseMany(part: Uint8Array): void {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  let rows = 0
  let last = 0
  let columns = 0
  let strings = 0
  for (let from = 0; from < bytes.length; from += STRETCH) {
    const text = bytes.toString('latin1', from, Math.min(bytes.length, from + STRETCH + LONGEST_MATCH))
    for (const { index, 1: letters, 2: digits, 3: element } of text.matchAll(COUNTED)) {
      // Found again at the beginning of the next stretch.
      if (index >= STRETCH) break
      if (element === 'row') rows++
      else if (element === 'si') strings++
      else {
        last = Math.max(last, Number(digits))
        columns = Math.max(columns, columnOf(letters ?? ''))
      }
    }
  }
  const lowest = Math.max(rows, last)
  if (lowest > MOST_ROWS || columns > MOST_COLUMNS || lowest * columns > MOST_CELLS)
    throw tooWide(lowest, columns)
  if (strings > MOST_STRINGS) throw tooLarge()
}

/** A is 1, Z 26, AA 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

const tooLarge = (): ImportRefused =>
  new ImportRefused(
    `The workbook is larger than ${MOST_UNPACKED / MEGABYTE} MB when unpacked: save its sheet as CSV (UTF-8).`,
    'input',
    `Le classeur dépasse ${MOST_UNPACKED / MEGABYTE} Mo une fois décompressé : enregistrez sa feuille en CSV (UTF-8).`
  )

const tooWide = (rows: number, columns: number): ImportRefused =>
  new ImportRefused(
    `A sheet of the workbook has cells down to row ${rows} and in ${columns} columns; at most ${MOST_ROWS} rows, ${MOST_COLUMNS} columns and ` +
      `${MOST_CELLS} cells are read. Delete the rows and columns beyond the table, or save the sheet as CSV (UTF-8).`,
    'input',
    `Une feuille du classeur va jusqu’à la ligne ${rows} et compte ${columns} colonnes ; ${MOST_ROWS} lignes, ${MOST_COLUMNS} colonnes et ` +
      `${MOST_CELLS} cellules au plus sont lues. Supprimez les lignes et colonnes vides, ou enregistrez la feuille en CSV (UTF-8).`
  )
