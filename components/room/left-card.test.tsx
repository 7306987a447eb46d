import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { answerOf } from "@/realtime/client/testing/fake-control";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { RoomSessionProvider } from "@/realtime/hooks/use-room-session";
import { roomTalk } from "@/realtime/room-api";
import { startState } from "@/realtime/state";
import type { RoomEvent } from "./room-event";
import { RoomEventProvider } from "./room-event-context";
import { EndedCard, LeftCard } from "./state-cards";

const words = messages.de.room.card;
const plan = messages.de.talks.plan;
const feedbackUrl = "https://survey.example.org/werkstatt";
const event: RoomEvent = {
  ...{ slug: "werkstatt", title: "Werkstatt", mode: "roundtable", timeZone: homeZone, role: null },
  ...{ startsAt: new Date(0).toISOString(), endsAt: new Date(3_600_000).toISOString() },
  ...{ network: { name: "Netz", mark: "N", colour: null }, recordsAttendance: false, agenda: [] },
  feedbackUrl: null,
  registrationId: null,
};
const talk = roomTalk.parse({
  ...{ meetingId: "mtg_ben", startsAt: new Date(0).toISOString(), endsAt: new Date(1_200_000).toISOString() },
  partner: { personId: "per_ben", name: "Ben Beispiel", organisation: "", present: true },
  ...{ reasons: [], outcome: null },
});

type Left = { inTalk?: boolean; outcome?: string | null; asks?: string | null };

/** What stands there once somebody is out of their talk, or of the plenary. */
function cardAfter({ inTalk = false, outcome = null, asks = null }: Left, card = <LeftCard />) {
  const { session } = fakeSession();
  const answer = answerOf({ room: inTalk ? "talk" : "main", epoch: [1, 0] }, talk.startsAt);
  if (answer.state !== "room") throw new Error("asked for a room");
  const room = { ...answer.target.room, kind: inTalk ? "talk" : "main" } as const;
  const target = { ...answer.target, room, endsAt: inTalk ? talk.endsAt : null };
  session.documents.keep("talks", { talks: inTalk ? [{ ...talk, outcome }] : [] });
  session.store.set({ connection: { ...startState, phase: "left", answer: { ...answer, target } } });
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de} timeZone={homeZone}>
      <RoomSessionProvider value={session}>
        <RoomEventProvider value={{ ...event, feedbackUrl: asks }}>{card}</RoomEventProvider>
      </RoomSessionProvider>
    </NextIntlClientProvider>,
  );
}

const linkTo = (path: string) => `href="${path}"`;

describe("out of a talk", () => {
  it("asks at once what came of it, and leads back, to the talk and to the event", () => {
    const html = cardAfter({ inTalk: true });
    for (const text of [plan.outcomeQuestion, words.leftTalkText, words.again]) expect(html).toContain(text);
    for (const path of ["/me/talks/mtg_ben", "/e/werkstatt"]) expect(html).toContain(linkTo(path));
  });

  it("asks nothing a second time, and still leads to the talk", () => {
    const html = cardAfter({ inTalk: true, outcome: "follow_up" });
    expect(html).not.toContain(plan.outcomeQuestion);
    expect(html).toContain(linkTo("/me/talks/mtg_ben"));
  });
});

describe("out of an event", () => {
  it("leads to the page on which its organizers ask how it was, beside the room, also once it has ended", () => {
    for (const card of [<LeftCard key="left" />, <EndedCard key="ended" />])
      expect(cardAfter({ asks: feedbackUrl }, card)).toMatch(
        /<a (?=[^>]*href="https:\/\/survey\.example\.org\/werkstatt")(?=[^>]*target="_blank")(?=[^>]*rel="noreferrer")/,
      );
  });

  it("says nothing of it where nobody asks, and nothing of talks", () => {
    const html = cardAfter({});
    for (const text of [words.feedback, plan.outcomeQuestion, words.leftTalkText, "/me/talks"])
      expect(html).not.toContain(text);
    for (const text of [words.leftText, words.again, linkTo("/e/werkstatt")]) expect(html).toContain(text);
  });
});
