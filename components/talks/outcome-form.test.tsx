import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { homeZone } from "@/lib/i18n/locales";
import { OutcomeForm } from "./outcome-form";
import type { MyMeeting } from "./talk-views";

const meeting: MyMeeting = {
  ...{ meetingId: "mtg_over", phase: "over", table: null, me: "per_me", others: [] },
  startsAt: new Date("2027-03-10T10:00:00Z"),
  endsAt: new Date("2027-03-10T10:20:00Z"),
  partner: { personId: "per_ben", name: "Ben Beispiel", organisation: "" },
  event: { id: "evt_treffen", slug: "treffen", title: "Treffen", timeZone: homeZone },
  ...{ outcome: null, canSayOutcome: true },
};
const shown = (more: Partial<MyMeeting>) =>
  markupOf(<OutcomeForm meeting={{ ...meeting, ...more }} locale="de" back="/me/talks" me={undefined} />);

it("asks what came of a talk while that can be said, and then only says what was said", () => {
  expect(shown({})).toContain("<form");
  expect(shown({ canSayOutcome: false })).toBe("");
  const said = shown({ canSayOutcome: false, outcome: "interesting" });
  expect(said).not.toContain("<form");
  expect(said).toContain("Interessant");
});
