import type { EventPlan } from "./data/events/event-plan";
import type { EventRow } from "./makers/programme";
import { type RegistrationRow, registrationRow } from "./makers/registration";
import type { Inhabitant, Population } from "./population";
import { type Dice, seedId } from "./random";
import { DAY } from "./timetable";

/** Whose address everybody may rely on: people whom the plan names are there, proven and open for talks. */
function guestsOf(
  plan: EventPlan,
  event: EventRow,
  { population, rolls }: { population: Population; rolls: Dice },
) {
  const named = (plan.registered ?? []).map((key) => population.named(key));
  const busy = new Set(
    [...plan.agenda.flatMap((item) => item.speakers ?? []), ...(plan.cohosts ?? [])].map(
      (key) => population.named(key).id,
    ),
  );
  const namedIds = new Set(named.map((person) => person.id));
  const members = new Set(
    population.members.flatMap((row) => (row.networkId === event.networkId ? [row.personId] : [])),
  );
  const others = population.people.filter(
    ({ id }) => !busy.has(id) && !namedIds.has(id) && (!plan.membersOnly || members.has(id)),
  );
  return { named, others: rolls.shuffled(others) };
}

/** Some show themselves to everybody, more to the others who take part, the rest to nobody. */
function listedBy(roll: number): RegistrationRow["listed"] {
  if (roll < 0.1) return "public";
  return roll < 0.6 ? "participants" : "nobody";
}

type StatusOf = (index: number) => RegistrationRow["status"];

/** First those who have a seat, some of whom withdrew, then the waiting list: nobody overtook anybody. */
const statusesOf = (plan: EventPlan): StatusOf => {
  const seated = plan.confirmed + (plan.cancelled ?? 0);
  const every = Math.floor(seated / ((plan.cancelled ?? 0) + 1));
  return (index) => {
    if (index >= seated) return "waiting";
    const isCancelled = (index + 1) % every === 0 && (index + 1) / every <= (plan.cancelled ?? 0);
    return isCancelled ? "cancelled" : "confirmed";
  };
};

function spread(event: EventRow, total: number, now: Date) {
  const last = Math.min(now.getTime(), event.startsAt.getTime()) - DAY / 24;
  const first = last - 14 * DAY;
  return (index: number) => new Date(first + Math.floor(((index + 1) / (total + 1)) * (last - first)));
}

/** The registrations of one event, in the order in which people asked. */
export function guestList(
  plan: EventPlan,
  event: EventRow,
  { population, rolls, now }: { population: Population; rolls: Dice; now: Date },
): RegistrationRow[] {
  const { named, others } = guestsOf(plan, event, { population, rolls });
  const total = plan.confirmed + (plan.cancelled ?? 0) + (plan.waiting ?? 0);
  const status = statusesOf(plan);
  const at = spread(event, total, now);
  const queue = [...others];
  const firm = [...named];
  const take = (index: number): Inhabitant => {
    const person = (status(index) === "confirmed" ? firm.shift() : undefined) ?? queue.shift();
    if (!person) throw new Error(`${plan.slug} has more registrations than there are people`);
    return person;
  };
  return Array.from({ length: total }, (_, index) => {
    const person = take(index);
    const isNamed = named.includes(person);
    const isForTalks = plan.kind === "matchmaking" || rolls.next() < 0.4;
    return registrationRow({
      id: seedId("registration", `${plan.slug}:${person.id}`),
      eventId: event.id,
      person,
      status: status(index),
      attendance: plan.onsiteCapacity && index % 2 === 1 ? "onsite" : "online",
      place: index + 1,
      at: at(index),
      proven: isNamed || plan.membersOnly || rolls.next() < 0.93,
      talksOptIn: isNamed || isForTalks,
      listed: isNamed ? "participants" : listedBy(rolls.next()),
    });
  });
}
