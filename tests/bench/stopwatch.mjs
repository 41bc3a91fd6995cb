/**
 * Makes a function that returns the milliseconds of processor time of this process since it was made
 * or last called.
 */
export function stopwatch() {
  let last = process.cpuUsage();
  return () => {
    const passed = process.cpuUsage(last);
    last = process.cpuUsage();
    return (passed.user + passed.system) / 1000;
  };
}
