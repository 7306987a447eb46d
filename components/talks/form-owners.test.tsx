import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { MyInvitation } from "@/domain/matchmaking/queries/talk-invitations";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { newId } from "@/lib/ids";
import { DismissedPeople } from "./dismiss-suggestion";
import { MailedRequestView } from "./mailed-request";
import { MeetingPage } from "./meeting-page";
import { RequestList } from "./request-list";
import { SuggestionCard } from "./suggestion-card";
import { TalkInvitationPage } from "./talk-invitation";
import type { MeetingCourse, MyMeeting, TalkPartner, TalkRequest } from "./talk-views";
import { MyWishes } from "./wish-choice";

type Me = string | undefined;
const person = newId("person");
const at = (minute: number) => new Date(Date.UTC(2027, 2, 10, 10, minute));
const slot = { startsAt: at(0), endsAt: at(20) };
const event = { id: newId("event"), slug: "treffen", title: "Treffen", timeZone: homeZone };
const partner = { personId: newId("person"), name: "Ben Beispiel", organisation: "" };

const suggestion: TalkPartner = {
  ...{ ...partner, sentence: "", reasons: [], cooperation: [], slots: [] },
  profile: { role: "", size: "", region: "", languages: [], cooperation: [], ways: [], sentence: "" },
};
const request: TalkRequest = {
  requestId: newId("request"),
  ...{ direction: "incoming", state: "requested", partner, event, note: "", expiresAt: at(50) },
  ...{ slots: [{ ...slot, free: true }], ownZone: homeZone, isCounter: false, messages: [] },
};
const meeting: MyMeeting = {
  ...{ meetingId: newId("meeting"), phase: "ahead", table: null, me: person, partner, others: [], event },
  ...{ outcome: null, canSayOutcome: true, ...slot },
};
const nobody = { mine: false, said: [], open: [] };
const course: MeetingCourse = {
  ...{ movedFrom: null, isReleased: false, isPartnerMissing: true, isNudged: false, waitsInVain: true },
  ...{ missed: null, extension: nobody, contact: nobody, note: "" },
  ...{ slots: [slot], isExtendable: true, isLongEnough: false },
};
const asked = { isMine: true, awaitsMe: false, state: "offered" as const, person: partner };
const guests = {
  ...{ people: [partner, { ...partner, personId: newId("person") }], candidates: [partner] },
  ...{ mayInvite: true, isAlone: true },
  guests: [
    { ...asked, invitationId: newId("talkInvitation") },
    { ...asked, invitationId: newId("talkInvitation"), isMine: false, awaitsMe: true },
  ],
};
const invitation: MyInvitation = {
  ...{ invitationId: newId("talkInvitation"), meetingId: meeting.meetingId, ...slot },
  ...{ state: "offered", phase: "ahead", part: "invited", inviter: partner, people: [partner], event },
  ...{ invited: { ...partner, name: "Cem Muster" }, ownZone: homeZone },
  me: { name: "Cem Muster", email: "cem@example.org" },
};

const meetingPage = (me: Me, phase: MyMeeting["phase"]) => (
  <MeetingPage
    {...{ course, guests, me }}
    meeting={{ ...meeting, phase }}
    reasons={[]}
    locale="de"
    now={at(0)}
  />
);
const views: readonly [what: string, forms: number, view: (me: Me) => ReactNode][] = [
  [
    "suggestions",
    4,
    (me) => (
      <>
        <SuggestionCard {...{ suggestion, event, me }} locale="de" />
        <MyWishes wishes={[{ ...partner, wish: "must" }]} {...{ event, me }} locale="de" />
        <DismissedPeople dismissed={[partner]} {...{ event, me }} locale="de" />
      </>
    ),
  ],
  [
    "requests",
    5,
    (me) => (
      <RequestList
        requests={[request, { ...request, requestId: newId("request"), direction: "outgoing" }]}
        reasonsOf={() => []}
        {...{ event, me }}
        locale="de"
      />
    ),
  ],
  [
    "a mailed request",
    2,
    (me) => (
      <MailedRequestView mailed={{ request, me: invitation.me, reasons: [], free: [] }} locale="de" me={me} />
    ),
  ],
  ["a talk ahead, with guests", 9, (me) => meetingPage(me, "ahead")],
  ["a talk that is over", 8, (me) => meetingPage(me, "over")],
  ["an invitation", 1, (me) => <TalkInvitationPage {...{ invitation, me }} locale="de" />],
];

const shown = (locale: Locale, view: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      {view}
    </NextIntlClientProvider>,
  );
const formsIn = (html: string) => [...html.matchAll(/<form.*?<\/form>/gs)].map(([form]) => form);

describe("every form of talks, also one without a text", () => {
  it.each(views)(
    "says whose page it stands on, so that who signs in again is told: %s",
    (_what, count, view) => {
      const forms = formsIn(shown("de", view(person)));
      expect(forms).toHaveLength(count);
      for (const form of forms) expect(form).toContain(`name="formOf" value="${person}"`);
    },
  );

  it.each(views)("says nothing of it to a guest, who has no sign-in to lose: %s", (_what, _count, view) => {
    expect(shown("de", view(undefined))).not.toContain("formOf");
  });
});

describe("the page of an invitation", () => {
  it.each([
    ["de", "offered", "Sie antworten als Cem Muster (cem@example.org)."],
    ["en", "offered", "You answer as Cem Muster (cem@example.org)."],
    ["de", "declined", "Gefragt wurde Cem Muster (cem@example.org)."],
    ["en", "declined", "Cem Muster (cem@example.org) was asked."],
  ] as const)(
    "says as whom one answers, and who was asked once that is done: %s, %s",
    (locale, state, said) => {
      const view = <TalkInvitationPage invitation={{ ...invitation, state }} locale={locale} />;
      expect(shown(locale, view)).toContain(said);
    },
  );
});
