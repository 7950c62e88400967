import { getServerSession } from "next-auth";

export const logged = (handler) => async (request, context) => handler(request, context);
export const withSession = (handler) => async (request, context) => {
  const session = await getServerSession();
  if (!session) return new Response(null, { status: 401 });
  return handler(request, context);
};
