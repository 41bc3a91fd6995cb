/**
 * ZIP archives (PKWARE APPNOTE 6.3.10, without Zip64) written with the platform's own deflate.
 * Names are UTF-8; every file carries the same fixed time, so that equal contents give equal bytes.
 */

/** A file to be packed. */
export interface ZipEntry {
  readonly name: string;
  /** Its text, in pieces. */
  readonly pieces: AsyncIterable<string> | Iterable<string>;
}

const kLocalHeader = 0x04034b50;
const kCentralHeader = 0x02014b50;
const kEndOfDirectory = 0x06054b50;
/** Version 2.0: deflate. */
const kVersion = 20;
/** Bit 11: the name is UTF-8. */
const kUtf8Names = 0x0800;
const kDeflate = 8;
/** 1 January 1980, the first day that the format knows. */
const kDosDate = 0x0021;
const kLargest = 0xffffffff;

const kCrcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309, as ZIP has it) of `bytes` after those that gave `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) value = (kCrcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

interface Packed {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly packed: readonly Uint8Array<ArrayBuffer>[];
}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
  }
}

async function pack({ name, pieces }: ZipEntry): Promise<Packed> {
  const encoder = new TextEncoder();
  const deflate = new CompressionStream("deflate-raw");
  const collected = collect(deflate.readable);
  const writer = deflate.writable.getWriter();
  let [crc, size] = [0, 0];
  try {
    for await (const piece of pieces) {
      const bytes = encoder.encode(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      await writer.write(bytes);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    await collected.catch(() => undefined);
    throw error;
  }
  const packed = await collected;
  const packedSize = packed.reduce((sum, { length }) => sum + length, 0);
  if (size > kLargest || packedSize > kLargest) throw new RangeError(`${name} is larger than 4 GiB.`);
  return { name: encoder.encode(name), crc, size, packedSize, packed };
}

/** Little-endian fields: pairs of a value and its number of bytes, 2 or 4. */
function fields(...values: readonly (readonly [number, 2 | 4])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, width] of values) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

/** What the local header and the directory say alike of a file, from its flags to its sizes. */
function facts({ name, crc, size, packedSize }: Packed): (readonly [number, 2 | 4])[] {
  return [
    [kVersion, 2],
    [kUtf8Names, 2],
    [kDeflate, 2],
    [0, 2],
    [kDosDate, 2],
    [crc, 4],
    [packedSize, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  ];
}

/** Packs files one after the other into an archive of the given media type. */
export async function zip(entries: readonly ZipEntry[], type: string): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let [at, directorySize] = [0, 0];
  for (const entry of entries) {
    const file = await pack(entry);
    const header = fields([kLocalHeader, 4], ...facts(file));
    const listed = fields(
      [kCentralHeader, 4],
      [kVersion, 2],
      ...facts(file),
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    );
    parts.push(header, file.name, ...file.packed);
    directory.push(listed, file.name);
    at += header.length + file.name.length + file.packedSize;
    directorySize += listed.length + file.name.length;
    if (at > kLargest) throw new RangeError("The archive is larger than 4 GiB.");
  }
  const end = fields(
    [kEndOfDirectory, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [directorySize, 4],
    [at, 4],
    [0, 2],
  );
  return new Blob([...parts, ...directory, end], { type });
}
