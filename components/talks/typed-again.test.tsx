import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { RefusedForm } from "@/components/registration/field-errors";
import type { MyTimes } from "@/domain/matchmaking/queries/availability";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { newId } from "@/lib/ids";
import { ChangePage } from "./change-page";
import { OwnNote } from "./meeting-after";
import { RequestMessages } from "./request-messages";
import type { MeetingCourse, MyMeeting, TalkRequest } from "./talk-views";
import { TimesView } from "./times-view";

const me = newId("person");
const at = (minute: number) => new Date(Date.UTC(2027, 2, 10, 10, minute));
const slot = { startsAt: at(0), endsAt: at(20) };
const event = { id: newId("event"), slug: "treffen", title: "Treffen", timeZone: homeZone };
const partner = { personId: newId("person"), name: "Ben Beispiel", organisation: "" };

const request: TalkRequest = {
  requestId: newId("request"),
  ...{ direction: "incoming", state: "requested", partner, event, note: "", expiresAt: at(50) },
  ...{ slots: [], ownZone: homeZone, isCounter: false, messages: [] },
};
const meeting: MyMeeting = {
  ...{ meetingId: newId("meeting"), phase: "over", table: null, me, partner, others: [], event },
  ...{ outcome: null, canSayOutcome: true, ...slot },
};
const answering = { name: "Ben Muster", email: "ben@example.org" };
const nobody = { mine: false, said: [], open: [] };
const course: MeetingCourse = {
  ...{ movedFrom: null, isReleased: false, isPartnerMissing: false, isNudged: false, waitsInVain: false },
  ...{ missed: null, extension: nobody, contact: nobody, note: "gespeichert" },
  ...{ slots: [], isExtendable: false, isLongEnough: false },
};
const times: MyTimes = {
  zone: homeZone,
  slots: [0, 20].map((minute) => ({
    ...{ startsAt: at(minute), endsAt: at(minute + 20) },
    ...{ taken: undefined, mark: "free" as const, isPast: false },
  })),
  calendars: [],
};

const refusedWith = (entered: Record<string, string>, lists: Record<string, string[]> = {}): RefusedForm => ({
  ...{ entered, lists },
  failure: { kind: "unauthenticated", reason: "signed_out" },
});
const shown = (view: ReactElement) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de} timeZone={homeZone}>
      {view}
    </NextIntlClientProvider>,
  );

const note = (refused?: RefusedForm) => shown(<OwnNote {...{ meeting, course, me, refused }} locale="de" />);
const message = (refused?: RefusedForm) =>
  shown(<RequestMessages {...{ request, me, refused }} back="/me/talks" locale="de" />);
const change = (refused?: RefusedForm) =>
  shown(
    <ChangePage
      found={{ request, me: answering, free: [slot], isMine: false }}
      {...{ me, refused }}
      locale="de"
    />,
  );
const hours = (refused?: RefusedForm) => shown(<TimesView {...{ times, event, me, refused }} locale="de" />);

describe("a form of talks", () => {
  it.each([
    ["note", note, 1],
    ["message", message, 1],
    ["other times", change, 1],
    ["hours and a calendar", hours, 2],
  ])("says whose page it stands on, so that it outlives its session: %s", (_what, form, count) => {
    expect(form().split(`name="formOf" value="${me}"`)).toHaveLength(count + 1);
  });

  it("has a refused note again, and not the text of another talk", () => {
    expect(note()).toContain(">gespeichert</textarea>");
    const typed = { meetingId: meeting.meetingId, text: "getippt" };
    expect(note(refusedWith(typed))).toContain(">getippt</textarea>");
    expect(note(refusedWith({ requestId: request.requestId, text: "getippt" }))).toContain(">gespeichert<");
  });

  it("says so where a text was too long to come back", () => {
    const lost = { ...refusedWith({ meetingId: meeting.meetingId }), missing: ["text"] };
    expect(note(lost)).toContain(messages.de.errors.fields.not_kept);
  });

  it("has a refused message again, unfolded, at its request alone", () => {
    expect(message()).toContain('<details class="fold">');
    const again = message(refusedWith({ requestId: request.requestId, text: "getippt" }));
    expect(again).toContain('<details class="fold" open="">');
    expect(again).toContain(">getippt</textarea>");
    expect(message(refusedWith({ requestId: newId("request"), text: "getippt" }))).not.toContain("getippt");
  });

  it("has a refused counter-proposal again", () => {
    const again = change(refusedWith({ note: "getippt", slots: slot.startsAt.toISOString() }));
    expect(again).toContain(">getippt</textarea>");
    expect(again).toContain("checked");
  });

  it("has refused hours again, slot by slot", () => {
    const [first, second] = [`blocked ${at(0).toISOString()}`, `preferred ${at(20).toISOString()}`];
    const again = hours(refusedWith({ eventId: event.id }, { marks: [first, second] }));
    for (const mark of [first, second]) expect(again).toContain(`value="${mark}" selected=""`);
    expect(hours()).not.toContain(`value="${first}" selected=""`);
  });

  it("has the refused address of a calendar again, and whether unsure appointments count", () => {
    const typed = { eventId: event.id, address: "https://kalender.example.org/a.ics", tentative: "free" };
    const again = hours(refusedWith(typed));
    expect(again).toContain(`value="${typed.address}"`);
    expect(again).toContain('<option value="free" selected="">');
    expect(hours(refusedWith({ ...typed, eventId: newId("event") }))).not.toContain(typed.address);
  });

  it.each([
    [
      "address",
      "kalender.example.org",
      "address_refused",
      /id="address-error".*?Diese Adresse rufen wir nicht ab/,
    ],
    ["file", "", "empty_file", /id="file-error".*?Diese Datei ist leer/],
  ])("says at the field what is wrong with a calendar: %s", (_field, address, reason, said) => {
    const refused = refusedWith({ eventId: event.id, address, tentative: "busy" });
    expect(hours({ ...refused, failure: { kind: "invalid", reason } })).toMatch(said);
    expect(hours(refused)).not.toMatch(said);
  });
});
