import * as library from "../../../../library";

export async function GET() { return Response.json(await library.oneBook()) }
export const PATCH = async () => Response.json(await library.changeBook());
export const DELETE = async () => Response.json(await library.dropBook());
