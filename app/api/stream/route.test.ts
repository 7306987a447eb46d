import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { aMember, aNetwork, anOrganizer } from "@/db/testing/makers";
import { loginCookieOf, noParams } from "@/db/testing/requests";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import type { Id } from "@/lib/ids";
import { closeHub } from "@/realtime/hub";
import { deskOf } from "@/realtime/project";
import { publishSignals } from "@/realtime/publish";
import { GET } from "./route";

afterAll(closeHub);

const asked = (query: Record<string, string>, cookie = "") =>
  GET(
    new Request(`http://127.0.0.1/api/stream?${new URLSearchParams(query)}`, { headers: { cookie } }),
    noParams,
  );

async function aDesk() {
  const network = await aNetwork();
  const event = await aTalkEvent({ networkId: network.id });
  const organizer = await anOrganizer(network);
  return { network, event, organizer, cookie: await loginCookieOf(organizer) };
}

it("tells of an event's desk whoever sees its plan, and names nothing but what changed", async () => {
  const { event, cookie } = await aDesk();
  const desk = deskOf(event.id);
  const first = await asked({ desk: event.id, poll: "1" }, cookie);
  expect(await first.json()).toEqual({ after: { [desk]: 0 }, signals: [] });
  await publishSignals([
    { channel: desk, topic: "plan" },
    { channel: event.id, topic: "talks" },
  ]);
  const next = await asked({ desk: event.id, poll: "1", after: JSON.stringify({ [desk]: 0 }) }, cookie);
  expect(await next.json()).toEqual({
    after: { [desk]: 1 },
    signals: [{ v: 1, channel: desk, seq: 1, topic: "plan" }],
  });
});

it("knows no desk for anybody else: whoever takes part, members, another network's organizers, strangers", async () => {
  const { network, event } = await aDesk();
  const others = [(await aTaker(event)).person, await aMember(network), await aMember(network, "observer")];
  const cookies = await Promise.all([...others, (await aDesk()).organizer].map(loginCookieOf));
  for (const cookie of [...cookies, ""])
    for (const query of [{ poll: "0" }, { poll: "1" }])
      expect((await asked({ ...query, desk: event.id }, cookie)).status).toBe(404);
  for (const desk of ["", "nonsense", `${event.id}x`, `desk:${event.id}`])
    expect((await asked({ desk, poll: "1" }, cookies[0])).status).toBe(404);
});

const leave = (personId: Id<"person">) =>
  db().delete(networkMembers).where(eq(networkMembers.personId, personId));

it("ends the stream of somebody who looks after the network no more", async () => {
  const { event, organizer, cookie } = await aDesk();
  const open = await asked({ desk: event.id }, cookie);
  expect(open.headers.get("content-type")).toContain("text/event-stream");
  await leave(organizer.id);
  // Whether somebody may still hear is asked each minute, and with every word about who may what.
  await publishSignals([{ channel: deskOf(event.id), topic: "session" }]);
  expect(await open.text(), "the whole stream, which is over by now").toContain(": open");
});
