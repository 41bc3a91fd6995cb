import { readFileSync } from "node:fs";

/**
 * A file of doubles as native_run writes it: one column after the other.
 * @param {string} path
 */
export function readColumns(path) {
  const bytes = readFileSync(path);
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
}

/**
 * Columns of `draws` values side by side, draw by draw.
 * @param {Float64Array} columns
 * @param {number} draws
 */
export function toRows(columns, draws) {
  const width = columns.length / draws;
  return columns.map((_, at) => columns[(at % width) * draws + Math.floor(at / width)]);
}

/**
 * The other way about.
 * @param {Float64Array} rows
 * @param {number} draws
 */
export function toColumns(rows, draws) {
  const width = rows.length / draws;
  return rows.map((_, at) => rows[(at % draws) * width + Math.floor(at / draws)]);
}
