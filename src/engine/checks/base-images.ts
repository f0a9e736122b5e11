import { projectBaseImages } from "../base-images.ts";
import { hasImage } from "../local-images.ts";
import { planBaseImage, whyNotMakeable } from "../make-base-image.ts";
import type { Check } from "./check.ts";

export const baseImages: Check = async (scene) => {
  const name = "base images";
  const { engine, facts, signal } = scene;
  if ("why" in engine) return { name, status: "warn", detail: "not known without an engine" };
  const { docker } = engine;
  const found = new Map<string, string[]>();
  let obstacle: string | undefined;
  for (const image of projectBaseImages) {
    const state = await stateOf(image);
    found.set(state, [...(found.get(state) ?? []), image]);
  }
  const detail = [...found].map(([state, images]) => `${state}: ${images.join(", ")}`).join("; ");
  if (obstacle === undefined) return { name, status: "ok", detail };
  const todo = `give the engine a registry, or pull the image elsewhere and docker load it (${obstacle})`;
  return { name, status: "missing", detail, todo };

  async function stateOf(image: string): Promise<string> {
    if (await hasImage(docker, image, { signal })) return "there";
    if ((await scene.registry()).reachable) return "pulled at first use";
    if (await hasImage(docker, `auto-harness/${image}`, { signal })) return "equivalent there";
    const why = planBaseImage(image) === undefined ? "there is no way to make it" : whyNotMakeable(facts);
    obstacle ??= why;
    return why === undefined ? "made at first use" : "not to be had";
  }
};
