// Emscripten's programs do not see Node's environment; GoogleTest reads there which share of the tests
// is this process's.
Module["preRun"] = [
  () => {
    for (const name of ["GTEST_TOTAL_SHARDS", "GTEST_SHARD_INDEX"]) {
      if (process.env[name] !== undefined) ENV[name] = process.env[name];
    }
  },
];
