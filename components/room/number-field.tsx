"use client";

type NumberFieldProps = {
  label: string;
  value: number;
  range: readonly [number, number];
  onChange: (value: number) => void;
};

/** A whole number within its range, whatever is typed. */
export function NumberField({ label, value, range, onChange }: NumberFieldProps) {
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
