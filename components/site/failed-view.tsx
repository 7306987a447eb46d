"use client";

import deFailed from "@/messages/de/failed.json";
import enFailed from "@/messages/en/failed.json";

type FailedViewProps = { locale: string; digest?: string; onRetry: () => void };

/**
 * What a reader sees when a page broke. It is part of every page's JavaScript, so it brings its few sentences
 * itself instead of the message provider.
 */
export function FailedView({ locale, digest, onRetry }: FailedViewProps) {
  const english = locale === "en";
  const failed = english ? enFailed : deFailed;
  return (
    <main className="wrap wrap--text section stack">
      <h1>{failed.title}</h1>
      <p className="lead">{failed.text}</p>
      <div className="row">
        <button type="button" className="btn btn--primary" onClick={onRetry}>
          {failed.retry}
        </button>
        <a className="btn btn--secondary" href={english ? "/en" : "/"}>
          {failed.home}
        </a>
      </div>
      {digest ? <p className="small subtle">{failed.code.replace("{code}", digest)}</p> : null}
    </main>
  );
}
