import { describe, expect, it } from "vitest";
import { aDesk, aSession, aSpeaker, speaksIn } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { findEventForDesk } from "../queries";
import { agendaOf } from "../queries/agenda";
import { removeSession } from "./remove-session";

describe("removeSession", () => {
  it("takes the item off, and leaves the others and the names", async () => {
    const { event, actor } = await aDesk();
    const first = await aSession(event, { title: "Eins", after: 0, minutes: 10 });
    await aSession(event, { title: "Zwei", after: 10, minutes: 10 });
    await speaksIn(await aSpeaker(event, "Ada Neu"), first);
    const input = { eventId: event.id, sessionId: first.id };
    expect(await removeSession({ actor, input })).toMatchObject({ ok: true });
    expect(await findEventForDesk(actor, event.slug)).toMatchObject({
      agenda: [{ title: "Zwei" }],
      speakers: [{ name: "Ada Neu" }],
    });
    expect(await removeSession({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
  });

  it("is refused to strangers, for another event's item, and once the event is over", async () => {
    const { event, actor, strangers } = await aDesk();
    const over = await aDesk({ status: "ended" });
    const item = await aSession(event, { title: "Eins", after: 0, minutes: 10 });
    const gone = await aSession(over.event, { title: "Vorbei", after: 0, minutes: 10 });
    for (const stranger of [...strangers, over.actor]) {
      const input = { eventId: event.id, sessionId: item.id };
      expect(refusalOf(await removeSession({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    }
    const crossed = { eventId: event.id, sessionId: gone.id };
    expect(await removeSession({ actor, input: crossed })).toMatchObject({ failure: { kind: "not_found" } });
    const late = { eventId: over.event.id, sessionId: gone.id };
    expect(await removeSession({ actor: over.actor, input: late })).toMatchObject({
      failure: { reason: "wrong_state" },
    });
    expect(await agendaOf(event.id)).toHaveLength(1);
    expect(await agendaOf(over.event.id)).toHaveLength(1);
  });
});
