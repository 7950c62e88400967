export { GET, POST } from "../books/route";
