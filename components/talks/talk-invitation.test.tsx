import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { MyInvitation } from "@/domain/matchmaking/queries/talk-invitations";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { TalkInvitationPage } from "./talk-invitation";

const card = (personId: `per_${string}`, name: string) => ({ personId, name, organisation: "" });
const [anna, ben, cem] = [
  card("per_1", "Anna Beispiel"),
  card("per_2", "Ben Muster"),
  card("per_3", "Cem Probe"),
];
const invitation: MyInvitation = {
  ...{ invitationId: "tki_1", meetingId: "mtg_1", state: "offered", phase: "ahead", part: "invited" },
  ...{ startsAt: new Date("2027-03-10T09:00:00Z"), endsAt: new Date("2027-03-10T09:20:00Z") },
  ...{ invited: cem, inviter: anna, people: [anna, ben], ownZone: homeZone },
  me: { name: "Cem Probe", email: "cem@example.org" },
  event: { id: "evt_1", slug: "treffen", title: "Treffen", timeZone: homeZone },
};

it.each([
  ["de", "offered", "Sie antworten als Cem Probe (cem@example.org)."],
  ["en", "offered", "You answer as Cem Probe (cem@example.org)."],
  ["de", "declined", "Gefragt wurde Cem Probe (cem@example.org)."],
] as const)("an invitation into a talk says as whom it is answered: %s, %s", (locale, state, said) => {
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      <TalkInvitationPage invitation={{ ...invitation, state }} locale={locale} />
    </NextIntlClientProvider>,
  );
  expect(page).toContain(said);
});
