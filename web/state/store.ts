/** A value that changes by patches and tells its subscribers. */
export interface Store<State extends object> {
  /** The state now; a new object after every change. */
  get(): State;
  /** Replaces the named parts and tells the subscribers, once, before it returns. */
  update(patch: Partial<State>): void;
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (state: State) => void): () => void;
}

/** A store that starts with `initial`. A patch that changes nothing is not announced. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<(state: State) => void>();
  return {
    get: () => state,
    update(patch) {
      const next = { ...state, ...patch };
      const isChanged = (Object.keys(patch) as (keyof State)[]).some(
        (key) => !Object.is(state[key], next[key]),
      );
      if (!isChanged) return;
      state = next;
      for (const listener of listeners) listener(state);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
