import type { RoundRow, TalkEvidence, TalkRow } from "../../talks/evidence";

/** An agreed talk has one room, at its time and for its people; one that is off has none any more. */
function roomOfTalk(talk: TalkRow, round: RoundRow | undefined): string[] {
  const { id, status } = talk;
  if (!round) return [`${id} has no round`];
  if (status === "cancelled") return round.isCancelled ? [] : [`${id} is off, and its room is kept`];
  const people = talk.people.map(({ personId }) => personId);
  return [
    ...(round.isCancelled ? [`the room of ${id} was taken back`] : []),
    ...(round.startsAt === talk.startsAt && round.endsAt === talk.endsAt
      ? []
      : [`the room of ${id} opens for ${round.startsAt}, and the talk is at ${talk.startsAt}`]),
    ...(round.rooms.length === 1 ? [] : [`${id} has ${round.rooms.length} rooms`]),
    ...(round.people.toSorted().join() === people.toSorted().join()
      ? []
      : [`the room of ${id} is for ${round.people.join()}`]),
  ];
}

/** I8: rooms follow the rows, and nobody is in a room whose talk is days away. */
export function judgeTalkRooms({ talks }: { talks: TalkEvidence }): string[] {
  const { meetings, rounds, present } = talks;
  const byId = new Map(rounds.map((round) => [round.id, round]));
  const standing = meetings.filter(({ status }) => status === "accepted");
  const held = Map.groupBy(standing, ({ roundId }) => roundId);
  return [
    ...meetings.flatMap((talk) => roomOfTalk(talk, byId.get(talk.roundId ?? ""))),
    ...rounds.flatMap(({ id, isCancelled }) => {
      const number = held.get(id)?.length ?? 0;
      return isCancelled || number === 1 ? [] : [`round ${id} stands for ${number} talks`];
    }),
    ...Object.entries(present).flatMap(([room, people]) =>
      people.map((one) => `${one} is in ${room}, whose talk is days away`),
    ),
  ];
}
