import { writeFileSync } from "node:fs";

const RATE = 48_000;
const SECONDS = 10;
const HERTZ = 440;
const AMPLITUDE = 0.3;

function header(bytes: number): Buffer {
  const text = Buffer.alloc(44);
  text.write("RIFF", 0);
  text.writeUInt32LE(36 + bytes, 4);
  text.write("WAVEfmt ", 8);
  text.writeUInt32LE(16, 16);
  text.writeUInt16LE(1, 20);
  text.writeUInt16LE(1, 22);
  text.writeUInt32LE(RATE, 24);
  text.writeUInt32LE(RATE * 2, 28);
  text.writeUInt16LE(2, 32);
  text.writeUInt16LE(16, 34);
  text.write("data", 36);
  text.writeUInt32LE(bytes, 40);
  return text;
}

/** Ten seconds of a steady tone, 16 bit mono; whole periods, so that it can be repeated without a click. */
export function writeTone(path: string): void {
  const samples = new Int16Array(RATE * SECONDS);
  for (let n = 0; n < samples.length; n++) {
    samples[n] = Math.round(AMPLITUDE * 32_767 * Math.sin((2 * Math.PI * HERTZ * n) / RATE));
  }
  const data = Buffer.from(samples.buffer);
  writeFileSync(path, Buffer.concat([header(data.length), data]));
}
