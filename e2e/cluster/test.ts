import { test as base, type Person } from "../fixtures/test";
import type { RoomPage } from "../pages/room-page";
import { type Led, leadBy, type Way } from "./nodes";

type Arrived = { person: Person; led: Led };
type Fixtures = {
  /** Opens a browser of its own for somebody who speaks to this app and this room server, and to no other until told. */
  arrive: (name: string, way: Way) => Promise<Arrived>;
};

const small = { devices: true, viewport: { width: 1100, height: 700 } };

export const test = base.extend<Fixtures>({
  arrive: async ({ person }, use) => {
    const leds: Led[] = [];
    await use(async (name, way) => {
      const led = await leadBy(way);
      leds.push(led);
      return { led, person: await person(name, { ...small, own: { add: led.flags } }) };
    });
    for (const led of leds) await led.close();
  },
});

/** They are in the plenary, know of each other, and see and hear somebody. */
export async function expectTogether(rooms: readonly RoomPage[], seconds = 20): Promise<void> {
  for (const room of rooms) {
    await room.expectInside("main", seconds);
    await room.expectPeople(rooms.length, seconds);
  }
  for (const room of rooms) {
    await room.expectToSee();
    await room.expectToHear();
  }
}
