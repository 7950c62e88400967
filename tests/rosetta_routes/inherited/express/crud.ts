import { Router } from "express";
import * as library from "./library";

export function crud() {
  const router = Router();
  router
    .route("/")
    .get(async (req, res) => { res.json(await library.allBooks()) })
    .post(async (req, res) => { res.json(await library.addBook()) });
  return router;
}
