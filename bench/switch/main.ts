import { benchArguments } from "../kit/arguments";
import { serveBareClient } from "../kit/bare-rooms";
import { expectApp } from "../kit/browser";
import { startCrew } from "../kit/browser-crew";
import { openLiveEvent } from "../kit/live-event";
import { machine } from "../kit/machine";
import { finish, speed } from "../kit/report";
import { bareMoves } from "./floor";
import { noteMoves } from "./move-probe";
import { type Gaps, gapsOf } from "./moves";
import { productMoves } from "./product";

function verdictsOf(product: Gaps, bare: Gaps) {
  const ratio = (kind: "sound" | "frames") =>
    Math.round((product[kind].p50Ms / bare[kind].p50Ms) * 100) / 100;
  const { sound } = product;
  return [
    speed("gap of sound, 95 of 100 moves", "<= 1500 ms", [`${sound.p95Ms} ms`, sound.p95Ms <= 1500]),
    speed("gap of sound, median", "aim: <= 500 ms", [`${sound.p50Ms} ms`, sound.p50Ms <= 500]),
    ...(["sound", "frames"] as const).map((kind) =>
      speed(`median gap of ${kind} against bare livekit-client`, "<= 1.3 x", [
        `${ratio(kind)} x`,
        ratio(kind) <= 1.3,
      ]),
    ),
  ];
}

/** `npm run bench:switch -- --base URL [--out FILE] [--quick]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, databaseUrl } = benchArguments();
  await expectApp(base);
  const trips = quick ? 1 : 3;
  const event = await openLiveEvent(base, databaseUrl);
  const crew = await startCrew([noteMoves]);
  const server = await serveBareClient();
  try {
    const results = await gapsOf(await productMoves({ base, event, crew }, trips));
    const bare = await gapsOf(await bareMoves(crew, server.base, trips));
    const about = machine({ chromium: crew.version });
    const verdicts = verdictsOf(results, bare);
    finish({ bench: "switch", quick, machine: about, results, floors: { bare }, verdicts }, out);
  } finally {
    server.close();
    await crew.close();
    await event.close();
  }
}

await main();
