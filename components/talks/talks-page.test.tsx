import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import type { TalkRequest } from "./talk-views";
import { TalksPage, type TalkTab } from "./talks-page";

const now = new Date("2027-03-10T08:00:00Z");
const event = { id: "evt_1", slug: "treffen", title: "Treffen", timeZone: homeZone };

const request = (
  nth: number,
  direction: TalkRequest["direction"],
  state: TalkRequest["state"],
): TalkRequest => ({
  requestId: `req_${nth}`,
  ...{ direction, state, note: "", slots: [], ownZone: homeZone, isCounter: false, messages: [] },
  partner: { personId: `per_${nth}`, name: `Person ${nth}`, organisation: "" },
  event: { ...event, id: "evt_1" },
  expiresAt: now,
});

const shown = (locale: Locale, tab: TalkTab, requests: readonly TalkRequest[]) =>
  markupOf(
    <TalksPage
      {...{ event, tab, requests, locale, now }}
      {...{ events: [event], suggestions: [], dismissed: [], wishes: [], meetings: [], invitations: [] }}
      reasonsOf={() => []}
      signedIn
    />,
    locale,
  );

it("says why more requests can be open than at first: also where a published plan has answered one", () => {
  const answered = [
    request(1, "incoming", "accepted"),
    request(2, "incoming", "declined"),
    request(3, "outgoing", "accepted"),
  ];
  const why =
    /0 von 7 Anfragen sind offen\.<\/p><details[^>]*><summary>Warum 7\?<\/summary><p>Zugleich offen sein/;
  expect(shown("de", "suggestions", answered), "one line, and the rule for who asks").toMatch(why);
  expect(shown("de", "suggestions", answered)).toContain(
    "wenn ein veröffentlichter Gesprächsplan sie zusagt",
  );
  expect(shown("en", "suggestions", answered)).toContain("At first 5 can be open at a time");
  expect(shown("de", "suggestions", [])).toContain("0 von 5 Anfragen");
  expect(shown("de", "suggestions", []), "nothing has changed yet").not.toContain("anfangs");
  expect(shown("de", "requests", [])).toContain("anfangs 5");
  for (const tab of ["plan", "times"] as const)
    expect(shown("de", tab, answered), "where nobody asks").not.toMatch(/Anfragen sind offen|anfangs/);
});
