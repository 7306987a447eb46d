import { db } from "../client";
import { seriesNetworks } from "../schema/programme";
import { organizerActor } from "./actors";
import { aNetwork, anEvent, anOrganizer, aSeries } from "./makers";

/** A series of one network, hosted with another that has an event in it; both offices as they are signed in. */
export async function aWeek() {
  const owner = await aNetwork();
  const partner = await aNetwork({ allianceId: owner.allianceId });
  const week = await aSeries(owner);
  await db()
    .insert(seriesNetworks)
    .values({ seriesId: week.id, networkId: partner.id, acceptedAt: new Date() });
  const office = organizerActor(await anOrganizer(owner), owner);
  const partnerOffice = organizerActor(await anOrganizer(partner), partner);
  const event = await anEvent({ network: partner, seriesId: week.id });
  return { owner, partner, week, office, partnerOffice, event };
}
