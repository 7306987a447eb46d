"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";

type Props = Omit<ComponentProps<typeof ErrorSummary>, "id"> & {
  /** Another value with every refusal, such as the answer itself, so that a second refusal takes the focus again. */
  attempt: unknown;
};

/** ErrorSummary for forms that stay on the page: takes the focus after every refused attempt. */
export function LiveErrorSummary({ attempt, ...summary }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt) frame.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
  }, [attempt]);
  return (
    <div ref={frame}>
      <ErrorSummary {...summary} />
    </div>
  );
}
