import * as library from "../../library";

export default async function handler(req, res) { res.json(await library.addBook()) }
