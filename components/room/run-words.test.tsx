import { describe, expect, it } from "vitest";
import { LiveRegions } from "@/components/ui/live-regions";
import { messages } from "@/lib/i18n/messages";
import type { RoomStage } from "@/realtime/stage-api";
import { ConsoleBackstage } from "./console-backstage";
import { ConsoleLobby } from "./console-lobby";
import { ConsolePeople } from "./console-people";
import { ConsoleRun } from "./console-run";
import { DoorNotice } from "./door-notice";
import { HostMessage } from "./host-message";
import { HostTimer } from "./host-timer";
import { HostsGone } from "./hosts-gone";
import { RoomUiProvider } from "./room-ui-context";
import { SpeakingCounted } from "./speaking-counted";
import { aDesk, sessionWith } from "./testing/a-stage";
import { consoleMarkup, roomMarkup } from "./testing/room-markup";

const { run, door, backstage } = messages.de.room;

const everybodys = (
  <LiveRegions label="x">
    <HostMessage />
    <HostTimer />
    <HostsGone />
    <SpeakingCounted />
  </LiveRegions>
);
const shown = async (stage: Partial<RoomStage>) => roomMarkup((await sessionWith(stage)).session, everybodys);
const atDesk = async (stage: Partial<RoomStage>) =>
  consoleMarkup(
    (await sessionWith({ desk: aDesk, ...stage })).session,
    <>
      <ConsoleLobby />
      <ConsoleRun />
      <ConsoleBackstage />
      <ConsolePeople />
    </>,
  );

describe("what everybody reads", () => {
  it("is nothing while hosts do nothing of it", async () => {
    const html = await shown({});
    for (const id of ["host-message", "host-timer", "hosts-gone", "speaking-counted"])
      expect(html).not.toContain(id);
  });

  it("is the hosts' line, their timer, and that speaking is counted by role", async () => {
    const html = await shown({
      message: { text: "Um elf geht es weiter.", at: new Date(0).toISOString() },
      timer: { label: "Pause", endsAt: null, heldSeconds: 90 },
      countsSpeaking: true,
    });
    for (const text of ["Um elf geht es weiter.", "Pause", "1:30", run.held, run.countsSpeaking])
      expect(html).toContain(text);
  });

  it("is that no host is there, with the way to take over for whoever may", async () => {
    const watching = await shown({ hostsGone: true });
    expect([watching.includes(run.hostsGone), watching.includes(run.takeOver)]).toEqual([true, false]);
    expect(await shown({ hostsGone: true, mayTakeOver: true })).toContain(run.takeOver);
  });
});

describe("what hosts read", () => {
  it("is who waits, in order, with a button each and one for all", async () => {
    const waiting = ["Ada", "Ben"].map((name) => ({
      admissionId: `adm_${name}`,
      name,
      organisation: "Haus",
    }));
    const html = await atDesk({ desk: { ...aDesk, lobby: true, waiting } });
    for (const text of [door.admitAll, "Ada einlassen", "Ben einlassen", "Ben abweisen"])
      expect(html).toContain(text);
    expect(html.indexOf("Ada einlassen")).toBeLessThan(html.indexOf("Ben einlassen"));
    expect(await atDesk({})).not.toContain(door.waiting);
  });

  it("is in the room that somebody waits, also while the console is closed", async () => {
    const inRoom = async (...names: string[]) => {
      const waiting = names.map((name) => ({ admissionId: `adm_${name}`, name, organisation: "" }));
      const { session } = await sessionWith({ desk: { ...aDesk, lobby: true, waiting } });
      return consoleMarkup(
        session,
        <RoomUiProvider>
          <DoorNotice />
        </RoomUiProvider>,
      );
    };
    expect(await inRoom()).not.toContain("door-notice");
    expect(await inRoom("Ada")).toContain("Ada wartet auf Einlass");
    const two = await inRoom("Ada", "Ben");
    for (const text of ["2 Personen warten", "zuletzt kam Ben", door.admitAll]) expect(two).toContain(text);
  });

  it("is the next item of the plan, the scene that is on, and no step where the plan is at its end", async () => {
    const next = { id: "ses_a", title: "Begrüßung", startsAt: new Date(0).toISOString() };
    const html = await atDesk({ scene: "poll", desk: { ...aDesk, next } });
    expect(html).toContain(`${run.next}: Begrüßung`);
    expect(html).toMatch(/aria-pressed="true"[^>]*>Umfrage</);
    expect(await atDesk({})).not.toContain(`${run.next}:`);
  });

  it("is who is behind the stage and who is on", async () => {
    const speakers = [
      { admissionId: "adm_a", name: "Ada", onStage: false },
      { admissionId: "adm_b", name: "Ben", onStage: true },
    ];
    const html = await atDesk({ backstageId: "rom_x", desk: { ...aDesk, speakers } });
    for (const text of ["Ada auf die Bühne holen", "Ben zurück auf die Hinterbühne", backstage.shut])
      expect(html).toContain(text);
    expect(html, "the console is in no room").not.toContain(backstage.visit);
  });

  it("is how long each role has spoken, and who is kept out", async () => {
    const speaking = [
      { role: "host" as const, seconds: 60 },
      { role: "participant" as const, seconds: 180 },
    ];
    const removed = [{ admissionId: "adm_a", name: "Ada", until: null }];
    const html = await atDesk({ desk: { ...aDesk, speaking, removed } });
    for (const text of ["1:00", "3:00", "75", run.keptForEver, "Ada wieder zulassen"])
      expect(html).toContain(text);
  });
});
