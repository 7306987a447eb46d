import { jsonQuery } from "@/auth/doors";
import { projectorPage } from "@/domain/interaction/queries/hall";
import { now } from "@/lib/time/clock";

/** What a projector in the hall shows. */
export const GET = jsonQuery(({ params }) => projectorPage(params.token ?? "", now()));
