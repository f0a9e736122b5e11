import { describe, expect, it } from "vitest";
import { suspicionsOf } from "../../../src/benchmarks/tau-bench/suspicions.ts";
import type { ConversationMessage } from "../../../src/benchmarks/tau-bench/wire.ts";

type Line = ["agent" | "user", string | null] | ["tool", string];

/** "tool" is a call of the agent's to the tool of that name. */
function talk(...lines: Line[]): ConversationMessage[] {
  return lines.map(([who, said], turn) =>
    who === "tool"
      ? { role: "assistant", content: null, turn, toolCalls: [{ id: "a", name: said, arguments: {} }] }
      : { role: who === "agent" ? "assistant" : "user", content: said, turn },
  );
}

const kinds = (...lines: Line[]) => suspicionsOf(talk(...lines)).map(({ kind }) => kind);

describe("a user that leaves", () => {
  it.each([
    ["I will water the ferns on Monday. Shall I proceed?", "###STOP###"],
    ["This repaints the fence in green. Do you want me to go ahead?", "Thank you! ###STOP###"],
    ["The fence becomes green. Please reply yes to continue.", "###STOP###"],
    ["Green it is, on Monday. Is that correct?", "Great, thanks for your help. ###STOP###"],
  ])("when it is to confirm: %s", (asked, answer) => {
    expect(suspicionsOf(talk(["user", "Paint my fence."], ["agent", asked], ["user", answer]))).toEqual([
      { kind: "stopped-at-confirmation", message: 2 },
    ]);
  });

  it.each(["Yes. ###STOP###", "Sounds good! ###STOP###", "Go ahead, please. ###STOP###"])(
    "with its yes: %s",
    (answer) => {
      expect(kinds(["agent", "Green, then. Would you like me to proceed?"], ["user", answer])).toEqual([
        "stopped-with-yes",
      ]);
    },
  );

  it.each([
    "Could you also paint the gate? ###STOP###",
    "I also need the gate in green. ###STOP###",
    "And I'd like a receipt, please. ###STOP###",
  ])("with a request: %s", (answer) => {
    expect(kinds(["agent", "The fence is green now."], ["user", answer])).toEqual(["stopped-with-request"]);
  });

  it.each<[string, string]>([
    ["Is there anything else I can do for you?", "No, that's all. ###STOP###"],
    ["Is there anything else you would like me to confirm?", "###STOP###"],
    ["The fence is green now.", "Thank you, that's all I need. ###STOP###"],
    ["The fence is green now. Has that solved it?", "Yes, it has. ###STOP###"],
    ["That costs 40 dollars. Shall I proceed?", "No, I'd rather keep it as it is. ###STOP###"],
    ["Would you like me to paint it? I have done so already. The gate is next. Does it look good?", "###STOP###"],
    ["I've painted it.", "I'd like to thank you for everything. ###STOP###"],
  ])("in good order is not flagged: %s %s", (asked, answer) => {
    expect(kinds(["agent", asked], ["user", answer])).toEqual([]);
  });

  it("for a person it was not sent to", () => {
    expect(kinds(["agent", "Which colour?"], ["user", "###TRANSFER###"])).toEqual(["transferred-unasked"]);
    expect(kinds(["agent", "I'll transfer you to a colleague."], ["user", "###TRANSFER###"])).toEqual([]);
    expect(kinds(["tool", "transfer_to_human_agents"], ["user", "###TRANSFER###"])).toEqual([]);
  });

  it("for want of facts, though nothing was refused", () => {
    expect(kinds(["agent", "Which colour?"], ["user", "###OUT-OF-SCOPE###"])).toEqual(["out-of-scope-unrefused"]);
    expect(kinds(["agent", "I cannot paint roofs."], ["user", "###OUT-OF-SCOPE###"])).toEqual([]);
  });
});

describe("a user that", () => {
  const request = "I want my fence painted green on Monday.";

  it("says the same to something else", () => {
    const lines: Line[] = [
      ["agent", "Hello!"],
      ["user", request],
      ["agent", "Which fence?"],
      ["user", `${request} `],
    ];
    expect(suspicionsOf(talk(...lines))).toEqual([{ kind: "repeats-itself", message: 3 }]);
  });

  it("says the same to the same, or something short again, is not flagged", () => {
    expect(kinds(["agent", "Hello!"], ["user", request], ["agent", "Hello!"], ["user", request])).toEqual([]);
    expect(kinds(["agent", "Green?"], ["user", "Yes."], ["agent", "On Monday?"], ["user", "Yes."])).toEqual([]);
  });

  it("says nothing", () => {
    expect(kinds(["agent", "Hello!"], ["user", " "])).toEqual(["empty-message"]);
    expect(kinds(["agent", "Hello!"], ["user", null])).toEqual(["empty-message"]);
  });

  it("takes the agent's part", () => {
    expect(kinds(["agent", "Hello!"], ["user", "Hello! How can I help you today?"])).toEqual(["speaks-as-agent"]);
  });

  it("uses a device of its own is not flagged for saying nothing", () => {
    const calls = [{ id: "a", name: "toggle", arguments: {} }];
    expect(suspicionsOf([{ role: "user", content: null, turn: 0, requestor: "user", toolCalls: calls }])).toEqual([]);
  });
});
