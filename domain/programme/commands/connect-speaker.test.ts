import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { speakers } from "@/db/schema/programme";
import { aDesk, aSpeaker } from "@/db/testing/agenda";
import { anEvent, anEventRole, aPerson, aRegistration } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import { speakerPeople } from "../queries/speaker-people";
import { connectSpeaker } from "./connect-speaker";

async function scene() {
  const desk = await aDesk();
  const speaker = await aSpeaker(desk.event, "Ada Neu");
  const person = await aPerson({ emailVerified: new Date() });
  const connect = (email: string, by: Actor = desk.actor) =>
    connectSpeaker({ actor: by, input: { eventId: desk.event.id, speakerId: speaker.id, email } });
  const connected = async () =>
    (await db().select().from(speakers).where(eq(speakers.id, speaker.id)))[0]?.personId;
  return { ...desk, speaker, person, connect, connected };
}

describe("connectSpeaker", () => {
  it("finds whoever is registered, shows their name to the desk alone, and lets go again", async () => {
    const { event, actor, strangers, speaker, person, connect, connected } = await scene();
    await aRegistration(event, { personId: person.id });
    expect(await connect(` ${person.email.toUpperCase()} `)).toMatchObject({ ok: true });
    expect(await connected()).toBe(person.id);
    expect(await speakerPeople(actor, event.id)).toEqual({ [speaker.id]: person.name });
    for (const stranger of strangers) expect(await speakerPeople(stranger, event.id)).toEqual({});
    expect(await connect("")).toMatchObject({ ok: true });
    expect(await connected()).toBeNull();
  });

  it("finds whoever has a role in the event", async () => {
    const { event, connect, connected } = await scene();
    const speaking = await anEventRole(event, "speaker");
    expect(await connect(speaking.email)).toMatchObject({ ok: true });
    expect(await connected()).toBe(speaking.id);
  });

  it("says the same of every other address, whether somebody has it or not", async () => {
    const { person, connect, connected } = await scene();
    await aRegistration(await anEvent(), { personId: person.id });
    const nobody = await connect("niemand@example.org");
    expect(nobody).toMatchObject({ failure: { fields: { email: ["nobody_here"] } } });
    expect(await connect(person.email)).toEqual(nobody);
    expect(await connected()).toBeNull();
  });

  it("is refused to strangers, for another event's name, and once the event is over", async () => {
    const { event, strangers, person, connect, connected } = await scene();
    await aRegistration(event, { personId: person.id });
    for (const stranger of strangers) expect((await connect(person.email, stranger)).ok).toBe(false);
    const other = await scene();
    const crossed = { eventId: event.id, speakerId: other.speaker.id, email: "" };
    expect(await connectSpeaker({ actor: other.actor, input: crossed })).toMatchObject({ ok: false });
    const over = await aDesk({ status: "ended" });
    const late = { eventId: over.event.id, speakerId: (await aSpeaker(over.event, "Bo")).id, email: "" };
    expect(await connectSpeaker({ actor: over.actor, input: late })).toMatchObject({
      failure: { reason: "wrong_state" },
    });
    expect(await connected()).toBeNull();
  });
});
