"use client";

import { useSignedInHint } from "@/components/site/use-signed-in-hint";
import { ButtonLink } from "@/components/ui/button";

type Way = { href: string; label: string };
type AccountLinkProps = { signIn: Way; mine: Way };

/** Way into the account on cached pages: they are the same for everybody, only the browser knows who is signed in. */
export function AccountLink({ signIn, mine }: AccountLinkProps) {
  const way = useSignedInHint() ? mine : signIn;
  return (
    <ButtonLink href={way.href} size="sm">
      {way.label}
    </ButtonLink>
  );
}
