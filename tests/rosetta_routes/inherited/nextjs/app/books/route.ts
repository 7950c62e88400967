import * as library from "../../library";

export async function GET() { return Response.json(await library.allBooks()) }
export const POST = async () => Response.json(await library.addBook());
