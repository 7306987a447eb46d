import type { Id } from "@/lib/ids";
import { type CastKey, type CastMember, cast } from "./data/cast";
import { familyNames, firstNames } from "./data/names";
import { type NetworkSlug, networks } from "./data/networks";
import { offersAndNeeds, sentences } from "./data/offers";
import { organisations } from "./data/organisations";
import type { ListingRow } from "./makers/matchmaking";
import { type MemberRow, mailboxOf, memberRow, type PersonRow, personRow } from "./makers/people";
import { type Dice, dice, seedId } from "./random";
import { DAY, MINUTE } from "./timetable";

export const PEOPLE = 520;

export type Inhabitant = PersonRow & {
  network: NetworkSlug;
  role?: "network_admin" | "organizer" | "member";
};
export type Population = {
  people: readonly Inhabitant[];
  cast: readonly Inhabitant[];
  named: (key: CastKey) => Inhabitant;
  members: MemberRow[];
  listings: ListingRow[];
};

const domains = ["example.org", "example.com", "example.net"] as const;
const isCast = (key: string): key is CastKey => Object.hasOwn(cast, key);

function namedPeople(at: Date): Map<CastKey, Inhabitant> {
  const rows = Object.keys(cast)
    .filter(isCast)
    .map((key): [CastKey, Inhabitant] => {
      const { name, organisation, network, role, locale }: CastMember = cast[key];
      const row = personRow({ id: seedId("person", mailboxOf(name)), name, organisation, at, locale });
      return [key, { ...row, network, role }];
    });
  return new Map(rows);
}

/** So many more people, each name once; more than half of them are members of the network named with them. */
function furtherPeople(count: number, { rolls, now, taken }: { rolls: Dice; now: Date; taken: Set<string> }) {
  const found: Inhabitant[] = [];
  while (found.length < count) {
    const name = `${rolls.pick(firstNames)} ${rolls.pick(familyNames)}`;
    const mailbox = mailboxOf(name);
    const network = rolls.pick(networks).slug;
    const organisation = rolls.pick(organisations[network]);
    const at = new Date(now.getTime() - rolls.between(22, 60) * DAY - rolls.between(0, 600) * MINUTE);
    const locale = rolls.next() < 0.08 ? "en" : "de";
    const email = `${mailbox}@${rolls.pick(domains)}`;
    const isMember = rolls.next() < 0.6;
    if (taken.has(mailbox)) continue;
    taken.add(mailbox);
    const row = personRow({ id: seedId("person", mailbox), name, organisation, at, email, locale });
    found.push({ ...row, network, role: isMember ? "member" : undefined });
  }
  return found;
}

/** Needs and offers of one person, and one sentence about them, which stands with the first. */
function listingRows(person: Inhabitant, allianceId: Id<"alliance">, rolls: Dice): ListingRow[] {
  const tags = offersAndNeeds[person.network];
  const some = (list: readonly string[]) => rolls.shuffled(list).slice(0, rolls.between(1, 3));
  const wishes = [
    ...some(tags.offers).map((tag) => ({ kind: "offer", tag }) as const),
    ...some(tags.needs).map((tag) => ({ kind: "need", tag }) as const),
  ];
  const spoken = wishes.map(({ kind, tag }) => sentences[tag]?.[kind]).find((sentence) => sentence);
  return wishes.map(({ kind, tag }, index) => ({
    id: seedId("listing", `${person.id}:${kind}:${tag}`),
    allianceId,
    personId: person.id,
    kind,
    tag,
    text: (index === 0 && spoken) || "",
    createdAt: person.createdAt,
  }));
}

/** Everybody of the demo, with roles in networks, needs and offers. The same people for every `now`. */
export function populate(allianceId: Id<"alliance">, now: Date): Population {
  const rolls = dice(19);
  const joined = new Date(now.getTime() - 61 * DAY);
  const named = namedPeople(joined);
  const taken = new Set([...named.values()].map((person) => mailboxOf(person.name)));
  const people = [...named.values(), ...furtherPeople(PEOPLE - named.size, { rolls, now, taken })];
  return {
    people,
    cast: [...named.values()],
    named: (key) => {
      const person = named.get(key);
      if (!person) throw new Error(`nobody in the cast is called ${key}`);
      return person;
    },
    members: people.flatMap((person) =>
      person.role
        ? [memberRow(person, seedId("network", person.network), { role: person.role, at: joined })]
        : [],
    ),
    listings: people.flatMap((person) => listingRows(person, allianceId, rolls)),
  };
}
