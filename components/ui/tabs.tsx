import { Count } from "@/components/ui/count";
import { TabBar } from "@/components/ui/tab-bar";

export type Tab = { href: string; label: string; count?: number; current?: boolean };

/** Tabs that are pages of their own, so they work without JavaScript and have addresses. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <TabBar label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <Count value={tab.count} />}
        </a>
      ))}
    </TabBar>
  );
}
