import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import "./my-registration.css";

/** A page that has nothing to show here: why, and where one can go on from it. */
export function QuietCard({ title, text, ways }: { title: string; text: ReactNode; ways: ReactNode }) {
  return (
    <div className="wrap wrap--text section">
      <div className="stack gap-4">
        <div className="okhead">
          <span className="okmark okmark--quiet">
            <Icon name="link" />
          </span>
          <div>
            <h1>{title}</h1>
            <p className="lead">{text}</p>
          </div>
        </div>
        <div className="row">{ways}</div>
      </div>
    </div>
  );
}
