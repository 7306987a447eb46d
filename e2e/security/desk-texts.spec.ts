import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { callAction } from "../fixtures/server-actions";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { berlinTime } from "../pages/desk-page";
import { DESK, planDraft } from "./planning-over-http";

const strange: Record<string, string> = {
  NUL: "Text\u0000Ende",
  "U+FFFE": "Text\uFFFEEnde",
  decomposed: "Mu\u0308ller",
  "right to left": "Text\u202Eedne",
  "zero width only": "\u200B\u200D\uFEFF",
  marks: `Text${"\u0301".repeat(5_000)}`,
  emoji: "🙂".repeat(400),
  "nearly a megabyte": "x".repeat(900_000),
};

type Field = { action: string; at: string; base: Record<string, string>; texts: string[] };

type Place = Record<"eventId" | "networkId" | "startsLocal", string>;

/** Every free text of an event at the desk, with what its form needs besides; of the network, what no other test looks at. */
function textFields({ eventId, networkId, startsLocal }: Place): Field[] {
  const event = { eventId };
  const network = { networkId };
  const desk = (name: string, base: Record<string, string>, texts: string[], at = "") => ({
    ...{ action: `actions/${name}`, at, texts },
    base: { ...event, ...base },
  });
  const office = (name: string, base: Record<string, string>, texts: string[], at = "office") => ({
    ...{ action: `actions/${name}`, at: `${DESK}/${at}`, texts },
    base: { ...network, ...base },
  });
  const words = [
    "labelDe",
    "labelEn",
    "helpDe",
    "helpEn",
    "purposeDe",
    "purposeEn",
    "optionsDe",
    "optionsEn",
  ];
  const asked = { kind: "choice", labelDe: "Frage", purposeDe: "Zweck", optionsDe: "eins\nzwei" };
  const item = { title: "Punkt", startsLocal, durationMinutes: "5" };
  return [
    office(
      "programme.ts#planEventAction",
      { template: "webinar", title: "x", startsLocal },
      ["title"],
      "new",
    ),
    desk("programme.ts#updateEventAction", {}, ["title", "summary", "description", "place", "topics"]),
    desk("programme.ts#saveSessionAction", item, [
      "title",
      "speakerNames",
      "track",
      "place",
      "scene",
      "crew",
      "notes",
    ]),
    desk("programme.ts#saveSpeakerAction", { name: "Spricht" }, [
      "name",
      "organisation",
      "role",
      "bioDe",
      "bioEn",
    ]),
    desk("programme.ts#saveMaterialAction", { title: "Folien", url: "https://example.org/" }, [
      "title",
      "url",
    ]),
    desk("forms.ts#saveQuestionAction", asked, words, "form"),
    desk("registration.ts#addRegistrationAction", { name: "Neu", email: "x@example.org" }, [
      "name",
      "email",
      "organisation",
    ]),
    desk("registration.ts#createInvitationAction", { maxUses: "1" }, ["label"]),
    desk("notifications.ts#saveCircularAction", { statuses: "confirmed", back: "/o" }, [
      "subjectDe",
      "subjectEn",
      "bodyDe",
      "bodyEn",
    ]),
    office("alliance.ts#addMembersAction", {}, ["text"]),
    office("alliance.ts#addMemberDomainAction", {}, ["domain"]),
    office(
      "planning.ts#planSeriesAction",
      { step: "look", firstDay: startsLocal.slice(0, 10) },
      ["file"],
      "templates/import",
    ),
  ];
}

test("S51: strange text in every field of the desk is stored clean or refused beside the field, never a failure of ours @long", async () => {
  test.setTimeout(patience(60));
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, "Seltsame Texte");
  const shape = z.object({ id: z.string(), starts_at: z.date() });
  const [network] = await sql(
    shape,
    "select n.id, e.starts_at from networks n join events e on e.network_id = n.id where e.id = $1",
    [event.id],
  );
  if (!network) throw new Error("the draft has no network");
  const given = { eventId: event.id, networkId: network.id, startsLocal: berlinTime(network.starts_at) };
  const slow: string[] = [];
  for (const { action, at, base, texts } of textFields(given)) {
    const page = at.startsWith("/") ? at : [event.page, at].filter(Boolean).join("/");
    for (const text of texts) {
      for (const [what, value] of Object.entries(strange)) {
        const since = performance.now();
        const { status, text: said } = await callAction(organizer, {
          action,
          page,
          form: { ...base, [text]: value },
        });
        if (performance.now() - since > patience(2)) slow.push(`${action} ${text}: ${what}`);
        const told = `${action} with ${what} in ${text}: ${status} ${said.slice(0, 120)}`;
        expect.soft(status, told).toBeLessThan(500);
        expect.soft(/^\w*:E\{"digest"/m.test(said), told).toBe(false);
      }
    }
  }
  expect(slow).toEqual([]);
  const shown = await organizer.ask(event.page);
  expect(shown.status).toBe(200);
  expect(shown.text).not.toMatch(/\u202E|\uFFFE/);
});
