import type { IncomingMessage, ServerResponse } from "node:http";
import type { Refusal } from "./gate";
import { answerTooLarge, isBrowserForm } from "./too-large";

/** A body nobody wants is let run out up to here, because a closed connection would eat the answer. */
const DISCARD_BYTES = 32 * 1024 * 1024;
const DISCARD_MILLISECONDS = 10_000;
/** How long an answer that has ended may take to arrive before its connection is cut. */
const LEAVE_MILLISECONDS = 1_000;

/** An upload that lasts too long: the answer ends first, because a compressed one is broken without its end. */
function giveUpOn(request: IncomingMessage, response: ServerResponse): void {
  let timer = setTimeout(() => {
    response.end();
    timer = setTimeout(() => request.destroy(), LEAVE_MILLISECONDS).unref();
  }, DISCARD_MILLISECONDS).unref();
  request.once("end", () => clearTimeout(timer));
}

/** What is said, and as what: whoever has sent a form that is too large reads what to do about it. */
function wordsFor(request: IncomingMessage, { reason, most }: Refusal): { type: string; answer: string } {
  if (most !== undefined && isBrowserForm(request))
    return { type: "text/html; charset=utf-8", answer: answerTooLarge(request, most) };
  return { type: "application/json", answer: JSON.stringify({ failure: { kind: "invalid", reason } }) };
}

/** The answer goes out at once and ends with the body, so that whoever is still sending can read it. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { status } = refusal;
  const { type, answer } = wordsFor(request, refusal);
  response.setHeader("content-type", type);
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-length", Buffer.byteLength(answer));
  response.statusCode = status;
  const isHuge = Number(request.headers["content-length"] ?? 0) > DISCARD_BYTES;
  if (isHuge || status === 411) {
    response.setHeader("connection", "close");
    response.end(answer);
  } else {
    response.write(answer);
    request.once("end", () => response.end());
  }
  giveUpOn(request, response);
  request.resume();
}
