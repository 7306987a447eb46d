import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { benchArguments } from "../kit/arguments";
import { barePass, serveBareClient } from "../kit/bare-rooms";
import { expectApp } from "../kit/browser";
import { type Crew, enter, expectFact, firstFrameMs, openPrejoin, startCrew } from "../kit/browser-crew";
import { type LiveEvent, openLiveEvent } from "../kit/live-event";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { timesOf } from "../kit/statistics";

type Ground = { base: string; bare: string; bareRoom: string; event: LiveEvent; crew: Crew };

async function openBare({ crew, bare, bareRoom }: Ground): Promise<Page> {
  const page = await crew.page(bare, "127.0.0.1");
  await page.goto("/");
  await page.evaluate((pass) => window.bareClient.prepare(pass), await barePass(bareRoom, randomUUID()));
  return page;
}

const pressBare = (page: Page) => page.getByRole("button", { name: "enter" }).click();

async function productJoin({ crew, base, event }: Ground): Promise<number> {
  const page = await openPrejoin(crew, base, await event.guest("proven"));
  await enter(page);
  const ms = await firstFrameMs(page);
  await page.getByRole("button", { name: "Verlassen" }).click();
  await expectFact(page, "state", "left");
  await page.context().close();
  return ms;
}

async function bareJoin(ground: Ground): Promise<number> {
  const page = await openBare(ground);
  await pressBare(page);
  const ms = await firstFrameMs(page);
  await page.context().close();
  return ms;
}

/** Somebody with a camera is in each room already, and stays. */
async function someoneThere(ground: Ground): Promise<void> {
  const page = await openPrejoin(ground.crew, ground.base, await ground.event.guest("proven"));
  await enter(page);
  await expectFact(page, "state", "live");
  const bare = await openBare(ground);
  await pressBare(bare);
  await bare.waitForFunction(() => document.title === "in");
}

/** Takes turns, so that whatever else the machine does meets both alike. The first turn warms up. */
async function measure(ground: Ground, runs: number) {
  await someoneThere(ground);
  const product: number[] = [];
  const bare: number[] = [];
  const errors: string[] = [];
  for (let run = 0; run <= runs; run++) {
    try {
      const [one, other] = [await productJoin(ground), await bareJoin(ground)];
      if (run === 0) continue;
      product.push(one);
      bare.push(other);
    } catch (error) {
      errors.push(String(error));
    }
  }
  return { product: timesOf(product), bare: timesOf(bare), errors };
}

/** `npm run bench:join -- --base URL [--out FILE] [--quick]`; see README.md beside this file. */
async function main() {
  const { base, out, quick, databaseUrl } = benchArguments();
  await expectApp(base);
  const event = await openLiveEvent(base, databaseUrl);
  const crew = await startCrew();
  const server = await serveBareClient();
  try {
    const ground = { base, bare: server.base, bareRoom: `bench-${randomUUID()}`, event, crew };
    const { product, bare, errors } = await measure(ground, quick ? 2 : 10);
    const ratio = Math.round((product.p50Ms / bare.p50Ms) * 100) / 100;
    const verdicts = [
      invariant("everybody sees the other", `${errors.length} failed`, errors.length === 0),
      speed("click to first frame, median against bare livekit-client", "<= 1.3 x", [
        `${ratio} x`,
        ratio <= 1.3,
      ]),
    ];
    const about = machine({ chromium: crew.version });
    finish(
      {
        bench: "join",
        quick,
        machine: about,
        results: { join: product, errors },
        floors: { bare },
        verdicts,
      },
      out,
    );
  } finally {
    server.close();
    await crew.close();
    await event.close();
  }
}

await main();
