import { faultsOf } from "./errors.ts";

/**
 * A session that is opened with the first call that needs it and kept for those after it. The next call opens another
 * when it could not be opened, has broken down or was let go.
 */
export class KeptSession<Session> {
  private readonly open: () => Promise<Session>;
  private opened: Promise<Session> | undefined;

  constructor(open: () => Promise<Session>) {
    this.open = open;
  }

  /** What `work` gives; rejects with what it throws, or with why the session cannot be opened. */
  async use<Result>(work: (session: Session) => Result | Promise<Result>): Promise<Result> {
    const opened = (this.opened ??= this.open());
    let isOpen = false;
    try {
      const session = await opened;
      isOpen = true;
      return await work(session);
    } catch (thrown) {
      // What the core refuses leaves its instance whole.
      const isUnusable = !isOpen || faultsOf(thrown)[0].code === "internal";
      if (isUnusable && this.opened === opened) this.opened = undefined;
      throw thrown;
    }
  }

  /** Lets go of the session. */
  drop(): void {
    this.opened = undefined;
  }
}
