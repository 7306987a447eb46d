import { describe, expect, it } from "vitest";
import { aDesk, aSession, aSpeaker, speaksIn } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { findEventForDesk } from "../queries";
import { removeSpeaker } from "./remove-speaker";

describe("removeSpeaker", () => {
  it("takes the name off the page and off the agenda", async () => {
    const { event, actor } = await aDesk();
    const [ada, bo] = [await aSpeaker(event, "Ada Neu"), await aSpeaker(event, "Bo Neu", 1)];
    const item = await aSession(event, { title: "Eins", after: 0, minutes: 10 });
    await speaksIn(ada, item);
    await speaksIn(bo, item);
    const input = { eventId: event.id, speakerId: ada.id };
    expect(await removeSpeaker({ actor, input })).toMatchObject({ ok: true });
    expect(await findEventForDesk(actor, event.slug)).toMatchObject({
      agenda: [{ speakers: [{ name: "Bo Neu" }] }],
      speakers: [{ name: "Bo Neu" }],
    });
    expect(await removeSpeaker({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
  });

  it("is refused to strangers and once the event is over", async () => {
    const { event, actor: own, strangers } = await aDesk();
    const over = await aDesk({ status: "cancelled" });
    const ada = await aSpeaker(event, "Ada Neu");
    const gone = await aSpeaker(over.event, "Bo Neu");
    for (const actor of [...strangers, over.actor])
      expect(refusalOf(await removeSpeaker({ actor, input: { eventId: event.id, speakerId: ada.id } }))).toBe(
        NOT_ALLOWED,
      );
    const late = { eventId: over.event.id, speakerId: gone.id };
    expect(refusalOf(await removeSpeaker({ actor: over.actor, input: late }))).toBe("conflict wrong_state");
    expect((await findEventForDesk(own, event.slug))?.speakers).toHaveLength(1);
    expect((await findEventForDesk(over.actor, over.event.slug))?.speakers).toHaveLength(1);
  });
});
