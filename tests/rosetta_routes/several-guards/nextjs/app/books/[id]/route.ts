import { logged, withSession } from "../../../guards";
import * as library from "../../../library";

async function drop() { return Response.json(await library.dropBook()) }
export const DELETE = withSession(logged(drop));
