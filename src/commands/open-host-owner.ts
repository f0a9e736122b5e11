import { ownContainer } from "../engine/own-container.ts";
import { stateFolder } from "../engine/state-folder.ts";
import { type OpenOwner, openOwner } from "../sandboxes/owner.ts";

/** This process as the owner of what it opens. */
export async function openHostOwner(): Promise<OpenOwner> {
  const container = ownContainer();
  return await openOwner({ stateFolder: stateFolder(), ...(container === undefined ? {} : { container }) });
}
