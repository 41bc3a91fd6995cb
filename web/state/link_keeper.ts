import { messageOf } from "../engine/errors.ts";
import type { Pack } from "../engine/types.ts";
import { firstYear, linkTarget, shownYear, type AppState } from "./app_state.ts";
import { readLink } from "./link/read_link.ts";
import { kLinkFormat, writeLink, type LinkView } from "./link/write_link.ts";
import type { Notice } from "./notices.ts";
import { reportedYears, type Plan } from "./plan/plan.ts";
import type { Store } from "./store.ts";
import { compareWith, type ChangeFile, type Versions } from "./versions.ts";

/** The address of the page. */
export interface Address {
  /** The part from "#" on, or empty. */
  readHash(): string;
  /** Replaces the part from "#" on, without a new entry in the history. */
  writeHash(hash: string): void;
  /** Lets links back to the calculator in this tab have this part from "#" on; empty for none. */
  rememberLink(hash: string): void;
  /** The address of the calculator as a page of its own, up to "#". */
  readonly page: string;
}

/** What the address says of the page. */
export interface Linked {
  readonly plan: Plan;
  readonly view: LinkView;
}

const kWriteAfterMs = 400;

/** Keeps the address of the page and what it shows the same. */
export class LinkKeeper {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #address: Address;
  readonly #loadChanges: () => Promise<ChangeFile>;
  /** The hash of the page as it is without a link. */
  readonly #bareHash: string;
  /** The hash that was asked for last, and what it says. */
  #lastHash: { readonly of: readonly unknown[]; readonly hash: string } = { of: [], hash: "" };
  /** The versions of the link that is open. */
  #linked: Versions | undefined;
  /** What the tab was last to remember of this page. */
  #remembered = "";
  #writing: ReturnType<typeof setTimeout> | undefined;
  #write: (() => void) | undefined;

  /** `store` holds the page as it is without a link. `loadChanges` fetches what changed between versions; it is asked only when a link is of another one. */
  constructor(
    pack: Pack,
    store: Store<AppState>,
    address: Address,
    loadChanges: () => Promise<ChangeFile>,
  ) {
    this.#pack = pack;
    this.#store = store;
    this.#address = address;
    this.#loadChanges = loadChanges;
    this.#bareHash = this.hash(store.get().year);
  }

  /** What the address says, or `hash` in its place, if it is a share link; what is wrong with it becomes notices. */
  read(hash = this.#address.readHash()): Linked | undefined {
    const reading = readLink(hash, this.#pack);
    this.#remember(reading.kind === "plan" ? hash : "");
    if (reading.kind === "none") return undefined;
    const { notices } = this.#store.get();
    const others = notices.filter(({ kind }) => kind === "fileFaults" || kind === "newVersion");
    this.#linked = undefined;
    if (reading.kind === "otherFormat") {
      this.#store.update({ notices: [...others, { kind: "linkFormat", format: reading.format }] });
      return undefined;
    }
    const { plan, view, faults, isUnversioned = false, model, pack } = reading;
    const found: Notice[] = [
      ...(isUnversioned ? [{ kind: "linkVersion", format: kLinkFormat } as const] : []),
      ...(faults.length > 0 ? [{ kind: "linkFaults", faults } as const] : []),
    ];
    this.#store.update({ notices: [...others, ...found] });
    void this.#compare({ model, pack });
    return { plan, view };
  }

  /**
   * The part of a share link from "#" on for what the page shows, with the plan and the target that are set or others;
   * `year` is the year that the visitor wants to see.
   */
  hash(year: number, plan = this.#store.get().plan, target = this.#store.get().target): string {
    const { currency, result } = this.#store.get();
    const { version } = result.model;
    // The page shows its link, and asks for it whenever it is drawn.
    const of = [plan, version, year, currency, target];
    if (of.some((one, index) => one !== this.#lastHash.of[index])) {
      this.#lastHash = { of, hash: writeLink(this.#pack, version, plan, this.#view(year, plan, target)) };
    }
    return this.#lastHash.hash;
  }

  /** The address of the calculator with all that the visitor set, or with another plan or target. */
  shareLink(year: number, plan?: Plan, target?: number): string {
    return `${this.#address.page}${this.hash(year, plan, target)}`;
  }

  /** Writes the address once what the page shows has not changed for a while. `year` is asked then. */
  writeLater(year: () => number): void {
    clearTimeout(this.#writing);
    this.#write = () => {
      const whole = this.hash(year());
      const isLink = readLink(this.#address.readHash(), this.#pack).kind !== "none";
      const hash = whole === this.#bareHash ? "" : whole;
      this.#remember(hash);
      if (hash !== "" || isLink) this.#address.writeHash(hash);
    };
    this.#writing = setTimeout(() => this.writeNow(), kWriteAfterMs);
  }

  /** Writes the address where that waits: the visitor may be about to leave. */
  writeNow(): void {
    clearTimeout(this.#writing);
    this.#write?.();
    this.#write = undefined;
  }

  /** Lets the tab remember again what it was last to remember of this page: another one may have taken its place since. */
  rememberAgain(): void {
    this.#address.rememberLink(this.#remembered);
  }

  #remember(hash: string): void {
    this.#remembered = hash;
    this.rememberAgain();
  }

  /** What is shown otherwise than by a link that does not say it. `wanted` may be a year of an earlier plan. */
  #view(wanted: number, plan: Plan, target: number): LinkView {
    const { currency } = this.#store.get();
    const year = shownYear({ years: reportedYears(plan) }, plan, wanted);
    return {
      ...(year !== firstYear(plan) && { year }),
      ...(currency === "local" && { currency }),
      ...(target !== linkTarget(this.#pack) && { target }),
    };
  }

  async #compare(link: Versions): Promise<void> {
    this.#linked = link;
    const used = { model: this.#store.get().result.model.version, pack: this.#pack.version };
    const { kind } = compareWith(link, used, this.#pack.id, { schema: 1, releases: [] });
    if (kind === "same") return;
    let notice: Notice = { kind: kind === "unknown" ? "unknownLink" : "newerLink", link };
    if (kind === "older") {
      try {
        const comparison = compareWith(link, used, this.#pack.id, await this.#loadChanges());
        const releases = comparison.kind === "older" ? comparison.releases : [];
        notice = { kind: "olderLink", link, releases, problem: "" };
      } catch (error) {
        notice = { kind: "olderLink", link, releases: [], problem: messageOf(error) };
      }
    }
    // Another link may have been opened meanwhile.
    if (this.#linked === link) this.#store.update({ notices: [...this.#store.get().notices, notice] });
  }
}
