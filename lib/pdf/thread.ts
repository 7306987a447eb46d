import { parentPort, workerData } from "node:worker_threads";
import { drawPdf } from "./draw";
import { paperOf } from "./papers";

/** The thread that draws one document, hands it over and ends. */
const bytes = await drawPdf(paperOf.parse(workerData));
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
