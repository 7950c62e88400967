import { logged, withSession } from "../../guards";
import * as library from "../../library";

export const GET = logged(async () => Response.json(await library.allBooks()));
export const POST = logged(withSession(async () => Response.json(await library.addBook())));
