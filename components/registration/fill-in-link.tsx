"use client";

import { useEffect, useRef, useState } from "react";
import { fillIn, keptIn, typedIn } from "@/components/registration/form-controls";
import { knownFields, knownIn } from "@/components/registration/known-fields";
import { useSignedInHint } from "@/components/site/use-signed-in-hint";
import { ButtonLink } from "@/components/ui/button";

type FillInLinkProps = {
  href: string;
  label: string;
  /** Says that it is done, in place of the link; where the link leads to more than that, it stays. */
  filled?: string;
};

/** Puts what is known of whoever is signed in into the empty fields of the form; true if it was for them. */
async function fill(form: HTMLFormElement, signal: AbortSignal): Promise<boolean> {
  const response = await fetch("/api/me/known", { signal, headers: { accept: "application/json" } });
  const known = response.ok ? knownIn(await response.json()) : undefined;
  if (!known || signal.aborted) return false;
  const controls = keptIn(form, []);
  const fields = knownFields(known, typedIn(controls));
  fillIn(controls, fields, false);
  return fields.email !== undefined;
}

/**
 * Fills in the cached form, which knows nobody, for whoever is signed in. Until then, and where that fails, it is a link to
 * the page that has their details.
 */
export function FillInLink({ href, label, filled }: FillInLinkProps) {
  const isSignedIn = useSignedInHint();
  const place = useRef<HTMLDivElement>(null);
  const [isFilled, setFilled] = useState(false);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!isSignedIn || !form) return;
    const stop = new AbortController();
    fill(form, stop.signal).then(setFilled, () => undefined);
    return () => stop.abort();
  }, [isSignedIn]);
  if (!isSignedIn) return null;
  return (
    <div ref={place}>
      {isFilled && filled ? (
        <p className="small muted" role="status">
          {filled}
        </p>
      ) : (
        <ButtonLink variant="soft" block href={href}>
          {label}
        </ButtonLink>
      )}
    </div>
  );
}
