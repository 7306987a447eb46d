import { type Id, newId } from "@/lib/ids";
import { alliance, networks } from "./data/networks";
import { formOf } from "./forms";
import { guestList } from "./guest-lists";
import { attendanceOf, type NameRoom, plenaryOf, staysInTalks, talkRoomsOf } from "./live-rooms";
import { entryRows } from "./makers/board";
import { seatPlanRow } from "./makers/registration";
import { populate } from "./population";
import { eventPlans, eventRow, programmeOf, seriesHosts, seriesRow } from "./programme";
import { dice, seedId } from "./random";
import { noRows, type Rows } from "./rows";
import { agreedTalks, talkRows, talkWindowRow } from "./talks";
import { DAY } from "./timetable";

type Plan = (typeof eventPlans)[number];
type Making = { rows: Rows; population: ReturnType<typeof populate>; now: Date; nameRoom: NameRoom };

function addAlliance(rows: Rows, now: Date): Id<"alliance"> {
  const createdAt = new Date(now.getTime() - 90 * DAY);
  const id = seedId("alliance", alliance.slug);
  rows.alliances.push({ id, ...alliance, createdAt });
  for (const { slug, name, mark, colour, de, en } of networks) {
    const contactEmail = `${slug}@example.org`;
    const row = { slug, name, mark, colour, summaryDe: de, summaryEn: en, contactEmail, createdAt };
    rows.networks.push({ id: seedId("network", slug), allianceId: id, ...row });
  }
  return id;
}

/** The plenary of an event that has begun, who was there, and the rooms of its talks. */
function addLiveSide(plan: Plan, event: Rows["events"][number], making: Making) {
  const { rows, population, now, nameRoom } = making;
  if (event.status === "published") return;
  const rolls = dice(event.slug.length);
  const { session, main } = plenaryOf(event, nameRoom);
  rows.liveSessions.push(session);
  rows.rooms.push(main);
  const guests = rows.registrations.filter((row) => row.eventId === event.id);
  if (event.status === "ended") append(rows, attendanceOf(event, { main, guests, rolls }));
  if (plan.kind !== "matchmaking") return;
  const talks = talkRows(event, agreedTalks(guests, { population, rolls }), { population, now });
  const { meetings, meetingPeople: people } = talks;
  append(rows, talks);
  const talking = { event, session, meetings, people, guests, nameRoom, now };
  append(rows, { ...talkRoomsOf(talking), participations: staysInTalks(talking) });
}

function append(rows: Rows, more: Partial<Rows>) {
  const lists: Record<string, unknown[]> = rows;
  for (const [table, list] of Object.entries(more)) lists[table]?.push(...list);
}

function addEvent(plan: Plan, making: Making) {
  const { rows, population, now } = making;
  const event = eventRow(plan, now);
  rows.events.push(event);
  append(rows, programmeOf(plan, event, population));
  const rolls = dice(1000 + rows.events.length);
  const guests = guestList(plan, event, { population, rolls, now });
  rows.seatPlans.push(seatPlanRow(event.id, plan, guests));
  rows.registrations.push(...guests);
  append(rows, formOf(plan, event, { guests, rolls: dice(2000 + rows.events.length) }));
  if (plan.talks) rows.talkWindows.push(talkWindowRow(event, plan.talks));
  addLiveSide(plan, event, making);
}

/** A LiveKit name that no room ever had. */
const freshName: NameRoom = () => newId("room").replace("rom_", "r");

/**
 * Every row of the demo's cluster week as seen from `now`: the same rows for the same instant, but for the names
 * of rooms at LiveKit. Pure: nothing is written.
 */
export function clusterWeek(now: Date, nameRoom: NameRoom = freshName): Rows {
  const rows = noRows();
  const allianceId = addAlliance(rows, now);
  const population = populate(allianceId, now);
  rows.people.push(...population.people.map(({ network: _, role: __, ...person }) => person));
  rows.networkMembers.push(...population.members);
  rows.listings.push(...population.listings);
  rows.series.push(seriesRow(allianceId, now));
  rows.seriesNetworks.push(...seriesHosts(now));
  for (const { id, networkId } of rows.series)
    if (id && networkId)
      rows.entries.push(...entryRows({ seriesId: id, ownerId: networkId, population, now }));
  for (const plan of eventPlans) addEvent(plan, { rows, population, now, nameRoom });
  return rows;
}
