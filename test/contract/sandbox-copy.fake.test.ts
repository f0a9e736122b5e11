import { openFakeProvider } from "../helpers/fake-sandbox.ts";
import { describeSandboxCopies } from "./sandbox-copy.ts";

describeSandboxCopies({
  name: "fake",
  async setup() {
    const provider = openFakeProvider();
    return { provider, image: { kind: "image", reference: "none" }, owner: "test", close: async () => undefined };
  },
  skips: {
    network: "(the fake's processes have the network of the test)",
    restart: "(the fake starts nothing anew: it is judged in a copy)",
    memory: "(the fake has no file system in memory)",
  },
});
