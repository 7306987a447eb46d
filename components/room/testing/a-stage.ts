import { settle } from "@/realtime/client/testing/fake-clock";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import type { RoomStage } from "@/realtime/stage-api";

const nothing: RoomStage = {
  ...{ serverNow: new Date(0).toISOString(), scene: "stage", item: null, nextTitle: null, message: null },
  ...{
    timer: null,
    backstage: false,
    countsSpeaking: false,
    hostsGone: false,
    mayTakeOver: false,
    backstageId: null,
    desk: null,
  },
};

/** What hosts read of a room in which nothing has been done yet. */
export const aDesk: NonNullable<RoomStage["desk"]> = {
  ...{ current: null, next: null, lobby: false, waiting: [], speakers: [] },
  ...{ speaking: [], hostlessMinutes: null, removed: [] },
};

/** A session in which the server has said this of what hosts run the room with. */
export async function sessionWith(stage: Partial<RoomStage>) {
  const made = fakeSession();
  made.control.lists = { stage: { ...nothing, ...stage } };
  made.session.open();
  await settle();
  made.session.documents.readAll();
  await made.clock.pass(0);
  return made;
}
