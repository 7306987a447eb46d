import { refusalOf } from "@/db/testing/refusals";
import { setRole } from "@/domain/rooms/commands/set-role";
import { stageOf } from "@/domain/rooms/queries/stage";
import { standingOf } from "@/domain/rooms/queries/standing";
import { db } from "../client";
import { aLiveEvent, at, type Guest } from "./rooms";

/** A room with a host and two guests, and what tests of the hosts' tools do with it. */
export async function aHostRoom(mode: "stage" | "roundtable" = "roundtable") {
  const { event, host, people } = await aLiveEvent({ mode, guests: 2 });
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("two guests are needed");
  const input = { eventId: event.id };
  const about = (one: Pick<Guest, "admissionId">) => ({ ...input, admissionId: one.admissionId });
  /** Why the role was refused; "done" when it was given. */
  const becomeBy = (by: Guest) => async (one: Guest, role: string, second: number) =>
    refusalOf(await setRole({ actor: by.actor, input: { ...about(one), role }, now: at(second) }));
  const become = becomeBy(host);
  const standing = (one: Guest, second: number) =>
    standingOf(db(), one.actor, { eventId: event.id, now: at(second) });
  const stage = async (one: Guest, second: number) => {
    const answer = await stageOf(one.actor, event.id, at(second));
    if (!answer.ok) throw new Error(answer.failure.reason);
    return answer.value;
  };
  return { event, host, ada, ben, input, about, become, becomeBy, standing, stage };
}
