import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { admissions } from "@/db/schema/rooms";
import { speakingTimes } from "@/db/schema/rooms-speaking";
import { aSession } from "@/db/testing/agenda";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { aGuest, aLiveEvent, at } from "@/db/testing/rooms";
import { advanceShow } from "./advance-show";
import { countSpeaking } from "./count-speaking";
import { heartbeat } from "./heartbeat";
import { setRole } from "./set-role";
import { takeHost } from "./take-host";

/** Four hosts press „Weiter“ at once; how many of them are told that they moved the plan. */
async function moved(): Promise<number> {
  const { event, host } = await aLiveEvent({ mode: "stage" });
  for (const after of [0, 10, 20, 30, 40])
    await aSession(event, { title: `Punkt ${after}`, after, minutes: 10 });
  const input = { eventId: event.id, after: null };
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => advanceShow({ actor: host.actor, input, now: at(5) })),
  );
  return answers.filter(({ ok }) => ok).length;
}

/** The host has been gone for two minutes, and four speakers take over at once; how many of them are co-hosts then. */
async function tookOver(): Promise<number> {
  const { event, host } = await aLiveEvent({ mode: "stage" });
  const speakers = [];
  for (let n = 0; n < 4; n++) {
    const one = await aGuest(event, at(100));
    const become = { eventId: event.id, admissionId: one.admissionId, role: "speaker" };
    await setRole({ actor: host.actor, input: become, now: at(1) });
    speakers.push(one);
  }
  const input = { eventId: event.id };
  await Promise.allSettled(speakers.map(({ actor }) => takeHost({ actor, input, now: at(130) })));
  const roles = await db()
    .select({ role: admissions.role })
    .from(admissions)
    .where(eq(admissions.eventId, event.id));
  return roles.filter(({ role }) => role === "cohost").length;
}

describe("hosts and speakers who press at once", { timeout: 120_000 }, () => {
  it("move the plan once", async () => {
    for (let run = 0; run < 3; run++) expect(await moved()).toBe(1);
  });

  it("leave one who takes over", async () => {
    for (let run = 0; run < 3; run++) expect(await tookOver()).toBe(1);
  });

  it("lose nothing of the time that a role has spoken", async () => {
    const live = await aLiveEvent({ guests: 6 });
    await countSpeaking({
      actor: live.host.actor,
      input: { eventId: live.event.id, counts: true },
      now: at(1),
    });
    await Promise.all(
      live.people.map(({ actor, tab }) =>
        heartbeat({ actor, input: { eventId: live.event.id, tab, spoke: 5_000 }, now: at(30) }),
      ),
    );
    expect(await db().select().from(speakingTimes)).toMatchObject([
      { role: "participant", milliseconds: 30_000 },
    ]);
  });
});

describe("the same without the lock on the session", { timeout: 120_000 }, () => {
  beforeAll(() => withoutLockOn("live_sessions"));

  it("tells several that they moved it", async () => {
    expect(await worstOf(moved, 1)).toBeGreaterThan(1);
  });

  it("makes several of them co-hosts", async () => {
    expect(await worstOf(tookOver, 1)).toBeGreaterThan(1);
  });
});
