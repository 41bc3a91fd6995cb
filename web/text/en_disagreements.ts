import { plural } from "./plural.ts";

/** English texts of the choice between sources that disagree. */
export const enDisagreements = {
  title: "Where the sources disagree",
  intro:
    "On these questions the evidence allows more than one reading. Choose another one: the answer and the list of assumptions follow. The first of each is the default.",
  /** How many readings differ from the default, of `all`. */
  summary: (changed: number, all: number) =>
    changed === 0
      ? `${all} questions, all as in the default`
      : `${changed} of ${all} ${plural("en", changed, { one: "differs", other: "differ" })} from the default`,
  /** What some of the questions change. */
  reach: {
    earnings: "These change the answer",
    after: "This changes what follows from the answer, not the answer itself",
    home: "These count only in plans that change taxes on online trade at home; no plan on this page does",
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
