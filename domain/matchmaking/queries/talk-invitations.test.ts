import { expect, it } from "vitest";
import { db } from "@/db/client";
import { anOffer, aTalk } from "@/db/testing/group-talks";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { invitationIdsOf } from "./talk-invitations";

it("an invitation is about whoever made or got it and about who is in the talk, whom its mail names", async () => {
  const event = await aTalkEvent();
  const [talk, other] = [await aTalk(event), await aTalk(event, 1)];
  const [cem, dora] = [await aTaker(event), await aTaker(event)];
  const invitation = await anOffer(talk, cem);
  await anOffer(other, dora);
  for (const { person } of [talk.anna, talk.ben, cem])
    expect(await invitationIdsOf(person.id, db())).toEqual([invitation]);
});
