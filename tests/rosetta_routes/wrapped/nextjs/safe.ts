export const safe = (handler) => async (request) => { try { return await handler(request) } catch { return new Response() } };
