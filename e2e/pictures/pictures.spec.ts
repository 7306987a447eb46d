import { patience } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { deskSurfaces } from "./desk-surfaces";
import { failed, isWanted, look } from "./look";
import { openSurface } from "./open-surface";
import { participantSurfaces, publicSurfaces } from "./public-surfaces";
import { mailSurfaces, talkSurfaces } from "./talk-surfaces";
import { views } from "./views";
import { theWorld } from "./world";

const surfaces = [
  ...publicSurfaces,
  ...participantSurfaces,
  ...talkSurfaces,
  ...mailSurfaces,
  ...deskSurfaces,
].filter(({ name }) => isWanted(name));

for (const { name: view, prefix, locale, viewport } of views) {
  test(`pictures of every surface, ${view}`, async ({ person }) => {
    test.skip(surfaces.length === 0, "none of them is wanted");
    test.setTimeout(patience(900));
    const world = await theWorld();
    const { page } = await person("Bilder", { locale, viewport });
    const faults: string[] = [];
    for (const surface of surfaces) {
      const { name } = surface;
      await test.step(name, async () => {
        try {
          await openSurface(page, surface, { world, prefix });
          faults.push(...(await look(page, name, view)));
        } catch (error) {
          faults.push(await failed(page, name, view, error));
        }
      });
    }
    expect(faults).toEqual([]);
  });
}
