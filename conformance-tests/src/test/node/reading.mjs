// Where the contract leaves something open, a server has to read it in some way. This one reads it
// in the way that the contract prefers; each name here stands for another that is just as good.

const READINGS = {
  strict: "refuses what it may refuse: nulls, no Content-Type, names once taken, self-joins",
  lenient: "lets pass what it may let pass: repeated parameters, empty names, tables named twice",
  order: "asks in another order: the path before the token, the name before the datasource",
  shapes: "looks different: ids of all characters, more members, other dates, sorted columns",
  decoys: "shows things first that no check can use, and many that are not the run's",
  decided: "decides otherwise where nothing is documented",
};

let chosen = [];

/** Chooses the readings of this process; none is the contract's own. */
export function choose(names) {
  if (!names.every((name) => Object.hasOwn(READINGS, name))) {
    throw new Error(`--reading is one of ${Object.keys(READINGS).join(", ")}`);
  }
  chosen = names;
}

export const reads = (name) => chosen.includes(name);
