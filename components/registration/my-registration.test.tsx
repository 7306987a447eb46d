import type { ComponentProps } from "react";
import { describe, expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { MOST_COLLEAGUES } from "@/domain/registration/rules";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { fail } from "@/lib/result";
import { MyRegistrationColleague } from "./my-registration-colleague";
import { OthersRegistration } from "./others-registration";

type Props = ComponentProps<typeof MyRegistrationColleague>;
const event: Props["registration"]["event"] = {
  ...{
    id: "evt_one001",
    slug: "termin",
    title: "Termin",
    kind: "webinar",
    status: "published",
    language: "de",
  },
  ...{
    startsAt: new Date(0),
    endsAt: new Date(1),
    timeZone: homeZone,
    networkId: "net_one001",
    seriesId: null,
  },
  ...{ registrationOpensAt: null, registrationClosesAt: null, place: null, calendarSequence: 0 },
};
const registration: Props["registration"] = {
  ...{ id: "reg_one001", eventId: event.id, personId: null, email: "ada@example.org", name: "Ada", event },
  ...{ organisation: "", status: "confirmed", attendance: "online", offeredUntil: null, registeredBy: null },
  ...{ colleagues: 0, talksOptIn: false, listed: "nobody", locale: "de", provenAt: null, confirmedAt: null },
  ...{ cancelledAt: null, calendarSequence: 0, waitingPlace: null },
};
const seats = { other: null, switchUntil: null, colleagues: MOST_COLLEAGUES };
const entered = { form: "colleague", name: "Ben Beispiel", email: "ben@example.org", organisation: "" };
const refused = { entered, lists: {}, failure: fail("conflict", "too_many_colleagues").failure };

const shown = (more: Partial<Props>) =>
  markupOf(
    <MyRegistrationColleague {...{ registration, seats, locale: "de", refused: undefined }} {...more} />,
  );
const { reasons } = messages.de.errors;
const full = {
  registration: { ...registration, colleagues: MOST_COLLEAGUES },
  seats: { ...seats, colleagues: 0 },
};

describe("the form for somebody else", () => {
  it("stands there while somebody can be brought along, with what was typed and refused", () => {
    expect(shown({})).toContain("<form");
    const again = shown({ refused });
    expect(again).toContain(reasons.too_many_colleagues);
    expect(again).toContain('value="ben@example.org"');
  });

  it("gives way to the limit once that is reached", () => {
    expect(shown(full)).not.toContain("<form");
    expect(shown(full)).toContain("Sie haben 10 Personen mitangemeldet.");
  });

  it.each([
    ["the limit is reached", full],
    ["nobody may be brought along", { seats: { ...seats, colleagues: 0 } }],
    ["there are no seats", { seats: undefined }],
  ])("says why somebody was refused, and whom, where it is gone because %s", (_why, gone) => {
    const said = shown({ ...gone, refused });
    expect(said).not.toContain("<form");
    expect(said).toContain(reasons.too_many_colleagues);
    expect(said).toContain("Nicht angemeldet: Ben Beispiel, ben@example.org");
  });

  it("is no card of its own where nothing is to be said", () => {
    expect(shown({ seats: undefined })).toBe("");
  });
});

it.each([true, false])("somebody else's offers nothing that would be refused; calling off: %s", (cancels) => {
  const props = {
    registration,
    network: undefined,
    given: [],
    locale: "de",
    now: new Date(0),
    cancels,
  } as const;
  const said = markupOf(<OthersRegistration {...props} />);
  expect(said).toContain("Anmeldung von Ada");
  const actions = [...said.matchAll(/action="([^"]*)"/g)].map(([, action]) => action);
  expect(actions).toEqual(cancels ? [`/api/registrations/${registration.id}/cancel`] : []);
  expect(said).not.toContain("/api/calendar");
  expect(said.includes("Diese Teilnahme absagen")).toBe(cancels);
});

it.each([true, false])("somebody else's says once that its event is called off; refused: %s", (isRefused) => {
  const props = {
    registration: { ...registration, event: { ...event, status: "cancelled" as const } },
    refused: isRefused
      ? { entered: {}, lists: {}, failure: fail("conflict", "event_cancelled").failure }
      : undefined,
    ...{ network: undefined, given: [], locale: "de" as const, now: new Date(0), cancels: true },
  };
  const said = markupOf(<OthersRegistration {...props} />);
  expect(said.split("Diese Veranstaltung wurde abgesagt.")).toHaveLength(2);
  expect(said).not.toContain('href="#');
});
