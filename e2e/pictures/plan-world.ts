import { z } from "zod";
import { sql } from "../fixtures/database";
import { eventWithTalks, type TalkEvent } from "../fixtures/event-with-talks";
import { Visitor } from "../fixtures/visitor";
import { foundBy, type OfficeOverHttp } from "./office";

/** Names as long and as short as they are: numbers would hide what does not fit. */
const names = [
  ...["Änne Größer", "Björn Adler", "Cäcilie Brandt", "Dr. Dörte von Sassen-Hohenfels zu Altenmark"],
  ...["Emre Çelik", "Frieda Öhlmann", "Guido Peters", "Hatice Yıldırım-Oberweißbach", "Ines Öztürk"],
  ...["Jan-Henrik Lindemann", "Karl Klein", "Leonore Freifrau von Rottluff", "Mia Ott", "Niklas Vogelsang"],
  ...["Olga Iwanowa", "Prof. Dr.-Ing. Maximilian Schmidt", "Quirin Aumüller", "Rosalie Diekmann"],
  ...[
    "Sören Bjarnason",
    "Tilda Uhl",
    "Ulf Wiegand",
    "Viktoria Habermann-Jäger",
    "Wim de Boer",
    "Xenia Zöllner",
  ],
] as const;
const organisations = [
  ...["Werk Süd GmbH", "Hochschule für angewandte Wissenschaften Musterstadt", "Sensorhaus", "Landwerk eG"],
  ...["Faserverbund Nord eG", "Messwerk Oberland GmbH", "Formenbau Ranft", "Institut für Dünnschichttechnik"],
] as const;

async function nameThem({ id }: TalkEvent): Promise<void> {
  const named = names.map((name, index) => [name, organisations[index % organisations.length] ?? ""]);
  const given = `select n.name, n.organisation, n.place from unnest(
    string_to_array($2, '|'), string_to_array($3, '|')) with ordinality as n(name, organisation, place)`;
  const values = [id, named.map(([name]) => name).join("|"), named.map(([, of]) => of).join("|")];
  await sql(
    z.object({}),
    `update registrations r set name = n.name, organisation = n.organisation from (${given}) n
      where r.event_id = $1 and r.place = n.place`,
    values,
  );
  await sql(
    z.object({}),
    `update people p set name = n.name, organisation = n.organisation
       from (${given}) n join registrations r on r.place = n.place
      where r.event_id = $1 and p.id = r.person_id`,
    values,
  );
}

/** Half of the people come on site, where there are tables for them. */
async function seatThem(office: OfficeOverHttp, event: TalkEvent): Promise<void> {
  const form = { count: "6", locale: "de", back: `${event.page}/tables` };
  const { status } = await office.organizer.ask(`/api/events/${event.id}/tables`, { form });
  if (status >= 400) throw new Error(`the tables were refused: ${status}`);
  await sql(
    z.object({}),
    "update registrations set attendance = 'onsite' where event_id = $1 and place <= 12",
    [event.id],
  );
  await sql(
    z.object({}),
    `update planned_talks t set table_number = n.number
       from (select p.id, row_number() over (partition by p.starts_at order by p.id) as number
               from planned_talks p
               join registrations a on a.event_id = p.event_id and a.person_id = p.one_person_id
               join registrations b on b.event_id = p.event_id and b.person_id = p.other_person_id
              where p.event_id = $1 and p.starts_at is not null
                and a.attendance = 'onsite' and b.attendance = 'onsite') n
      where n.id = t.id`,
    [event.id],
  );
}

/** One side of the draft's first talk says that they will not meet the other any more. */
async function changeOfMind({ id }: TalkEvent): Promise<void> {
  const first =
    "from planned_talks t join people p on p.id = t.one_person_id where t.event_id = $1 order by t.starts_at limit 1";
  const email = await foundBy(`select p.email as value ${first}`, [id]);
  const personId = await foundBy(`select t.other_person_id as value ${first}`, [id]);
  const { status, text } = await (await new Visitor().signInByMail(email)).ask("/api/me/wishes", {
    json: { eventId: id, personId, wish: "never" },
    headers: { accept: "application/json" },
  });
  if (status >= 400) throw new Error(`the wish was refused: ${status} ${text.slice(0, 300)}`);
}

/** A draft that is looked at, an event with more wishes than time, a draft with a talk that one side does not want, and one to be published. */
export async function planWorld(office: OfficeOverHttp) {
  const plan = await eventWithTalks({ people: names.length, slots: 14, drafted: true });
  const crowded = await eventWithTalks({ people: 14, slots: 4, wishes: 5 });
  const unwanted = await eventWithTalks({ people: 8, slots: 6, drafted: true });
  const published = await eventWithTalks({ people: 8, slots: 6, drafted: true });
  for (const event of [plan, crowded, unwanted, published]) await nameThem(event);
  await seatThem(office, plan);
  await changeOfMind(unwanted);
  return { plan, crowded, unwanted, published };
}
