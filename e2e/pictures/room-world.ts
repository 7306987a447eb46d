import type { Talk } from "../fixtures/passing-time";
import { agrees, slotsAhead, type Talker, talker } from "./talk-people";

const mine = { needs: ["spritzguss", "additive-fertigung"], offers: ["drucksensorik", "prueftechnik"] };
const theirs = { needs: mine.offers, offers: mine.needs };

export type RoomWorld = {
  me: Talker;
  partner: Talker;
  /** With the partner, whose browser is in the room. */
  talk: Talk;
  /** With somebody who never comes. */
  lonely: Talk;
};

/** Anew for each view: the room of a talk that was over once stays closed, whenever the talk is moved to. */
export async function makeRooms(): Promise<RoomWorld> {
  const slots = (await slotsAhead()).toReversed();
  const me = await talker({ name: "Mareike Vogt", organisation: "Messwerk Oberland GmbH" }, mine);
  const partner = await talker(
    { name: "Jan-Henrik Lindemann", organisation: "Faserverbund Nord eG" },
    theirs,
  );
  const absent = await talker({ name: "Carla Nowak-Öztürk", organisation: "Werk Süd GmbH" }, theirs);
  const talk = await agrees(me, partner, slots[0]);
  const lonely = await agrees(absent, me, slots[1]);
  return { me, partner, talk, lonely };
}
