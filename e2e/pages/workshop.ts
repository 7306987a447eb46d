import type { Person } from "../fixtures/test";
import { createEvent, signInAs } from "./desk-page";
import { enterByMail, register } from "./registering";
import { RoomPage } from "./room-page";

/** A workshop that begins now, opened by its organizer, who is inside. */
export async function holdWorkshop(host: Person, title: string): Promise<{ slug: string; room: RoomPage }> {
  await signInAs(host.page, "organizer");
  const plan = { network: "sensoriknetz-oberland", template: "Workshop", title, startsAt: new Date() };
  const { slug } = await createEvent(host.page, plan);
  const room = new RoomPage(host.page);
  await room.open(slug);
  await room.enter();
  await room.expectInside("main");
  await room.openPanel("console");
  await host.page.getByRole("button", { name: "Live gehen" }).click();
  return { slug, room };
}

/** From the event page by the mail into the plenary. */
export async function joinWorkshop(guest: Person, slug: string): Promise<RoomPage> {
  await register(guest, slug);
  const room = await enterByMail(guest);
  await room.expectInside("main");
  return room;
}
