"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useState } from "react";
import { ListLoading } from "@/components/room/loading-note";
import { Button } from "@/components/ui/button";

/**
 * A panel whose code is fetched when it is first opened, because a room is to be entered fast. Where it can't be fetched, in a bad
 * network or after a new version was rolled out, the panel says so: the room around it, its sound and its pictures, stay.
 */
export function latePanel(load: () => Promise<ComponentType>): ComponentType {
  let known: ComponentType | null = null;
  return function LatePanel() {
    const t = useTranslations("room.panel");
    const [Body, show] = useState<ComponentType | null>(() => known);
    const [tries, setTries] = useState(0);
    const [failed, setFailed] = useState(false);
    // biome-ignore lint/correctness/useExhaustiveDependencies: each press of the button fetches anew.
    useEffect(() => {
      if (known) return;
      setFailed(false);
      load().then(
        (body) => {
          known = body;
          show(() => body);
        },
        () => setFailed(true),
      );
    }, [tries]);
    if (Body) return <Body />;
    return (
      <div className="rm-panel__body">
        {failed ? (
          <>
            <p className="rm-problem" role="alert">
              {t("missing")}
            </p>
            <Button onClick={() => setTries(tries + 1)}>{t("again")}</Button>
          </>
        ) : (
          <ListLoading />
        )}
      </div>
    );
  };
}
