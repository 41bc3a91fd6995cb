import { plural } from "./plural.ts";

/** English texts of the choice between sources that disagree. */
export const enDisagreements = {
  title: "Where the sources disagree",
  intro:
    "On these questions the evidence allows more than one reading. Choose another one and see what it does to the answer. The first of each is the default, and the one that the list of assumptions gives.",
  /** How many readings differ from the default, of `all`. */
  summary: (changed: number, all: number) =>
    changed === 0
      ? `${all} questions, all as in the default`
      : `${changed} of ${all} ${plural("en", changed, { one: "differs", other: "differ" })} from the default`,
  /** What a reading cannot change; nothing where it changes the answer. */
  reach: {
    earnings: "",
    after: "Changes what follows from the extra export earnings, not the earnings themselves.",
    home: "Changes nothing for now: it counts only in a plan that changes taxes on online trade at home, and no plan on this page does.",
  },
  answer: "The answer with these readings",
  reset: "Back to the default readings",
  /** Near the answer: which readings differ, by their questions. */
  inAnswer: (changed: number, names: string) =>
    plural("en", changed, {
      one: `One reading of the sources is not the default: ${names}.`,
      other: `${changed} readings of the sources are not the default: ${names}.`,
    }),
  toReadings: "Change this",
  /** In the list of assumptions, with a value that a reading replaced. */
  chosen: "As you chose where the sources disagree.",
};
