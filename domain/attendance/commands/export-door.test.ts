import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { eventActor, guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aGuestOnSite, anEventOnSite, minute } from "@/db/testing/door";
import { aNetwork, anEventRole, anOrganizer, aPerson, aRegistration } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import type { AnyPaper } from "@/lib/pdf/papers";
import { readCheckInCode } from "@/lib/tokens";
import { doorPaper } from "../queries/door-papers";
import { exportDoor } from "./export-door";

async function aDoorWithPeople() {
  const door = await anEventOnSite();
  const guests = [
    await aGuestOnSite(door.event, { name: "Zoë Zander", organisation: "Werk Nord" }),
    await aGuestOnSite(door.event, { name: "Änne von der Aue" }),
    await aGuestOnSite(door.event, { name: "Ben Warte", status: "waiting" }),
  ];
  await aRegistration(door.event, { name: "Olaf Online" });
  return { ...door, guests };
}

const texts = (paper: AnyPaper | undefined) =>
  paper?.kind === "table" ? paper.rows.map((row) => row.map(({ text }) => text)) : undefined;

describe("exportDoor", () => {
  it("writes down who took the names along, each time, and keeps none of them", async () => {
    const { event, doorkeeper, keeper } = await aDoorWithPeople();
    for (const paper of ["list", "badges"])
      expect(await exportDoor({ actor: doorkeeper, input: { eventId: event.id, paper } })).toEqual({
        ok: true,
        value: { eventId: event.id, paper, locale: "de" },
      });
    const rows = await db().select().from(auditEntries).where(eq(auditEntries.eventId, event.id));
    expect(rows.map(({ command, actorId, outcome }) => [command, actorId, outcome])).toEqual([
      ["export-door", keeper.id, "ok"],
      ["export-door", keeper.id, "ok"],
    ]);
  });

  it("is missing for whoever does not stand at this door, and before the event is published", async () => {
    const { event, guests } = await aDoorWithPeople();
    const other = await anEventOnSite();
    const draft = await anEventOnSite({ status: "draft" });
    const network = await aNetwork();
    const input = { eventId: event.id, paper: "list" };
    const strangers: Actor[] = [
      guest,
      personActor(await aPerson()),
      seatActor(guests[0] ?? (await aGuestOnSite(event))),
      eventActor(await anEventRole(event, "speaker"), event, "speaker"),
      organizerActor(await anOrganizer(network), network),
      other.doorkeeper,
    ];
    for (const actor of strangers) {
      expect(await exportDoor({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
      const asked = { eventId: event.id, paper: "list", locale: "de", now: minute(0) } as const;
      expect(await doorPaper(actor, asked)).toBeUndefined();
    }
    const early = { eventId: draft.event.id, paper: "list" };
    expect(await exportDoor({ actor: draft.doorkeeper, input: early })).toMatchObject({ ok: false });
  });
});

describe("doorPaper", () => {
  const asked = { locale: "de", now: minute(0) } as const;

  it("lists everybody who may come on site by family name, and nobody who comes online", async () => {
    const { event, doorkeeper } = await aDoorWithPeople();
    const file = await doorPaper(doorkeeper, { ...asked, eventId: event.id, paper: "list" });
    expect(file?.name).toBe(`door-list-${event.slug}.pdf`);
    expect(texts(file?.paper)?.map(([, name]) => name)).toEqual([
      "Änne von der Aue",
      "Ben Warte",
      "Zoë Zander",
    ]);
    const notes = file?.paper.kind === "table" ? file.paper.rows.map(([, name]) => name?.note) : [];
    expect(notes).toEqual([undefined, "Warteliste", undefined]);
  });

  it("gives badges to whoever has a place, each with the code that its door takes", async () => {
    const { event, doorkeeper, guests } = await aDoorWithPeople();
    const all = await doorPaper(doorkeeper, { ...asked, eventId: event.id, paper: "badges" });
    const codes =
      all?.paper.kind === "badges" ? all.paper.badges.map(({ code }) => readCheckInCode(code)) : [];
    expect(codes).toEqual([guests[1]?.id, guests[0]?.id]);
    const only = guests[0]?.id;
    const one = await doorPaper(doorkeeper, { ...asked, eventId: event.id, paper: "badges", only });
    expect(one?.paper).toMatchObject({ badges: [{ name: "Zoë Zander", organisation: "Werk Nord" }] });
    const waiting = { ...asked, eventId: event.id, paper: "badges", only: guests[2]?.id } as const;
    expect(await doorPaper(doorkeeper, waiting)).toBeUndefined();
  });
});
