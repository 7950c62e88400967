import * as library from "../../library";
import { getServerSession } from "next-auth";

export async function GET() { return Response.json(await library.allBooks()) }
export async function POST() {
  const session = await getServerSession();
  if (!session) return new Response(null, { status: 401 });
  return Response.json(await library.addBook());
}
