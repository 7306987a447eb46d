"use client";

import { useSignedInHint } from "@/components/site/use-signed-in-hint";
import { ButtonLink } from "@/components/ui/button";

type FillInLinkProps = { href: string; label: string };

/** From the cached form, which knows nobody, to the one that has the details of whoever is signed in. */
export function FillInLink({ href, label }: FillInLinkProps) {
  return useSignedInHint() ? (
    <ButtonLink variant="soft" block href={href}>
      {label}
    </ButtonLink>
  ) : null;
}
