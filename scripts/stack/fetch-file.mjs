import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { say } from "./say.mjs";

/** Aborts when nothing arrived for `quiet` milliseconds (a file may be large, a silent host is given up), or by `signal`. */
function watchdog(quiet, signal) {
  const control = new AbortController();
  let timer;
  const feed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(new Error(`no answer for ${quiet / 1000} s`)), quiet);
  };
  feed();
  const either = signal === undefined ? control.signal : AbortSignal.any([control.signal, signal]);
  return { signal: either, feed, end: () => clearTimeout(timer) };
}

async function open(url, dog) {
  const response = await fetch(url, { signal: dog.signal });
  if (!response.ok || response.body === null) throw new Error(`${response.status} from ${new URL(url).host}`);
  return response;
}

/** The text behind an address; gives up after `quiet` milliseconds of silence. */
export async function fetchText(url, { quiet = 5_000, signal } = {}) {
  const dog = watchdog(quiet, signal);
  try {
    return await (await open(url, dog)).text();
  } finally {
    dog.end();
  }
}

/** Fetches a file with progress and resolves its SHA-256 in hex; gives up after `quiet` milliseconds of silence. */
export async function fetchFile(url, file, { quiet = 5_000, signal } = {}) {
  const dog = watchdog(quiet, signal);
  const hash = createHash("sha256");
  try {
    const response = await open(url, dog);
    const total = Number(response.headers.get("content-length") ?? 0);
    let [received, told] = [0, Date.now()];
    const watched = async function* (source) {
      for await (const chunk of source) {
        dog.feed();
        hash.update(chunk);
        received += chunk.length;
        if (Date.now() - told > 3_000) {
          told = Date.now();
          const share = total > 0 ? ` of ${(total / 1e6).toFixed(0)}` : "";
          say(`  ${(received / 1e6).toFixed(0)}${share} MB`);
        }
        yield chunk;
      }
    };
    await pipeline(Readable.fromWeb(response.body), watched, createWriteStream(file));
    return hash.digest("hex");
  } finally {
    dog.end();
  }
}
