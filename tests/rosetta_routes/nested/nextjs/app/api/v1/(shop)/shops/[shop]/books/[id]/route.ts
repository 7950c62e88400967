import * as library from "../../../../../../../../library";

export const GET = async () => Response.json(await library.oneBook());
