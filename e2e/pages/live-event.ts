import type { Person } from "../fixtures/test";
import { createEvent, signInAs } from "./desk-page";
import { enterByMail, register } from "./registering";
import { RoomPage } from "./room-page";

/** As whom its organizer is in the room: one of the demo's people, whatever the browser is called in a test. */
export const HOST_NAME = "Henrike Osterloh";

type Held = { slug: string; room: RoomPage };

/** An event that begins now, opened by its organizer, who is inside. */
async function hold(host: Person, template: string, title: string): Promise<Held> {
  await signInAs(host.page, "organizer");
  const plan = { network: "sensoriknetz-oberland", template, title, startsAt: new Date() };
  const { slug } = await createEvent(host.page, plan);
  const room = new RoomPage(host.page);
  await room.open(slug);
  await room.enter();
  await room.expectInside("main");
  await room.openPanel("console");
  await host.page.getByRole("button", { name: "Live gehen" }).click();
  return { slug, room };
}

/** Everybody has microphone and camera. */
export const holdWorkshop = (host: Person, title: string): Promise<Held> => hold(host, "Workshop", title);

/** Only who speaks has them. */
export const holdWebinar = (host: Person, title: string): Promise<Held> => hold(host, "Webinar", title);

/** From the event page by the mail into the plenary. */
export async function joinLive(guest: Person, slug: string): Promise<RoomPage> {
  await register(guest, slug);
  const room = await enterByMail(guest);
  await room.expectInside("main");
  return room;
}
