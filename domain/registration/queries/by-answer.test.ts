import { describe, expect, it } from "vitest";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { anAnswer, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { anEventRole, anOrganizer, aRegistration } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/seats";
import { type Actor, can, type Permission } from "@/domain/policy";
import { listChoice } from "../schema";
import { answersToChooseBy, findAnswerChoice } from "./by-answer";
import { listForDesk } from "./desk-list";

/** An event that asks where people sit, and in confidence what they eat; ada has said both. */
async function anAskingEvent() {
  const office = await anOffice();
  const { event } = office;
  const place = await aQuestion(event, aPlaceChoice);
  const diet = await aQuestion(event, { ...aPlaceChoice, sensitive: true });
  const [ada, ben] = [
    await aRegistration(event, { name: "ada" }),
    await aRegistration(event, { name: "ben" }),
  ];
  await anAnswer(ada, place, "site");
  await anAnswer(ada, diet, "site");
  await anAnswer(ben, place, "online");
  const role = async (name: "host" | "observer") => eventActor(await anEventRole(event, name), event, name);
  const namesBy = async (actor: Actor, answer: string) => {
    const list = await listForDesk(actor, { eventId: event.id, choice: listChoice.parse({ answer }) });
    return list?.rows.map(({ name }) => name).sort();
  };
  return { ...office, place, diet, role, namesBy };
}

describe("choosing people by an answer", () => {
  it("gives the office those who said so", async () => {
    const { event, actor, place, diet, namesBy } = await anAskingEvent();
    expect(await namesBy(actor, `${place.id}:site`)).toEqual(["ada"]);
    expect(await namesBy(actor, `${diet.id}:site`)).toEqual(["ada"]);
    expect(await namesBy(actor, `${diet.id}:online`)).toEqual([]);
    expect(await answersToChooseBy(actor, event.id)).toHaveLength(4);
  });

  it("tells nobody what was answered in confidence who may not read it", async () => {
    const { event, place, diet, role, namesBy } = await anAskingEvent();
    const host = await role("host");
    expect(await namesBy(host, `${place.id}:site`)).toEqual(["ada"]);
    // Chosen by it, the list would say who eats what: it stays as long as it is without.
    for (const answer of ["site", "online"])
      expect(await namesBy(host, `${diet.id}:${answer}`)).toEqual(["ada", "ben"]);
    const offered = (await answersToChooseBy(host, event.id)).map(({ questionId }) => questionId);
    expect(new Set(offered)).toEqual(new Set([place.id]));
    const text = `${diet.id}:site`;
    expect(await findAnswerChoice(host, { eventId: event.id, text })).toBeUndefined();
  });

  it("tells no answer at all to who may only look on, and none of one event to the office of another", async () => {
    const { event, actor: office, place, role, namesBy } = await anAskingEvent();
    const observer = await role("observer");
    expect(await namesBy(observer, `${place.id}:site`)).toEqual(["ada", "ben"]);
    const other = await anOffice();
    for (const actor of [observer, guest, other.actor])
      expect(await answersToChooseBy(actor, event.id)).toEqual([]);
    const theirs = await aQuestion(other.event, aPlaceChoice);
    const own = organizerActor(await anOrganizer(other.network), other.network);
    expect(await answersToChooseBy(own, other.event.id)).toHaveLength(2);
    const text = `${place.id}:site`;
    expect(await findAnswerChoice(own, { eventId: other.event.id, text })).toBeUndefined();
    // A question of another event is as unknown as one that is missing, and a foreign list as missing as one of no event.
    expect(await namesBy(office, `${theirs.id}:site`)).toEqual(["ada", "ben"]);
    expect(await namesBy(own, `${theirs.id}:site`)).toBeUndefined();
  });

  it("is for nobody without the right to what was said in confidence: the desk's commands go by answers, too", () => {
    const going: Permission[] = [
      "mails.manage",
      "registration.manage",
      "registration.decide",
      "registration.export",
    ];
    const inNetwork = ["network_admin", "organizer", "observer", "member"] as const;
    const roles = [...inNetwork, "host", "cohost", "speaker", "check_in"] as const;
    for (const role of roles) {
      const scope = { networkId: "net_000001" as const, eventId: "evt_000001" as const };
      const grants = [{ role, ...scope }];
      const actor: Actor = { type: "person", personId: "per_000001", grants, seats: [] };
      if (going.some((permission) => can(actor, permission, scope)))
        expect(can(actor, "answers.readSensitive", scope), role).toBe(true);
    }
  });
});
