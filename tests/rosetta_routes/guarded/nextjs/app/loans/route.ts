import * as library from "../../library";
import { getServerSession } from "next-auth";

export async function POST() {
  if (!(await getServerSession())) return new Response(null, { status: 401 });
  return Response.json(await library.lend());
}
