import { expect, it } from "vitest";
import { LiveRegions } from "@/components/ui/live-regions";
import { answerOf } from "@/realtime/client/testing/fake-control";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { startState } from "@/realtime/state";
import { MaintenanceNote } from "./maintenance-note";
import { roomMarkup } from "./testing/room-markup";

const at = (minutes: number) => new Date(minutes * 60_000).toISOString();

/** What a room shows at minute 0 when the server told it of this maintenance. */
function shown(maintenance: { from: string; until: string } | null | undefined): string {
  const { session } = fakeSession();
  session.store.set({
    connection: {
      ...startState,
      answer: { ...answerOf({ room: "main", epoch: [1, 0] }, at(0)), maintenance },
    },
  });
  const view = (
    <LiveRegions label="Meldungen">
      <MaintenanceNote />
    </LiveRegions>
  );
  return roomMarkup(session, view);
}

it("R05: a room says when it will be maintained, and while it is, until when", () => {
  expect(shown({ from: at(30), until: at(60) })).toContain(
    "Um 01:30 Uhr beginnt eine Wartung. Bis 02:00 Uhr",
  );
  expect(shown({ from: at(-5), until: at(60) })).toContain(
    "Gerade läuft eine Wartung, voraussichtlich bis 02:00 Uhr.",
  );
});

it.each([
  ["nothing is planned", null],
  ["an older server does not say", undefined],
  ["it is over", { from: at(-30), until: at(-1) }],
])("says nothing when %s", (_when, maintenance) => {
  expect(shown(maintenance)).not.toContain("Wartung");
});
