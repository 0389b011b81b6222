export { freshDatabase, type TestDatabase } from "./database.ts";
export { type House, openHouse } from "./house.ts";
