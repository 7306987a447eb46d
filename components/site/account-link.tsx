"use client";

import { useSyncExternalStore } from "react";
import { ButtonLink } from "@/components/ui/button";
import { isHinted } from "@/lib/hint-names";

type Way = { href: string; label: string };
type AccountLinkProps = { signIn: Way; mine: Way };

/** Cookies tell nobody when they change; signing in and out loads a page. */
const never = () => () => undefined;
const isSignedIn = () => isHinted(document.cookie, "signedIn");
const isUnknown = () => false;

/** Way into the account on cached pages: they are the same for everybody, only the browser knows who is signed in. */
export function AccountLink({ signIn, mine }: AccountLinkProps) {
  const way = useSyncExternalStore(never, isSignedIn, isUnknown) ? mine : signIn;
  return (
    <ButtonLink href={way.href} size="sm">
      {way.label}
    </ButtonLink>
  );
}
