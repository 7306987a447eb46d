import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aDesk, aMaterial, DESK_START } from "@/db/testing/agenda";
import { aPerson, aRegistration } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import { newId } from "@/lib/ids";
import { findFile, materialsFor, materialsForDesk, mayEditEvent, publicMaterials } from "./materials";

const BEFORE = new Date(DESK_START.getTime() - 3_600_000);
const AFTER = new Date(DESK_START.getTime() + 3 * 3_600_000);
type Values = NonNullable<Parameters<typeof aDesk>[0]>;

/** Four files: for everybody or with a place, at once or afterwards; and who might want them. */
async function scene(values: Values = {}) {
  const desk = await aDesk(values);
  const { event } = desk;
  const file = (title: string, more: object) => aMaterial(event, { title, fileId: newId("file"), ...more });
  const files = [
    await file("alle", { position: 0 }),
    await file("alle später", { afterEvent: true, position: 1 }),
    await file("Platz", { audience: "registered", position: 2 }),
    await file("Platz später", { audience: "registered", afterEvent: true, position: 3 }),
  ];
  const seat = async (status: "confirmed" | "waiting" | "cancelled") =>
    seatActor(await aRegistration(event, { status }));
  /** Titles in the list, and titles whose file is handed out: always the same. */
  const given = async (viewer: Actor, now: Date) => {
    const listed = (await materialsFor(viewer, event.id, now)).map(({ title }) => title);
    const handed = [];
    for (const { id, title } of files) if (await findFile(viewer, id, now)) handed.push(title);
    expect(handed).toEqual(listed);
    return listed;
  };
  return { ...desk, files, seat, given };
}

describe("what an event gives out", () => {
  it("goes to whom it is for, when it is for them", async () => {
    const { event, actor, seat, given } = await scene();
    const [confirmed, waiting, left] = [
      await seat("confirmed"),
      await seat("waiting"),
      await seat("cancelled"),
    ];
    for (const viewer of [guest, waiting, left]) {
      expect(await given(viewer, BEFORE)).toEqual(["alle"]);
      expect(await given(viewer, AFTER)).toEqual(["alle", "alle später"]);
    }
    expect(await given(confirmed, BEFORE)).toEqual(["alle", "Platz"]);
    expect(await given(confirmed, AFTER)).toHaveLength(4);
    expect(await given(actor, BEFORE)).toHaveLength(4);
    const cached = await publicMaterials(event, BEFORE);
    expect(cached.map(({ title }) => title)).toEqual(["alle"]);
  });

  it("goes to the person who is signed in and has the place, and to nobody by a place elsewhere", async () => {
    const { event, given } = await scene();
    const person = await aPerson();
    await aRegistration(event, { status: "confirmed", personId: person.id });
    expect(await given(personActor(person), BEFORE)).toEqual(["alle", "Platz"]);
    const other = await scene();
    expect(await given(await other.seat("confirmed"), BEFORE)).toEqual(["alle"]);
  });

  it("goes to the event's speakers like to anybody with a place", async () => {
    const { strangers, given } = await scene();
    const [nobody, elsewhere, speaker] = strangers;
    for (const viewer of [nobody, elsewhere]) expect(await given(viewer ?? guest, BEFORE)).toEqual(["alle"]);
    expect(await given(speaker ?? guest, BEFORE)).toEqual(["alle", "Platz"]);
  });

  it("is as hidden as the event: drafts and members-only ones have none", async () => {
    const draft = await scene({ status: "draft" });
    const intern = await scene({ membersOnly: true });
    expect(await draft.given(guest, AFTER)).toEqual([]);
    expect(await draft.given(await draft.seat("confirmed"), AFTER)).toEqual([]);
    expect(await draft.given(draft.actor, AFTER)).toHaveLength(4);
    expect(await intern.given(guest, AFTER)).toEqual([]);
    // Whoever came in by an invitation knows of it.
    expect(await intern.given(await intern.seat("confirmed"), BEFORE)).toEqual(["alle", "Platz"]);
  });

  it("looks missing when it is a link, unknown, or no id at all", async () => {
    const { event } = await scene();
    const link = await aMaterial(event);
    for (const id of [link.id, newId("material"), "../../etc/passwd", undefined])
      expect(await findFile(guest, id, AFTER)).toBeUndefined();
  });
});

it("lets those bring a file who may change the page, and asks for nothing but an id", async () => {
  const { event, actor, strangers } = await aDesk();
  expect(await mayEditEvent(actor, event.id)).toBe(true);
  for (const viewer of [...strangers, guest]) {
    expect(await mayEditEvent(viewer, event.id)).toBe(false);
    expect(await materialsForDesk(viewer, event.id)).toBeUndefined();
  }
  for (const id of [undefined, "x", newId("event")]) expect(await mayEditEvent(actor, id, db())).toBe(false);
});
