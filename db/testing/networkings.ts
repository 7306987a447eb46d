import { expect } from "vitest";
import { layNetworking } from "@/domain/rooms/commands/lay-networking";
import { startNetworking } from "@/domain/rooms/commands/start-networking";
import { listRounds } from "@/domain/rooms/queries";
import { system } from "./actors";
import { aLiveEvent, at, type Guest } from "./rooms";

/** Two rounds: the first from second 20 to second 80, the second from 110 to 170. */
export const TWO_ROUNDS = { rounds: 2, durationSeconds: 60, breakSeconds: 30 };

const pairOf = (one: Guest, other: Guest) => [one.admissionId, other.admissionId] as const;

/** A speed networking of four people, with a plan for both of its rounds. */
export async function aNetworking() {
  const live = await aLiveEvent({ guests: 4 });
  const { host, event } = live;
  const input = { eventId: event.id, ...TWO_ROUNDS };
  const made = await startNetworking({ actor: host.actor, input, now: at(0) });
  if (!made.ok) throw new Error(made.failure.reason);
  const [ada, ben, cem, dana] = live.people;
  if (!ada || !ben || !cem || !dana) throw new Error("four are needed");
  const ref = { eventId: event.id, networkingId: made.value.networkingId };
  const rounds = [
    { position: 1, pairs: [pairOf(ada, ben), pairOf(cem, dana)] },
    { position: 2, pairs: [pairOf(ada, cem), pairOf(ben, dana)] },
  ].map(({ position, pairs }) => ({
    position,
    pairs: pairs.map(([one, other]): [typeof one, typeof other] => [one, other]),
  }));
  const laid = { ...ref, revision: 0, plannedFor: "four", rounds };
  expect(await layNetworking({ actor: system, input: laid, now: at(1) })).toMatchObject({ ok: true });
  return { live, ada, ref };
}
type Networking = Awaited<ReturnType<typeof aNetworking>>;

/** Its rounds as the host sees them, in their order. */
export async function roundsAsHost({ live }: Pick<Networking, "live">, second: number) {
  const listed = await listRounds(live.host.actor, live.event.id, at(second));
  if (!listed.ok) throw new Error("hosts may list rounds");
  return listed.value.rounds.toSorted(
    (one, other) => (one.networking?.position ?? 0) - (other.networking?.position ?? 0),
  );
}

/** When its rounds begin and end, in seconds. */
export async function timesOf(networking: Pick<Networking, "live">): Promise<number[][]> {
  const all = await roundsAsHost(networking, 1);
  return all.map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((one) => (Date.parse(one ?? "") - at(0).getTime()) / 1000),
  );
}
