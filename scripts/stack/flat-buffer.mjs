/** @typedef {{ table: (Node | number | undefined)[] } | { list: Node[] } | { floats: number[] } | { text: string } | { bytes: Uint8Array } | { at: number }} Node */

const WORD = 4;
/** What the largest thing in such a file asks for: the numbers of a model. */
const ALIGNED = 16;

/** Writes one after the other, so that everything points ahead, as the format wants it. */
class Writer {
  #parts = new Uint8Array(0);
  length = 0;

  pad(to, plus = 0) {
    while ((this.length + plus) % to !== 0) this.u8(0);
  }

  #grow(by) {
    const at = this.length;
    this.length += by;
    if (this.length > this.#parts.length) {
      const more = new Uint8Array(this.length * 2);
      more.set(this.#parts);
      this.#parts = more;
    }
    return at;
  }

  get view() {
    return new DataView(this.#parts.buffer, 0, this.length);
  }

  u8(value) {
    const at = this.#grow(1);
    this.#parts[at] = value;
  }

  u16(value) {
    const at = this.#grow(2);
    this.view.setUint16(at, value, true);
  }

  u32(value) {
    const at = this.#grow(WORD);
    this.view.setUint32(at, value, true);
    return at;
  }

  f32(value) {
    const at = this.#grow(WORD);
    this.view.setFloat32(at, value, true);
  }

  raw(bytes) {
    const at = this.#grow(bytes.length);
    this.#parts.set(bytes, at);
    return at;
  }

  done() {
    return this.#parts.slice(0, this.length);
  }
}

/** What describes the fields of a table stands right before it. */
function putTable(writer, fields, slot) {
  const present = fields.filter((field) => field !== undefined);
  const head = WORD + 2 * fields.length;
  writer.pad(WORD, head);
  writer.u16(head);
  writer.u16(WORD + WORD * present.length);
  let next = WORD;
  for (const field of fields) {
    writer.u16(field === undefined ? 0 : next);
    if (field !== undefined) next += WORD;
  }
  const at = writer.u32(head);
  for (const field of present) {
    if (typeof field === "number") writer.u32(field);
    else slot(field);
  }
  return at;
}

function putList(writer, items, each) {
  writer.pad(WORD);
  const at = writer.u32(items.length);
  for (const item of items) each(item);
  return at;
}

function putBytes(writer, bytes, to) {
  writer.pad(to, WORD);
  const at = writer.u32(bytes.length);
  writer.raw(bytes);
  return at;
}

/** A text ends with a zero that does not count. */
function putText(writer, text) {
  const at = putBytes(writer, new TextEncoder().encode(text), WORD);
  writer.u8(0);
  return at;
}

/** Puts one node down and says where it begins, and which of its words have to point to which others. */
function put(writer, node) {
  const waiting = [];
  const slot = (child) => waiting.push([writer.u32(0), child]);
  if ("table" in node) return { at: putTable(writer, node.table, slot), waiting };
  if ("list" in node) return { at: putList(writer, node.list, slot), waiting };
  if ("floats" in node) return { at: putList(writer, node.floats, (value) => writer.f32(value)), waiting };
  if ("text" in node) return { at: putText(writer, node.text), waiting };
  return { at: putBytes(writer, node.bytes, ALIGNED), waiting };
}

/**
 * A FlatBuffer of this root. What is already written somewhere else stands behind it as it is, and nodes that say `at`
 * point into that.
 */
export function flatBuffer({ root, identifier, behind = new Uint8Array(0) }) {
  const writer = new Writer();
  const queue = [[writer.u32(0), root]];
  writer.raw(new TextEncoder().encode(identifier));
  const later = [];
  for (const [from, node] of queue) {
    if ("at" in node) {
      later.push([from, node.at]);
      continue;
    }
    const { at, waiting } = put(writer, node);
    writer.view.setUint32(from, at - from, true);
    queue.push(...waiting);
  }
  writer.pad(ALIGNED);
  const base = writer.raw(behind);
  for (const [from, at] of later) writer.view.setUint32(from, base + at - from, true);
  return writer.done();
}

/** Reads fields of the root table: where each of them points, undefined where there is none. */
export function rootOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = view.getUint32(0, true);
  const described = root - view.getInt32(root, true);
  const fieldAt = (index) => {
    const entry = WORD + 2 * index;
    const offset = entry < view.getUint16(described, true) ? view.getUint16(described + entry, true) : 0;
    return offset === 0 ? undefined : root + offset;
  };
  const target = (at) => at + view.getUint32(at, true);
  return {
    number: (index) => {
      const at = fieldAt(index);
      return at === undefined ? undefined : view.getUint32(at, true);
    },
    node: (index) => {
      const at = fieldAt(index);
      return at === undefined ? undefined : { at: target(at) };
    },
    list: (index) => {
      const at = fieldAt(index);
      if (at === undefined) return [];
      const first = target(at);
      const length = view.getUint32(first, true);
      return Array.from({ length }, (_, item) => ({ at: target(first + WORD + WORD * item) }));
    },
  };
}
