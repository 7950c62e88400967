import * as library from "../../library";

import { safe } from "../../safe";
export const GET = safe(async () => Response.json(await library.allBooks()));
