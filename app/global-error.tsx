"use client";

import { FailedView } from "@/components/site/failed-view";
import { splitHref } from "@/lib/i18n/href";
import "@/app/globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function GlobalError({ error, retry }: GlobalErrorProps) {
  const address = typeof window === "undefined" ? "/" : window.location.pathname;
  const { locale } = splitHref(address);
  return (
    <html lang={locale}>
      <body>
        <FailedView locale={locale} digest={error.digest} onRetry={retry} />
      </body>
    </html>
  );
}
