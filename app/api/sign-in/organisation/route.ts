import { plainDoor } from "@/auth/doors";
import { beginAtOrganisation } from "@/auth/organisation-sign-in";

/** Leads to the organisation's own sign-in. Does not exist where none is configured. */
export const POST = plainDoor(beginAtOrganisation);
