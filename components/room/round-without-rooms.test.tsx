import { expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { BreakoutsPanel } from "./breakouts-panel";
import { roomMarkup } from "./testing/room-markup";

const words = messages.de.room.breakouts;
const people = (...names: string[]) => names.map((name) => ({ admissionId: `adm_${name}`, name }));
const room = { id: "room_1", kind: "breakout", label: "1", people: [] };

/** What hosts see of a draft with these rooms, and these people in none. */
async function draftWith(rooms: (typeof room)[], unassigned: ReturnType<typeof people>): Promise<string> {
  const { session, control, clock } = fakeSession();
  const round = {
    ...{ id: "rnd_a", rule: "random_pairs", groupSize: 2, durationSeconds: 600, state: "draft" },
    ...{ startsAt: null, endsAt: null, allowReturn: true, autoMove: true, message: null },
  };
  control.lists = {
    rounds: { rounds: [{ ...round, rooms, unassigned }], serverNow: new Date(0).toISOString() },
  };
  session.documents.readAll();
  await clock.pass(0);
  return roomMarkup(session, <BreakoutsPanel />, "host");
}

it.each([
  [people(), "Es ist außer der Moderation noch niemand da."],
  [people("Ada"), "Es ist erst eine Person da, die verteilt werden kann."],
  [people("Ada", "Ben"), "Seit dem Verteilen sind Leute gekommen."],
])("a draft without rooms says why: %j", async (unassigned, why) => {
  const html = await draftWith([], unassigned);
  expect(html).toContain(why);
  expect(html).not.toContain(words.hint);
  for (const { name } of unassigned) expect(html).toContain(name);
  expect(html, "no menu without a room to move to").not.toContain("verschieben nach …");
});

it("a draft with a room says what becomes of who comes later, and moves people there", async () => {
  const html = await draftWith([room], people("Ada"));
  expect(html).toContain(words.hint);
  expect(html).not.toContain("Es ist erst eine Person da");
  expect(html).toContain('aria-label="Ada verschieben nach …"');
});
