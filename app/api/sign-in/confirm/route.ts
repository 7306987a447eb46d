import { plainDoor } from "@/auth/doors";
import { confirmLink } from "@/auth/sign-in";
import { localeOf } from "@/lib/i18n/locales";

/** The button of the confirm page. */
export const POST = plainDoor(({ request, body }) => confirmLink(request, localeOf(body.locale)));
