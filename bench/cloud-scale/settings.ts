/** What bench, cloud and host agree on; a file in the bench's folder. */
export interface ScaleSettings {
  /** Trials of a measurement, and how many at once. */
  trials: number;
  atOnce: number;
  /** Of one trial's agent. */
  commands: number;
  /** Milliseconds: of a creation, of a command, of a model's answer. */
  createMs: number;
  execMs: number;
  modelMs: number;
  /** Creations that the cloud allows in any second; null: as many as are asked for. */
  startsPerSecond: number | null;
}

export const settingsFile = "settings.json";

/** Written by the cloud: where it is, and the certificate of its authority. */
export const serviceFile = "service.json";

export interface ServicePlace {
  url: string;
  apiKey: string;
  ca: string;
}
