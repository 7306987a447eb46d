"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

type PageButtonsProps = {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  /** Beside the tiles instead of over them. */
  inline?: boolean;
};

/** Turns the pages of a full grid. */
export function PageButtons({ page, pages, onPage, inline }: PageButtonsProps) {
  const t = useTranslations("room.tile");
  return (
    <div className={inline ? "rm-pages rm-pages--inline" : "rm-pages"}>
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("previous")}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        <ChevronLeft className="icon" aria-hidden />
      </button>
      <span>{t("page", { page: page + 1, pages })}</span>
      <button
        type="button"
        className="rm-icon-btn"
        aria-label={t("next")}
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      >
        <ChevronRight className="icon" aria-hidden />
      </button>
    </div>
  );
}
