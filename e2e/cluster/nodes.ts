import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { startFront } from "../../scripts/stack/front.mjs";
import { baseUrl } from "../fixtures/environment";

export type Which = 1 | 2;
/** Of the two apps and the two room servers, the ones that somebody's browser speaks to. */
export type Way = { app: Which; node: Which };

const data = () => z.string().min(1).parse(process.env.PLENUM_DATA);
const read = (name: string): unknown => JSON.parse(readFileSync(join(data(), name), "utf8"));

const appPorts = (): number[] =>
  z.object({ ports: z.array(z.int()).length(2) }).parse(read("apps.json")).ports;
const mediaPorts = (one: Which): number[] => {
  const { udp, tcp } = z.object({ udp: z.int(), tcp: z.int() }).parse(read(`livekit-${one}/livekit.json`));
  return [udp, tcp];
};
const nodePorts = (): number[] =>
  [1, 2].map((one) => z.object({ http: z.int() }).parse(read(`livekit-${one}/livekit.json`)).http);

/** The port that visitors know, with the host they know it by. */
const knownRooms = () => new URL(z.url().parse(process.env.LIVEKIT_URL)).host;

/**
 * A front of somebody's own, as a balancer that keeps to one server for each visitor: to the other one it goes only once
 * `mayChange`, and only while the first one takes nobody.
 */
async function ownFront(ports: readonly number[], first: Which) {
  const others = { mayUse: false };
  const [own, other] = first === 1 ? ports : ports.toReversed();
  if (own === undefined || other === undefined) throw new Error("there are two of each");
  const front = await startFront({ order: () => (others.mayUse ? [own, other] : [own]) });
  return { ...front, others };
}

/** Leads a browser of its own by this way; `flags` are for the browser. */
export async function leadBy({ app, node }: Way) {
  const apps = await ownFront(appPorts(), app);
  const rooms = await ownFront(nodePorts(), node);
  const rules = [
    `MAP ${new URL(baseUrl).host} 127.0.0.1:${apps.port}`,
    `MAP ${knownRooms()} 127.0.0.1:${rooms.port}`,
  ];
  return {
    flags: [`--host-resolver-rules=${rules.join(",")}`],
    mayChange: () => {
      apps.others.mayUse = true;
      rooms.others.mayUse = true;
    },
    close: async () => {
      await apps.close();
      await rooms.close();
    },
  };
}

export type Led = Awaited<ReturnType<typeof leadBy>>;

/** Which of the two room servers this page gets sound and picture from. */
export async function nodeOf(page: Page): Promise<Which> {
  const port = await page.evaluate(async () => {
    const open = [...window.mediaProbe.connections].filter((one) => one.connectionState === "connected");
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const stats = new Map(
      reports.flatMap((report) => [...report.values()].map((one) => [String(one.id), one] as const)),
    );
    const transport = [...stats.values()].findLast(({ type }) => type === "transport");
    const pair = stats.get(transport?.selectedCandidatePairId);
    return Number(stats.get(pair?.remoteCandidateId)?.port);
  });
  const node = ([1, 2] as const).find((one) => mediaPorts(one).includes(port));
  if (!node) throw new Error(`no room server sends from port ${port}`);
  return node;
}

export const otherOf = (one: Which): Which => (one === 1 ? 2 : 1);
