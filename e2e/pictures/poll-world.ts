import type { Visitor } from "../fixtures/visitor";
import { eventIdOf } from "../security/registering-over-http";
import { registers } from "./office";

const NAMES = ["Miriam Vogel", "Tarek Lindner", "Olga Brandt", "Paul Öztürk", "Hannah Groß"];
const json = { accept: "application/json" };

/** Says something at a door of the event's room, as its page does. */
export async function tells(visitor: Visitor, slug: string, [door, said]: readonly [string, object]) {
  const { status, text } = await visitor.ask(`/api/rooms/${slug}/${door}`, { json: said, headers: json });
  if (status >= 400) throw new Error(`${door}: ${status} ${text.slice(0, 300)}`);
  return text;
}

/** People who came in and are asked: browsers without a window. */
export async function audienceOf(slug: string): Promise<Visitor[]> {
  const event = { id: await eventIdOf(slug), slug, page: "" };
  const people: Visitor[] = [];
  for (const [index, name] of NAMES.entries()) {
    const { visitor } = await registers(event, { name, organisation: "Beispielwerk" });
    await tells(visitor, slug, ["join", { tab: `tab-of-poll-${index}` }]);
    people.push(visitor);
  }
  return people;
}
