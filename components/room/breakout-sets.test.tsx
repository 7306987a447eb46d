import { describe, expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { BreakoutsPanel } from "./breakouts-panel";
import { roomMarkup } from "./testing/room-markup";

const { breakouts, networking: pairs } = messages.de.room;
const serverNow = new Date(0).toISOString();

const round = (id: string, more: object = {}) => ({
  ...{ id, rule: "groups", groupSize: 3, durationSeconds: 600, state: "draft", title: id },
  ...{ startsAt: null, endsAt: null, allowReturn: true, autoMove: true, message: null },
  ...{ rooms: [], unassigned: [] },
  ...more,
});

/** What hosts see of these rounds. */
async function panelWith(...rounds: object[]): Promise<string> {
  const { session, control, clock } = fakeSession();
  control.lists = { rounds: { rounds, serverNow } };
  session.documents.readAll();
  await clock.pass(0);
  return roomMarkup(session, <BreakoutsPanel />, "host");
}

describe("prepared sets", () => {
  it("stand side by side by their names, the newest open, with a place for one more", async () => {
    const html = await panelWith(round("Vertiefen"), round("Kennenlernen"));
    expect(html.match(/<details[^>]*open=""[^>]*><summary>(\w+)/)?.[1]).toBe("Vertiefen");
    for (const text of ["Kennenlernen", breakouts.another, pairs.title]) expect(html).toContain(text);
  });

  it("that are over can be used again", async () => {
    const html = await panelWith(round("Kennenlernen", { state: "closed" }));
    expect(html).toContain('aria-label="Kennenlernen noch einmal vorbereiten"');
    expect(html, "and the next one is prepared at once").toContain(breakouts.draft);
    expect(html).not.toContain(breakouts.another);
  });

  it("wait folded up while a round runs, and no speed networking is started meanwhile", async () => {
    const times = { startsAt: serverNow, endsAt: new Date(600_000).toISOString() };
    const html = await panelWith(round("Jetzt", { state: "open", ...times }), round("Danach"));
    expect(html).not.toMatch(/<details[^>]*open=/);
    expect(html).toContain("Danach");
    expect(html).not.toContain(pairs.start);
  });
});

describe("speed networking", () => {
  it("shows the round that comes next, who talks to whom, and who has a pause", async () => {
    const person = (name: string) => ({
      ...{ admissionId: `adm_${name}`, name, arrived: false, waits: false },
      ...{ helpAskedAt: null, helpOnTheWay: false },
    });
    const room = { id: "rom_a", kind: "breakout", label: "1", people: [person("Ada"), person("Ben")] };
    const next = (position: number, minute: number) =>
      round(`r${position}`, {
        ...{ rule: "networking", state: "announced", title: "" },
        startsAt: new Date(minute * 60_000).toISOString(),
        endsAt: new Date((minute + 1) * 60_000).toISOString(),
        networking: { id: "spd_a", position, of: 3, isStopped: false },
        ...{ rooms: [room], unassigned: [{ admissionId: "adm_c", name: "Cem" }] },
      });
    const html = await panelWith(next(3, 9), next(2, 5));
    for (const text of ["Als Nächstes: Runde 2 von 3", "Ada – Ben", "Pause: Cem", pairs.startNext])
      expect(html).toContain(text);
    expect(html, "it is no set to be changed by hand").not.toContain("verschieben nach");
  });
});
