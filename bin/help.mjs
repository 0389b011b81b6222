// Plain JavaScript, as handOver.mjs: whoever asks how a command works needs no packages for that.

/** How each command is used, by the program it starts. `manage` and `solve` teach themselves. */
const texts = {
  "run.ts": `npm start
Starts the platform: installs what is missing, starts the embedded PostgreSQL, makes the demo company on the first start, builds the
screens and prints the address. Ctrl-C ends it.

It takes no options; settings are environment variables, such as
  PORT=3100            where it listens (3000, or the next free one)
  CHARGECARS_HOME=…    data, files and secrets (./.data)
  DATABASE_URL=…       a PostgreSQL 18 of your own
  DEMO_ORDERS=300      how many orders the demo company of a first start lived through
docs/running.md has them all.`,

  "check.ts": `npm test -- [--only step,step]
Every check and test, cheap ones first; ends with how many passed and failed.

  --only STEPS   only these, with commas between them: format, lint, types, walls, unit, web, browser`,

  "types.ts": `npm run types
Writes src/platform/database/tables.generated.ts anew, from a database to which all migrations were just applied.
It takes no options.`,

  "screens.ts": `npm run screens -- [name …]
Takes the pictures in docs/screens anew, of a demo company in a home of its own; names choose some of them, such as orders field-job.

  BASE_URL=…         takes them of a platform that runs already
  DEMO_ORDERS=400    how many orders the demo company lived through
  CHROMIUM_PATH=…    the browser (the one that is found)`,

  "../bench/run.ts": `npm run bench -- [options]
Measures calls over HTTP beside the bare statements, on a house filled to a scale.

  --scale 10       times the records of today
  --seconds 6      how long each case is measured
  --only WORD      only cases whose name has this in it
  --streams 500    how many live streams listen`,

  "../bench/offers.ts": `npm run bench:offers -- [options]
Measures how long half days take to be offered, and whether each that is offered can be booked.

  --crews 136      crew-days
  --visits 400     visits that are planned on them
  --calls 300      how often offers are asked
  --seed 1         the same seed makes the same ground`,

  "../bench/planning.ts": `npm run bench:planning -- [options]
Lets the optimiser solve public instances, has them judged by the checkers beside them and prints the table.

  --instances FOLDER   where the instances are (../shared/bench)
  --seconds 2,10       how long each is solved
  --crewSeconds 1,5    how long each instance with crews is solved
  --threads 2          how many seek side by side
  --seeds 1            how many seeds each is solved with
  --only WORD          only instances whose name fits this expression`,

  "../bench/repair.ts": `npm run bench:repair -- [options]
Measures how soon there is a proposal when somebody is ill for a planned week, and which customers keep their day and half day.

  --crews 20        crews of one person, the same all week
  --visits 200      visits to plan
  --confirmed 0.8   share of them that customers know of
  --ill 8           how many call in sick, one after the other
  --seed 1          the same seed makes the same ground`,

  "../bench/week.ts": `CHARGECARS_HOME=… npm run bench:week -- [options]
Plans a week anew from an empty board. Fill the home first: npm run manage -- demo --planning 300x25

  --seconds 3      how long the optimiser may seek
  --runs 3         how often
  --week DAY       the week with this day in it (the one with the most crews)`,
};

/**
 * The text for who asks `program` for help, or undefined when the program is to run.
 * @param {string} program
 * @param {string[]} words
 * @returns {string | undefined}
 */
export function helpFor(program, words) {
  const asked = words.includes("--help") || words.includes("-h");
  return asked ? texts[program] : undefined;
}
