import { useSyncExternalStore } from "react";
import { isHinted } from "@/lib/hint-names";

/** Cookies tell nobody when they change; signing in and out loads a page. */
const never = () => () => undefined;
const isSignedIn = () => isHinted(document.cookie, "signedIn");
const isUnknown = () => false;

/** Whether this browser says that somebody is signed in: cached pages are the same for everybody and can't know. */
export const useSignedInHint = (): boolean => useSyncExternalStore(never, isSignedIn, isUnknown);
