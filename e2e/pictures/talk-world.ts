import { bringCalendars, groupWorld, openedByMail } from "./group-world";
import { agrees, asks, invites, isOver, says, slotsAhead, talker } from "./talk-people";

/** What whoever is looked over the shoulder seeks and offers, and the others the other way round. */
const mine = { needs: ["spritzguss", "additive-fertigung"], offers: ["drucksensorik", "prueftechnik"] };
const theirs = { needs: mine.offers, offers: mine.needs };

async function people() {
  const me = await talker(
    { name: "Marlene Vogt", organisation: "Messwerk Oberland GmbH" },
    { ...mine, sentence: "Wir messen Druck und Temperatur dort, wo es eng und heiß ist." },
  );
  const asking = await talker(
    { name: "Dr. Henning Albers-Thiessen", organisation: "Faserverbund Nord eG" },
    { ...theirs, sentence: "Wir fertigen Bauteile aus Fasern in Serien bis tausend Stück." },
  );
  const countering = await talker(
    { name: "Ayşe Yıldırım", organisation: "Hochschule für angewandte Wissenschaften Musterstadt" },
    theirs,
  );
  const partner = await talker({ name: "Carla Nowak", organisation: "Werk Süd GmbH" }, theirs);
  const guest = await talker({ name: "Tom Brandt", organisation: "Sensorhaus" });
  const earlier = await talker({ name: "Udo Ranft", organisation: "Formenbau Ranft" }, theirs);
  const absent = await talker({ name: "Nils Fernau", organisation: "" });
  const english = await talker(
    { name: "Eleanor Finch", organisation: "Finch Instruments Ltd", locale: "en" },
    theirs,
  );
  return { me, asking, countering, partner, guest, earlier, absent, english };
}

type People = Awaited<ReturnType<typeof people>>;

/** Requests in every state in which they are read: asked, asking, and answered by another time. */
async function requests({ me, asking, countering, guest, english }: People, slots: readonly string[]) {
  const incoming = await asks(asking, me, {
    slots: slots.slice(0, 3),
    note: "Guten Tag Frau Vogt, wir suchen Sensoren, die im Werkzeug bleiben. Zwanzig Minuten genügen für den Anfang.",
  });
  await says(asking, `meetings/${incoming}/message`, { text: "Gern auch später am Nachmittag." });
  const outgoing = await asks(me, guest, {
    slots: slots.slice(3, 6),
    note: "Wir kennen uns vom Messtechniktag.",
  });
  const refused = await asks(me, countering, { slots: slots.slice(6, 8) });
  await says(countering, `meetings/${refused}/counter`, {
    slots: slots.slice(8, 10),
    note: "Vorher bin ich in einer Vorlesung.",
  });
  const inEnglish = await asks(me, english, {
    slots: slots.slice(3, 6),
    note: "Shall we compare our sensors?",
  });
  return { incoming, outgoing, inEnglish };
}

/** Agreed talks: one ahead into which a third is proposed, one of others that asks for a third, and two that are over. */
async function talks(everybody: People, slots: readonly string[]) {
  const { me, asking, countering, partner, guest, earlier, absent, english } = everybody;
  const ahead = await agrees(me, partner, slots[10]);
  await says(me, `meetings/${ahead.id}/note`, { text: "Nach der Wandstärke fragen\nMuster mitbringen" });
  const agreeing = await invites(partner, ahead.id, guest);
  const over = await agrees(earlier, me, slots[11]);
  await isOver(over, 1800, [me, earlier]);
  await says(earlier, `meetings/${over.id}/contact`, { share: "yes" });
  const missed = await agrees(me, absent, slots[11]);
  await isOver(missed, 4800, [me]);
  const ofOthers = await agrees(asking, countering, slots[11]);
  const invited = await invites(asking, ofOthers.id, me);
  await says(countering, `talk-invitations/${invited}/agree`, { answer: "yes" });
  await agrees(english, asking, slots[12]);
  return { ahead, agreeing, invited, over, missed };
}

/** Somebody whose talks are in every state that there is; a second one reads English. */
export async function talkWorld() {
  const slots = await slotsAhead();
  const everybody = await people();
  const asked = await requests(everybody, slots);
  const agreed = await talks(everybody, slots);
  const { host, left, group } = await groupWorld(everybody, slots[11] ?? "");
  const { me, guest } = everybody;
  const mailed = await openedByMail(guest);
  await bringCalendars(guest, slots[2] ?? "");
  return {
    ...{ talker: me, talkless: guest, mailed, host, left },
    talks: { ...asked, ...agreed, group, people: everybody },
  };
}
