"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { Switch } from "@/components/ui/switch";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";

const RULES = ["random_pairs", "network_pairs", "groups", "by_hand"] as const;
type Rule = (typeof RULES)[number];

/** A new round: the rule, how many in a room, how long. It becomes a draft first, so that people can be moved. */
export function BreakoutSetup({ onFailure }: { onFailure: (reason: string | null) => void }) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const [rule, setRule] = useState<Rule>("random_pairs");
  const [size, setSize] = useState(2);
  const [minutes, setMinutes] = useState(20);
  const [allowReturn, setAllowReturn] = useState(true);
  const byHand = rule === "by_hand";
  const prepare = async () => {
    const rooms = Array.from({ length: byHand ? size : 0 }, (_, index) => ({
      label: String(index + 1),
      admissionIds: [],
    }));
    const round = { rule, groupSize: Math.max(2, size), durationSeconds: minutes * 60, allowReturn, rooms };
    const reply = await session.act("rounds", round);
    onFailure(refusalOf(reply));
  };
  const segments = RULES.map((value) => ({ value, label: t(value) }));
  return (
    <div className="rm-setup">
      <Segmented label={t("rule")} segments={segments} value={rule} onChange={setRule} />
      <div className="rm-row">
        <NumberField
          label={byHand ? t("roomCount") : t("size")}
          value={size}
          range={[2, 50]}
          onChange={setSize}
        />
        <NumberField label={t("minutes")} value={minutes} range={[1, 60]} onChange={setMinutes} />
      </div>
      <Switch
        label={t("allowReturn")}
        checked={allowReturn}
        onChange={(change) => setAllowReturn(change.target.checked)}
      />
      <Button variant="primary" block onClick={() => void prepare()}>
        {t("draft")}
      </Button>
    </div>
  );
}

type NumberFieldProps = {
  label: string;
  value: number;
  range: readonly [number, number];
  onChange: (value: number) => void;
};

function NumberField({ label, value, range, onChange }: NumberFieldProps) {
  const [min, max] = range;
  return (
    <label className="rm-number">
      <span>{label}</span>
      <input
        className="input"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        value={value}
        onChange={(change) =>
          onChange(Math.min(max, Math.max(min, Math.round(change.target.valueAsNumber) || min)))
        }
      />
    </label>
  );
}
