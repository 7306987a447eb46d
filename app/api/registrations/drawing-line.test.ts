import { beforeEach, expect, it, vi } from "vitest";
import { aFileQuestion, aQuestion } from "@/db/testing/forms";
import { aMember, aNetwork, anEvent, aRegistration } from "@/db/testing/makers";
import { filesPost, loginCookieOf, type Part } from "@/db/testing/requests";
import { fieldOf } from "@/domain/forms/rules";
import { POST as register } from "../events/[eventId]/registrations/route";
import { POST as change } from "./[registrationId]/change/route";

/** In which line each file is drawn. */
const drawn = vi.hoisted((): { lines: unknown[] } => ({ lines: [] }));
vi.mock("@/lib/storage/cleaned", async (original) => {
  const real = await original<typeof import("@/lib/storage/cleaned")>();
  const cleaned: typeof real.cleaned = (...file) => {
    drawn.lines.push(file[2]);
    return real.cleaned(...file);
  };
  return { ...real, cleaned };
});
beforeEach(() => {
  drawn.lines = [];
});

const pdf: Part = { name: "Plan.pdf", content: "%PDF-1.7\n1 0 obj" };

it("draws what anybody brings behind other visitors, signed in or not, and never before an office", async () => {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const question = await aQuestion(event, aFileQuestion);
  const person = await aMember(network);
  const cookie = await loginCookieOf(person);
  const parts = [[fieldOf(question.id), pdf]] as const;
  const fields = { name: "Ada Beispiel", email: person.email, organisation: "", locale: "de" };
  const path = `/api/events/${event.id}/registrations`;
  const stranger = { ...fields, email: "fremd@example.org" };
  for (const posted of [
    filesPost(path, { fields, parts }, { cookie }),
    filesPost(path, { fields: stranger, parts }),
  ]) {
    const answer = await register(posted, { params: Promise.resolve({ eventId: event.id }) });
    expect(answer.status).toBe(200);
  }
  const other = await anEvent({ network });
  const asked = await aQuestion(other, aFileQuestion);
  const mine = { email: person.email, personId: person.id, provenAt: new Date() };
  const { id: registrationId } = await aRegistration(other, mine);
  const changing = filesPost(
    `/api/registrations/${registrationId}/change`,
    { fields: { locale: "de" }, parts: [[fieldOf(asked.id), pdf]] },
    { cookie },
  );
  expect((await change(changing, { params: Promise.resolve({ registrationId }) })).status).toBe(200);
  expect(drawn.lines).toEqual(["visitors", "visitors", "visitors"]);
});
