"use client";

import { useEffect } from "react";
import { sweepDrafts } from "@/components/registration/draft-note";
import { hintIn } from "@/lib/hint-names";

/** On every page: what somebody else has left half filled in this window is gone before anybody opens its form. */
export function OwnDrafts() {
  useEffect(() => {
    try {
      sweepDrafts(sessionStorage, { mark: hintIn(document.cookie, "signedIn"), now: Date.now() });
    } catch {
      // Storage can be forbidden; then there are no drafts either.
    }
  }, []);
  return null;
}
