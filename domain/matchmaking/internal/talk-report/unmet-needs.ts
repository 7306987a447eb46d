import type { PersonId } from "./facts";
import { FEWEST } from "./privacy";

export type Listed = { personId: PersonId; kind: "need" | "offer"; tag: string };

/** A topic that people seek: how many of them, and for how many no talk with somebody who offers it was agreed. */
export type TopicLine = { tag: string; sought: number; unmet: number; offered: number };
export type UnmetNeeds = {
  /** Of people whom the reader knows by name, the most unmet first. */
  topics: TopicLine[];
  /** What those of everybody else come to; null where they are too few to say it, and where there are none. */
  others: { needs: number; unmet: number } | null;
  /** Unmet topics by person. */
  of: ReadonlyMap<PersonId, readonly string[]>;
};

type Asked = {
  listed: readonly Listed[];
  /** With whom each person has a talk, as far as the reader may know of it. */
  partners: ReadonlyMap<PersonId, ReadonlySet<PersonId>>;
  isNamed: (personId: PersonId) => boolean;
};

/**
 * Needs of participants without a talk about them: a need is met once its person has a talk with somebody who offers that
 * topic. What is offered is counted of everybody, because all participants can read it.
 */
export function unmetNeeds({ listed, partners, isNamed }: Asked): UnmetNeeds {
  const offering = Map.groupBy(
    listed.filter(({ kind }) => kind === "offer"),
    ({ tag }) => tag,
  );
  const needs = listed
    .filter(({ kind }) => kind === "need")
    .map(({ personId, tag }) => ({
      personId,
      tag,
      isMet: (offering.get(tag) ?? []).some((offer) => partners.get(personId)?.has(offer.personId)),
    }));
  const [named, rest] = [
    needs.filter((one) => isNamed(one.personId)),
    needs.filter((one) => !isNamed(one.personId)),
  ];
  const topics = [...Map.groupBy(named, ({ tag }) => tag)].map(([tag, all]) => ({
    tag,
    sought: all.length,
    unmet: all.filter(({ isMet }) => !isMet).length,
    offered: offering.get(tag)?.length ?? 0,
  }));
  const isEnough = new Set(rest.map(({ personId }) => personId)).size >= FEWEST;
  const open = Map.groupBy(
    named.filter(({ isMet }) => !isMet),
    ({ personId }) => personId,
  );
  return {
    topics: topics.sort((a, b) => b.unmet - a.unmet || b.sought - a.sought || (a.tag < b.tag ? -1 : 1)),
    others: isEnough ? { needs: rest.length, unmet: rest.filter(({ isMet }) => !isMet).length } : null,
    of: new Map([...open].map(([personId, all]) => [personId, all.map(({ tag }) => tag).sort()])),
  };
}
