"use client";

import { useParams } from "next/navigation";
import { FailedView } from "@/components/site/failed-view";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const { locale } = useParams();
  return <FailedView locale={locale === "en" ? "en" : "de"} digest={error.digest} onRetry={retry} />;
}
