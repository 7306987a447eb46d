import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { homeZone } from "@/lib/i18n/locales";
import { ChangePage } from "./change-page";
import { MailedRequestView } from "./mailed-request";
import type { TalkRequest } from "./talk-views";

const startsAt = new Date("2027-03-10T09:00:00Z");
const endsAt = new Date("2027-03-10T09:20:00Z");

const request: TalkRequest = {
  requestId: "req_1",
  ...{ direction: "incoming", state: "requested", note: "", ownZone: homeZone, isCounter: false },
  messages: [],
  slots: [{ startsAt, endsAt, free: true }],
  partner: { personId: "per_1", name: "Anna Beispiel", organisation: "" },
  event: { id: "evt_1", slug: "treffen", title: "Treffen", timeZone: homeZone },
  expiresAt: startsAt,
};

it.each([
  ["de", "requested", "Sie antworten als Ben Muster (ben@example.org)."],
  ["en", "requested", "You answer as Ben Muster (ben@example.org)."],
  ["de", "declined", "Diese Anfrage ging an Ben Muster (ben@example.org)."],
] as const)("the page of a request says as whom it is answered: %s, %s", (locale, state, said) => {
  const me = { name: "Ben Muster", email: "ben@example.org" };
  const mailed = { request: { ...request, state }, me, reasons: [], free: [] };
  const page = markupOf(<MailedRequestView mailed={mailed} locale={locale} />, locale);
  expect(page).toContain(said);
});

it.each([
  ["incoming", false, true],
  ["outgoing", true, false],
] as const)(
  "other times are offered as somebody, changed ones are one's own: %s",
  (direction, isMine, said) => {
    const me = { name: "Ben Muster", email: "ben@example.org" };
    const found = { request: { ...request, direction }, me, free: [], isMine };
    const page = markupOf(<ChangePage found={found} me={undefined} locale="de" />, "de");
    expect(page.includes("Sie antworten als Ben Muster (ben@example.org).")).toBe(said);
  },
);
