import { projectBaseImages } from "../base-images.ts";
import { hasImage } from "../local-images.ts";
import { planBaseImage, whyNotMakeable } from "../make-base-image.ts";
import type { Check } from "./check.ts";

export const baseImages: Check = async (scene) => {
  const name = "base images";
  const { engine, facts, signal } = scene;
  if ("why" in engine) return { name, status: "warn", detail: "not known without an engine" };
  const words: string[] = [];
  let obstacle: string | undefined;
  for (const image of projectBaseImages) {
    if (await hasImage(engine.docker, image, { signal })) words.push(`${image}: there`);
    else if ((await scene.registry()).reachable) words.push(`${image}: pulled at first use`);
    else if (await hasImage(engine.docker, `auto-harness/${image}`, { signal }))
      words.push(`${image}: equivalent there`);
    else {
      const why = planBaseImage(image) === undefined ? "there is no way to make it" : whyNotMakeable(facts);
      obstacle ??= why;
      words.push(`${image}: ${why === undefined ? "made at first use" : "not to be had"}`);
    }
  }
  const detail = words.join(", ");
  if (obstacle === undefined) return { name, status: "ok", detail };
  const todo = `give the engine a registry, or pull the image elsewhere and docker load it (${obstacle})`;
  return { name, status: "missing", detail, todo };
};
