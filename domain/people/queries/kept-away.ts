import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { hiddenFrom, personBlocks } from "@/db/schema/matchmaking";

/**
 * Who keeps away from whom, as rows `who, whom` to select from: a block counts both ways, and who hides from an organisation
 * is not seen by its people. The one rule of that, for boards and talks. `sides` says whose people they are, as rows
 * `person_id, organisation`: a registration's word in an event, a profile's elsewhere.
 */
export const keptAway = (sides: SQL): SQL => sql`(
  select ${personBlocks.personId} as who, ${personBlocks.blockedId} as whom from ${personBlocks}
  union all select ${personBlocks.blockedId}, ${personBlocks.personId} from ${personBlocks}
  union all select ${hiddenFrom.personId}, side.person_id from ${hiddenFrom}
    join (${sides}) side on ${hiddenFrom.organisation} = lower(trim(side.organisation)))`;
