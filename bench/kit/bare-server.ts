import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";

// A thread of its own, as the app has processes of its own: it must not share the load generator's loop.
const SOURCE = `
const { createServer } = require("node:http");
const { parentPort, workerData } = require("node:worker_threads");
const page = Buffer.alloc(workerData.bytes, "x");
const server = createServer((request, response) => {
  if (request.method === "GET") return response.writeHead(200, { "content-type": "text/html" }).end(page);
  request.resume().on("end", () => response.writeHead(303, { location: "/", "set-cookie": "a=b" }).end());
});
server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

export type BareServer = { base: string; close: () => Promise<unknown> };

/** The floor of every HTTP bench: a node:http server that answers with so many bytes and does nothing else. */
export async function startBareServer(bytes: number): Promise<BareServer> {
  const worker = new Worker(SOURCE, { eval: true, workerData: { bytes } });
  const [port] = await once(worker, "message");
  return { base: `http://127.0.0.1:${z.int().parse(port)}`, close: () => worker.terminate() };
}
