import * as library from "../../../library";

export async function GET() { return Response.json(await library.allBooks()) }
export async function POST() { return Response.json(await library.addBook()) }
