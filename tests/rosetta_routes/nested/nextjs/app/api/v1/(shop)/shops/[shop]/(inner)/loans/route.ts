import * as library from "../../../../../../../../library";

export const POST = async () => Response.json(await library.lend());
