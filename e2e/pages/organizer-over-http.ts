import { z } from "zod";
import { sql } from "../fixtures/database";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "../security/planning-over-http";

const headers = { accept: "application/json" };
const peopleList = z.object({
  people: z.array(z.object({ admissionId: z.string(), name: z.string(), roomId: z.string().nullable() })),
});
type Template = "workshop" | "webinar" | "forum";

/** The organizer persona without a browser: plans an event that begins now, and runs it by the doors that a page would use. */
export class OrganizerOverHttp {
  readonly visitor = new Visitor();
  slug = "";

  /** A published event with room for a hundred. */
  async plans(title: string, template: Template): Promise<string> {
    await this.visitor.signInAs("organizer");
    const event = await planDraft(this.visitor, title, { template, startsAt: new Date() });
    await sql(z.object({}), "update seat_plans set capacity = 100 where event_id = $1", [event.id]);
    await moveEvent(this.visitor, event, "publish");
    this.slug = event.slug;
    return event.slug;
  }

  /** One action in the room. */
  async act(path: string, json: object): Promise<unknown> {
    const { status, text } = await this.visitor.ask(`/api/rooms/${this.slug}/${path}`, { json, headers });
    if (status >= 400) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`);
    return JSON.parse(text || "null");
  }

  async read(path: string): Promise<unknown> {
    const { status, text } = await this.visitor.ask(`/api/rooms/${this.slug}/${path}`, { headers });
    if (status >= 400) throw new Error(`${path} answered ${status}`);
    return JSON.parse(text);
  }

  async people() {
    return peopleList.parse(await this.read("people")).people;
  }
}
