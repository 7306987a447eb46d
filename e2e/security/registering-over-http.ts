import { z } from "zod";
import { sql } from "../fixtures/database";
import type { Answer, Visitor } from "../fixtures/visitor";

let counter = 0;
/** An address that no other test and no earlier run has used. */
export const freshAddress = (word: string): string =>
  `${word}-${Date.now().toString(36)}-${process.pid}-${++counter}@example.org`;

export async function eventIdOf(slug: string): Promise<string> {
  const [row] = await sql(z.object({ id: z.string() }), "select id from events where slug = $1", [slug]);
  if (!row) throw new Error(`there is no event ${slug}`);
  return row.id;
}

type Registering = { slug: string; email: string; name?: string; attendance?: "online" | "onsite" };

/** Registers as a program does, with a JSON answer. */
export async function registerOverHttp(visitor: Visitor, registering: Registering): Promise<Answer> {
  const { slug, email, name = "Sina Stichprobe", attendance = "online" } = registering;
  const form = { eventId: await eventIdOf(slug), name, email, attendance, locale: "de" };
  return visitor.ask("/api/registrations", { form, headers: { accept: "application/json" } });
}
