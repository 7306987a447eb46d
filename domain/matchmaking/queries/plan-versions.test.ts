import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { meetings } from "@/db/schema/matchmaking";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { aDraft, aPlanEvent, aPublishedPlan, type PlanEvent, publish } from "@/db/testing/plans";
import { slotAt } from "@/db/testing/talks";
import { cancelMeeting } from "../commands/cancel-meeting";
import { listPlanVersions, planVersion } from "./plan-versions";
import { versionFile } from "./version-file";

const nameOf = ({ takers }: PlanEvent, nth: number) => takers[nth]?.registration.name ?? "";

/** Who talks in which slot in a version, by the places in the list of people. */
async function talksIn(world: PlanEvent, version: number) {
  const { event, office, takers } = world;
  const found = await planVersion(office, { eventId: event.id, version });
  return found?.talks
    .map(({ people, startsAt }) => {
      const places = people.map(({ name }) =>
        takers.findIndex(({ registration }) => registration.name === name),
      );
      const slot = [0, 1, 2, 3].find((one) => slotAt(event, one).getTime() === startsAt.getTime());
      return `${places.sort().join("+")} at ${slot}`;
    })
    .sort();
}

it("keeps each published plan as it stood then, whatever became of its talks", async () => {
  const world = await aPlanEvent(4);
  const { event, office } = world;
  await aPublishedPlan(world, [
    [0, 1, 0],
    [0, 2, 1],
    [1, 3, 1],
  ]);
  await aDraft(world, [
    [0, 1, 1],
    [0, 2, 0],
    [2, 3, 1],
  ]);
  expect(await publish(world)).toMatchObject({ ok: true, value: { version: 2 } });
  const [talk] = await db()
    .select()
    .from(meetings)
    .where(eq(meetings.startsAt, slotAt(event, 0)));
  const cancelled = await cancelMeeting({ actor: office, input: { meetingId: talk?.id ?? "" } });
  expect(cancelled).toMatchObject({ ok: true });

  expect(await talksIn(world, 1)).toEqual(["0+1 at 0", "0+2 at 1", "1+3 at 1"]);
  expect(await talksIn(world, 2)).toEqual(["0+1 at 1", "0+2 at 0", "2+3 at 1"]);
  expect(await talksIn(world, 3)).toBeUndefined();

  const file = { eventId: event.id, format: "rfc4180" as const, locale: "de" as const };
  const old = await versionFile(office, { ...file, version: 1 });
  expect(old?.name).toBe(`gespraeche-${event.slug}-fassung-1.csv`);
  const lines = [...(old?.parts ?? [])].join("").trim().split("\r\n");
  expect(lines).toHaveLength(4);
  const pairs = [nameOf(world, 1), nameOf(world, 3)];
  expect(lines.filter((line) => pairs.every((name) => line.includes(name)))).toHaveLength(1);
  const stranger = (await aPlanEvent(0)).office;
  expect(await versionFile(stranger, { ...file, version: 1 })).toBeUndefined();
});

it("says of each version when it was published, by whom, and what that changed", async () => {
  const world = await aPlanEvent(3);
  const { event, takers } = world;
  const [first, second] = [
    await aPerson({ name: "Henrike Beispiel" }),
    await aPerson({ name: "Ole Muster" }),
  ];
  const acting = (person: typeof first) => ({
    ...world,
    office: organizerActor(person, { id: event.networkId }),
  });
  await aPublishedPlan(acting(first), [[0, 1, 0]]);
  await aPublishedPlan(acting(second), [
    [0, 1, 0],
    [1, 2, 1],
  ]);
  const list = await listPlanVersions(world.office, event.id);
  expect(list).toMatchObject([
    { version: 2, by: "Ole Muster", added: 1, moved: 0, removed: 0, mails: 2 },
    { version: 1, by: "Henrike Beispiel", added: 1, moved: 0, removed: 0, mails: 2 },
  ]);
  const [newest, oldest] = list ?? [];
  expect(newest && oldest && newest.publishedAt > oldest.publishedAt).toBe(true);
  expect((await planVersion(world.office, { eventId: event.id, version: 1 }))?.talks).toMatchObject([
    { people: expect.arrayContaining([expect.objectContaining({ name: nameOf(world, 0) })]) },
  ]);

  const [taker] = takers;
  if (!taker) throw new Error("nobody there");
  const strangers = [personActor(taker.person), (await aPlanEvent(0)).office];
  for (const viewer of strangers) {
    expect(await listPlanVersions(viewer, event.id)).toBeUndefined();
    expect(await planVersion(viewer, { eventId: event.id, version: 1 })).toBeUndefined();
  }
});
