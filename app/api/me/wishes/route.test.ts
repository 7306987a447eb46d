import { expect, it } from "vitest";
import { flashFor } from "@/auth/flash";
import { guest, personActor } from "@/db/testing/actors";
import { cookiesFrom, formPost, noParams } from "@/db/testing/requests";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { cookiesIn } from "@/lib/cookies";
import { POST } from "./route";

it("tells who was signed out meanwhile, once they are back, that a press without any text did nothing", async () => {
  const event = await aTalkEvent();
  const [ada, ben] = [await aTaker(event), await aTaker(event)];
  const pressed = {
    ...{ eventId: event.id, personId: ben.person.id, wish: "must", locale: "de" },
    ...{ back: `/me/talks?event=${event.slug}`, formOf: ada.person.id },
  };
  const answer = await POST(formPost("/api/me/wishes", pressed), noParams);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/me/talks?event=${event.slug}`]);
  const text = cookiesIn(cookiesFrom(answer)).get("flash");
  expect(await flashFor(personActor(ada.person), text)).toMatchObject({
    failure: { kind: "unauthenticated", reason: "signed_out" },
  });
  for (const other of [guest, personActor(ben.person)]) expect(await flashFor(other, text)).toBeUndefined();
});
