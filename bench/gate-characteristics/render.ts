import { splitSizes } from "./cells.ts";
import { type Figure, isMet, meanAndError, type SplitSize } from "./figures.ts";
import type { Night, NightEnd } from "./nights.ts";

export interface Characteristics {
  short: boolean;
  figures: readonly Figure[];
  nights: ReadonlyMap<SplitSize, readonly Night[]>;
}

/** The result as lines of Markdown. */
export function render({ short, figures, nights }: Characteristics): string[] {
  const rows = [...new Set(figures.map(({ title, measure }) => `${title}|${measure}`))];
  return [
    `| simulated | measured | ${splitSizes.map((size) => `${size} tasks`).join(" | ")} |`,
    "|---|---|---|---|---|",
    ...rows.map((row) => {
      const [title, measure] = row.split("|");
      const found = splitSizes.map((tasks) =>
        figures.find((figure) => figure.title === title && figure.measure === measure && figure.tasks === tasks),
      );
      const cells = found.map((figure) => (figure === undefined ? "–" : cellOf(figure, short)));
      return `| ${title} | ${words[measure as Figure["measure"]]} | ${cells.join(" | ")} |`;
    }),
    "",
    "| a night | 16 tasks | 35 tasks | 90 tasks |",
    "|---|---|---|---|",
    ...nightRows.map(
      ([title, text]) => `| ${title} | ${splitSizes.map((tasks) => text(nights.get(tasks) ?? [])).join(" | ")} |`,
    ),
  ];
}

const words: Readonly<Record<Figure["measure"], string>> = {
  accepted: "accepted",
  inconclusive: "inconclusive",
  runs: "runs / (test + suite)",
  gain: "points above strict-seed",
};

function cellOf(figure: Figure, short: boolean): string {
  const { measure, value, error, required } = figure;
  const text =
    measure === "runs" ? `${value.toFixed(2)} ± ${error.toFixed(2)}` : `${percent(value)} ± ${percent(error)}`;
  if (required === null) return text;
  const [[kind, bound]] = Object.entries(required) as [[keyof typeof signs, number]];
  const asked = `${signs[kind]} ${measure === "runs" ? bound : Math.round(bound * 1000) / 10}`;
  return `${text} (${asked}${isMet(figure, { short }) ? "" : ", **missed**"})`;
}

const signs = { atMost: "≤", atLeast: "≥", above: ">" } as const;

const nightRows: ReadonlyArray<readonly [string, (nights: readonly Night[]) => string]> = [
  ["true score at the start", (nights) => scored(nights.map(({ startMean }) => startMean))],
  ["runs", (nights) => meanAndError(nights.map(({ runs }) => runs)).value.toFixed(0)],
  ...(["strictSeed", "byDefault"] as const).flatMap((gate) => {
    const name = gate === "strictSeed" ? "strict-seed" : "default";
    const mean = (nights: readonly Night[], of: (end: NightEnd) => number) =>
      meanAndError(nights.map((night) => of(night[gate]))).value.toFixed(1);
    return [
      [
        `${name}: true score at the end`,
        (nights: readonly Night[]) => scored(nights.map((night) => night[gate].trueMean)),
      ],
      [
        `${name}: decisions, accepted, of them no improvement`,
        (nights: readonly Night[]) =>
          [
            mean(nights, ({ decisions }) => decisions),
            mean(nights, ({ accepted }) => accepted),
            mean(nights, ({ wronglyAccepted }) => wronglyAccepted),
          ].join(", "),
      ],
    ] as const;
  }),
];

function scored(values: readonly number[]): string {
  const { value, error } = meanAndError(values);
  return `${value.toFixed(3)} ± ${error.toFixed(3)}`;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
