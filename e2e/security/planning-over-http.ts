import { z } from "zod";
import { sql } from "../fixtures/database";
import { callAction } from "../fixtures/server-actions";
import type { Visitor } from "../fixtures/visitor";
import { berlinTime } from "../pages/desk-page";

export const DESK = "/o/sensoriknetz-oberland";
export type Planned = { id: string; slug: string; page: string };

/** A draft of the organizer persona's network; unless said otherwise, of a webinar that would begin in an hour. */
export async function planDraft(
  organizer: Visitor,
  title: string,
  { template = "webinar", startsAt = new Date(Date.now() + 3_600_000) } = {},
): Promise<Planned> {
  const page = `${DESK}/new`;
  const shape = z.object({ id: z.string() });
  const [network] = await sql(shape, "select id from networks where slug = $1", [
    DESK.split("/").at(-1) ?? "",
  ]);
  const form = { networkId: network?.id ?? "", template, title, startsLocal: berlinTime(startsAt) };
  const answer = await callAction(organizer, { action: "actions/programme.ts#planEventAction", page, form });
  const newest = "select id, slug from events where network_id = $1 order by created_at desc limit 1";
  const [row] = await sql(shape.extend({ slug: z.string() }), newest, [network?.id ?? ""]);
  if (!row || answer.status >= 400) throw new Error(`${title} was not planned: ${answer.status}`);
  return { ...row, page: `${DESK}/e/${row.slug}` };
}

/** Publishes a draft, or calls an event off. */
export async function moveEvent(organizer: Visitor, event: Planned, to: "publish" | "cancel"): Promise<void> {
  const action = `actions/programme.ts#${to}EventAction`;
  const answer = await callAction(organizer, { action, page: event.page, form: { eventId: event.id } });
  if (!answer.text.includes('"status":"done"')) {
    throw new Error(`${to} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  }
}
