import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { admissions, placements } from "@/db/schema/rooms";
import { system } from "@/db/testing/actors";
import { aLiveEvent, at, some } from "@/db/testing/rooms";
import { findPeopleNow } from "../queries/roles";
import { eraseAdmissions } from "./erase-admissions";

it("takes the name and every way to the person from an admission, and nothing lets it in any more", async () => {
  const { event, host, people } = await aLiveEvent({ guests: 2 });
  const [gone, stays] = some(people, 2);
  if (!gone || !stays) throw new Error("two people are needed");
  const rowOf = async (id: `adm_${string}`) =>
    (await db().select().from(admissions).where(eq(admissions.id, id)))[0];
  const registrationId = (await rowOf(gone.admissionId))?.registrationId;
  if (!registrationId) throw new Error("a registration is needed");
  const input = { personId: null, registrationIds: [registrationId], roundIds: [] };
  expect(await eraseAdmissions({ actor: system, input, now: at(5) })).toMatchObject({
    value: { admissionIds: [gone.admissionId] },
  });
  expect(await rowOf(gone.admissionId)).toMatchObject({ displayName: "", registrationId: null });
  expect((await rowOf(stays.admissionId))?.displayName).not.toBe("");
  const [place] = await db().select().from(placements).where(eq(placements.admissionId, gone.admissionId));
  expect(place?.leaseId).toBeNull();
  const scope = { ...event, eventId: event.id };
  const ids = [gone.admissionId, stays.admissionId];
  const now = await findPeopleNow(db(), scope, { ids, now: at(6) });
  expect(now.map(({ admission }) => admission.id)).toEqual([stays.admissionId]);
  expect(await eraseAdmissions({ actor: host.actor, input })).toMatchObject({
    failure: { kind: "not_found" },
  });
});
