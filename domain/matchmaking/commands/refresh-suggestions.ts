import { z } from "zod";
import { defineCommand } from "@/domain/kernel/command";
import { inTurn } from "@/domain/kernel/turns";
import { eventScope } from "@/domain/programme/queries";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { storedLists, storeRenewed } from "../internal/stored-suggestions";
import { fingerprintOf } from "../internal/suggestions/fingerprint";
import { populationOf, type Seeker } from "../internal/suggestions/population";
import { renewal } from "../internal/suggestions/renewal";
import { aheadOf } from "../internal/suggestions/slots-ahead";
import { talksOf } from "../queries/partners";
import { takersIn } from "../queries/population";
import { relationsIn } from "../queries/relations";

/**
 * Brings the stored suggestions of an event up to what its people say now: the lists of who has changed, of those whose lists
 * they leave, and of those whose they enter; nothing where nobody has. One at a time for an event: who comes second finds
 * what the first has stored, so that nobody stands in more lists than may be.
 */
export const refreshSuggestions = defineCommand({
  name: "refresh-suggestions",
  input: z.object({ eventId: idOf("event") }),
  permission: "fact.dispatch",
  quiet: true,
  load: async ({ tx }, { eventId }) => {
    await inTurn(tx, "suggestions", eventId);
    return eventScope(tx, eventId);
  },
  run: async ({ tx, now }, { eventId }) => {
    const talks = await talksOf(tx, eventId, now);
    if (!talks) return ok({ people: 0, changed: 0, isWhole: false });
    const said = (await takersIn(tx, talks)).map(({ seeker }) => seeker);
    const [relations, stored] = [
      await relationsIn(tx, { eventId, among: said.map(({ id }) => id) }, now),
      await storedLists(tx, eventId),
    ];
    const people = aheadOf(said, talks);
    const fingerprints = said.map((one) => fingerprintOf(one, relations.get(one.id) ?? []));
    const apart = (a: Seeker, b: Seeker) => relations.get(a.id)?.has(b.id) ?? false;
    const renewed = renewal({ population: populationOf(people), apart, fingerprints, ...stored, now });
    const gone = await storeRenewed(tx, { eventId, people, fingerprints, stored, renewed, now });
    return ok({ people: people.length, changed: renewed.changed.length + gone, isWhole: renewed.isWhole });
  },
});
