import { hallQuery } from "@/auth/hall-doors";

/** The questions of an event, for phones in its hall. */
export const GET = hallQuery;
