/** Whose messages these are: a page may hear others. */
const kNamespace = "export-potential";
/** Changes when an older side could misread a message. */
const kVersion = 1;

const kTypes = ["ready", "height", "state", "error", "set"] as const;

/** What is told between a frame and the page around it. */
export type MessageType = (typeof kTypes)[number];

/** A message between a frame and the page around it, in either direction. */
export interface Message {
  readonly ns: typeof kNamespace;
  readonly v: typeof kVersion;
  readonly type: MessageType;
  /** Names a "set", by who sends it, and the "state" or "error" that answers it; empty where nothing is answered. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A message that was received. */
export interface HeardMessage extends Message {
  /** What keeps a "set" from being read; its sender is to hear of it. */
  readonly fault?: SetFault;
}

/** A message to send. */
export function message(type: MessageType, data: Readonly<Record<string, unknown>>, id = ""): Message {
  return { ns: kNamespace, v: kVersion, type, id, data };
}

/** Sends a message to a window. What is told is no secret, and a sandboxed frame has no origin to name. */
export function send(to: Pick<Window, "postMessage">, ...what: Parameters<typeof message>): void {
  to.postMessage(message(...what), "*");
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What was received, if it is a message of this version, or a "set" that would be one but for a fault; else nothing. */
export function readMessage(received: unknown): HeardMessage | undefined {
  if (!isRecord(received)) return undefined;
  const { ns, v, type, id = "", data = {} } = received;
  const isKnown = ns === kNamespace && v === kVersion && (kTypes as readonly unknown[]).includes(type);
  if (!isKnown) return undefined;
  const isNamed = typeof id === "string";
  if (isNamed && isRecord(data)) return message(type as MessageType, data, id);
  if (type !== "set") return undefined;
  const [what, kind] = isNamed ? ["data", "an object"] : ["id", "a text"];
  return { ...message(type, {}, isNamed ? id : ""), fault: { code: "wrong_type", path: `/${what}`, message: `${what} must be ${kind}.` } };
}

/**
 * Something that a "set" or the frame's address asks for and that cannot be; `path` is a JSON Pointer into the data of what
 * asks, or names the part of it.
 */
export interface SetFault {
  readonly code: string;
  readonly path: string;
  /** One sentence in English. */
  readonly message: string;
}
