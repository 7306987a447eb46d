"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";

// Buttons that need a browser are not shown before there is one, nor without JavaScript.
const TechnicalTest = dynamic(
  () => import("@/components/technical-test/technical-test").then((module) => module.TechnicalTest),
  { ssr: false, loading: () => <Loading /> },
);

export function TechnicalTestClient() {
  return <TechnicalTest />;
}

function Loading() {
  const t = useTranslations("technical");
  return (
    <p className="muted test-loading" role="status">
      {t("loading")}
    </p>
  );
}
