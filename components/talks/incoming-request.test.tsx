import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import type { WordedReason } from "@/domain/matchmaking/rules";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { IncomingRequest } from "./incoming-request";
import type { TalkRequest } from "./talk-views";

const words = messages.de.talks.request;
const slot = (hour: number, free: boolean) => ({
  startsAt: new Date(Date.UTC(2027, 2, 10, hour)),
  endsAt: new Date(Date.UTC(2027, 2, 10, hour, 20)),
  free,
});
const request: TalkRequest = {
  ...{ requestId: "req_1", direction: "incoming", state: "requested", note: "", isCounter: false },
  ...{ ownZone: homeZone, messages: [], slots: [slot(9, true), slot(10, true), slot(11, false)] },
  partner: { personId: "per_ben", name: "Ben", organisation: "" },
  event: { id: "evt_1", slug: "treffen", title: "Treffen", timeZone: homeZone },
  expiresAt: new Date(Date.UTC(2027, 2, 9)),
};

const shown = (reasons: readonly WordedReason[]) =>
  markupOf(
    <IncomingRequest
      request={request}
      reasonsOf={() => reasons}
      back="/me/talks"
      locale="de"
      zone={homeZone}
    />,
  );

it("says that one click agrees, on every time that can be had, and prefers none of them", () => {
  const html = shown([]);
  const buttons = [...html.matchAll(/<button[^>]*value="2027[^>]*>[^<]*<\/button>/g)].map(
    ([button]) => button,
  );
  expect(buttons).toHaveLength(3);
  const free = buttons.filter((button) => !button.includes("disabled"));
  expect(free).toHaveLength(2);
  for (const button of free) {
    const [, visible = "?"] = /<button[^>]*>([^<]*)</.exec(button) ?? [];
    expect(visible).toMatch(/ zusagen$/);
    expect(button).toContain(`aria-label="${visible}: Gespräch mit Ben"`);
  }
  const looks = buttons.map((button) => /class="([^"]*)"/.exec(button)?.[1]);
  expect(new Set(looks).size, "no time looks chosen").toBe(1);
  expect(html).toContain(words.oneClick);
});

it("gives the reasons, and says honestly where there are none", () => {
  const reason: WordedReason = {
    direction: "they_offer",
    tag: "sensorik",
    words: { de: "Sensorik", en: "Sensors" },
  };
  expect(shown([reason])).toContain("<b>Sensorik</b>");
  expect(shown([reason])).not.toContain(words.noReasons);
  expect(shown([])).toContain(words.noReasons);
});
