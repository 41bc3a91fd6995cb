/** Who hears whether someone uses an engine. */
export interface EngineUse {
  /** Someone is about to ask something, whoever else is asking. */
  onUse(): void;
  /** Everything that was asked has ended. */
  onRest(): void;
}

/** `engine`, with `use` told of every call of its methods, which have to return promises. */
export function withUseTold<Engine extends object>(engine: Engine, use: EngineUse): Engine {
  let calls = 0;
  const end = (): void => {
    --calls;
    if (calls === 0) use.onRest();
  };
  return new Proxy(engine, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return (...question: unknown[]): Promise<unknown> => {
        use.onUse();
        const call = Reflect.apply(member, target, question) as Promise<unknown>;
        ++calls;
        call.then(end, end);
        return call;
      };
    },
  });
}
